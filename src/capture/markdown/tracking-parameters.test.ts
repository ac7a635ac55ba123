import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { withoutTracking } from './tracking-parameters.ts';

describe('links without tracking parameters', () => {
	for (const [from, to] of [
		['https://tern.example/a?utm_source=x&UTM_Medium=y&id=2#top', 'https://tern.example/a?id=2#top'],
		['https://tern.example/?fbclid=1', 'https://tern.example/'],
		['https://tern.example/?fbclid=1&?', 'https://tern.example/??'],
		['https://tern.example/?a=%2F+b&gclid=1&b&&c=%C3%A9', 'https://tern.example/?a=%2F+b&b&&c=%C3%A9'],
		[
			'https://tern.example/?id=1&ref=2&utmost=3&pk=4&lang=en',
			'https://tern.example/?id=1&ref=2&utmost=3&pk=4&lang=en',
		],
		['mailto:a@tern.example?subject=Hi', 'mailto:a@tern.example?subject=Hi'],
	] as const) {
		test(`${from} becomes ${to}`, () => assert.equal(withoutTracking(new URL(from)).href, to));
	}

	test('keep every other parameter, and are the same when cleaned again', () => {
		const pair = fc.tuple(fc.constantFrom('id', 'utm_x', 'q', 'fbclid', 'é'), fc.webQueryParameters());
		fc.assert(
			fc.property(fc.array(pair, { maxLength: 6 }), (pairs) => {
				const url = new URL('https://tern.example/');
				url.search = pairs.map(([name, value]) => `${name}=${value}`).join('&');
				const clean = withoutTracking(url);
				const others = (each: URL) => [...each.searchParams].filter(([name]) => !/^utm_|^fbclid$/.test(name));
				assert.deepEqual([...clean.searchParams], others(url));
				assert.equal(withoutTracking(clean).href, clean.href);
			}),
		);
	});
});
