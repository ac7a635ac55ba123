/** What an address may rely on: safe letters, no two alike, no change because of a neighbour. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { assignSlugs } from './slugs.ts';

function slug(name: string): string | undefined {
	return assignSlugs([name]).get(name);
}

describe('a slug', () => {
	test('is the name in lower-case ASCII', () => {
		assert.equal(slug('Terms of Service'), 'terms-of-service');
		assert.equal(slug('Booking.com'), 'booking-com');
		assert.equal(slug("McDonald's"), 'mcdonalds');
		assert.equal(slug('Türk Telekom — Gizlilik'), 'turk-telekom-gizlilik');
		assert.equal(slug('Straße & Café'), 'strasse-cafe');
		assert.equal(slug('Łódź İstanbul'), 'lodz-istanbul');
	});

	test('tells a brand from the same brand with a plus', () => {
		const slugs = assignSlugs(['Disney', 'Disney+']);
		assert.deepEqual([...slugs.values()].sort(), ['disney', 'disney-plus']);
	});

	test('of a name without ASCII is stable and belongs to that name', () => {
		assert.match(slug('Яндекс') ?? '', /^n-[0-9a-f]{8}$/);
		assert.equal(slug('微信'), slug('微信'));
		assert.notEqual(slug('微信'), slug('微博'));
	});

	test('never takes a word of the site', () => {
		for (const word of ['Search', 'feed', 'About', 'History', '_astro', '404', 'Pagefind', 'Platforms'])
			assert.match(slug(word) ?? '', /-[0-9a-f]{4}$/, word);
	});

	test('stays short where the name is long', () => {
		assert.ok((slug('privacy notice '.repeat(40)) ?? '').length <= 80);
	});
});

describe('names that fall together', () => {
	test('get the same slugs in any order', () => {
		const forth = assignSlugs(['TP-Link', 'Tp-link', 'tp link']);
		const back = assignSlugs(['tp link', 'Tp-link', 'TP-Link']);
		assert.deepEqual([...forth].sort(), [...back].sort());
		assert.equal(forth.get('TP-Link'), 'tp-link');
		assert.match(forth.get('Tp-link') ?? '', /^tp-link-[0-9a-f]{4}$/);
	});

	test('do not meet a name that looks like a suffixed one', () => {
		const suffixed = assignSlugs(['TP-Link', 'Tp-link']).get('Tp-link') ?? '';
		const slugs = assignSlugs(['TP-Link', 'Tp-link', suffixed]);
		assert.equal(slugs.get(suffixed), suffixed);
		assert.equal(new Set(slugs.values()).size, 3);
	});
});

const names = fc.uniqueArray(
	fc.oneof(
		fc.string({ unit: 'grapheme', minLength: 1 }),
		fc.constantFrom('A b', 'a B', 'a-b', 'Ä b', 'feed', ''),
	),
	{ maxLength: 30 },
);

test('every name has a slug of its own made of safe letters, whatever the order', () => {
	fc.assert(
		fc.property(names, (list) => {
			const slugs = assignSlugs(list);
			assert.equal(new Set(slugs.values()).size, list.length);
			for (const value of slugs.values()) assert.match(value, /^[a-z0-9]+(-[a-z0-9]+)*$/);
			assert.deepEqual([...slugs].sort(), [...assignSlugs(list.toReversed())].sort());
		}),
	);
});

test('a new name alters at most one older slug', () => {
	fc.assert(
		fc.property(names, fc.string(), (list, added) => {
			const before = assignSlugs(list);
			const after = assignSlugs([...list, added]);
			const altered = list.filter((name) => before.get(name) !== after.get(name));
			assert.ok(altered.length <= 1, altered.join(', '));
		}),
	);
});
