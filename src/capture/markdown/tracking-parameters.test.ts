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
		[
			'https://www.google.com/url?q=https://tern.example/a?b%3Dc%26utm_source%3Dx%23d&sa=D&source=editors&ust=17&usg=AOv',
			'https://tern.example/a?b=c#d',
		],
		['https://www.google.co.uk/url?sa=D&url=https%3A%2F%2Ftern.example%2F', 'https://tern.example/'],
		['https://l.facebook.com/l.php?u=https%3A%2F%2Ftern.example%2Fa&h=AT0', 'https://tern.example/a'],
		[
			'https://www.google.com/url?q=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Ftern.example%252F',
			'https://tern.example/',
		],
		// None that sends on: another page, another protocol, another host.
		[
			'https://www.google.com/search?q=https://tern.example/',
			'https://www.google.com/search?q=https://tern.example/',
		],
		[
			'https://www.google.com/url?q=javascript:alert(1)&usg=A',
			'https://www.google.com/url?q=javascript:alert(1)&usg=A',
		],
		[
			'https://www.google.com.tern.example/url?q=https://b.example/',
			'https://www.google.com.tern.example/url?q=https://b.example/',
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
