/** A list goes out as a file of feeds and comes back the same; of other files it takes what is a feed of this site and says what is not. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import type { Choices } from './watch-choices.ts';
import { emptyWatchList, mostItems, type WatchItem } from './watch-list.ts';
import { importOutlines, importWords, leftWords, type Outline, refuseOpml, writeOpml } from './watch-opml.ts';

const here = 'http://127.0.0.1:4321/clausetrail/';
const publicly = 'https://example.org/clausetrail/';
const homes = [here, publicly];
const now = '2026-11-22T09:00:00.000Z';

function outlinesOf(xml: string): Outline[] {
	const $ = load(xml, { xml: true });
	return $('outline')
		.toArray()
		.map((outline) => ({ text: $(outline).attr('text') ?? '', feed: $(outline).attr('xmlUrl') ?? '' }));
}

function choicesOf(items: readonly WatchItem[]): Choices {
	const choices = items.map(({ path, name }) => ({
		path,
		name,
		platform: '',
		agreements: 0,
		kind: 'platform' as const,
	}));
	return { latest: now, byPath: new Map(choices.map((choice) => [choice.path, choice])) };
}

const known = choicesOf([
	{ path: 'pellmell', name: 'Pellmell' },
	{ path: 'pellmell/privacy-policy', name: 'Pellmell Privacy Policy' },
	{ path: 'topics/arbitration', name: 'Arbitration' },
]);

function importing(...feeds: string[]) {
	const outlines = feeds.map((feed) => ({ text: `Feed at ${feed}`, feed }));
	return importOutlines(emptyWatchList, outlines, known, homes);
}

test('what goes out comes back the same, whatever the names hold', () => {
	const slug = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
	const path = fc.oneof(
		slug,
		fc.tuple(slug, slug).map((parts) => parts.join('/')),
	);
	const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
	const items = fc.uniqueArray(fc.record({ path, name }, { noNullPrototype: true }), {
		selector: (item) => item.path,
		maxLength: 10,
	});
	fc.assert(
		fc.property(items, (items) => {
			const xml = writeOpml(items, 'Mine', here, now);
			assert.equal(refuseOpml(xml), null);
			const { taken, left } = importOutlines(emptyWatchList, outlinesOf(xml), choicesOf(items), homes);
			assert.deepEqual(taken, items);
			assert.equal(left.size, 0);
		}),
	);
});

test('names that hold markup stay names', () => {
	const xml = writeOpml(
		[{ path: 'pellmell', name: '"/><outline xmlUrl="x" text="<b>&' }],
		'</title>',
		here,
		now,
	);
	assert.equal(outlinesOf(xml).length, 1);
	assert.equal(load(xml, { xml: true })('title').text(), '</title>');
});

describe('an import takes', () => {
	test('feeds of platforms, agreements and topics, at the public address and at the one that is read', () => {
		const { taken } = importing(
			`${publicly}pellmell/feed.xml`,
			'http://example.org/clausetrail/pellmell/privacy-policy/feed.xml',
			`${here}topics/arbitration/feed.xml?from=reader`,
		);
		assert.deepEqual(
			taken.map(({ path }) => path),
			['pellmell', 'pellmell/privacy-policy', 'topics/arbitration'],
		);
	});

	test('nothing else, and says why of each', () => {
		const found = importing(
			'https://weather.example/feed.xml',
			'https://example.org/other/pellmell/feed.xml',
			'javascript:alert(1)',
			'not an address',
			`${publicly}feed.xml`,
			`${publicly}gone/feed.xml`,
			`${publicly}pellmell/`,
		);
		assert.equal(importWords(found), 'Nothing taken, 7 left out:');
		const counts = [...found.left].map(([why, names]) => [why, names.length]);
		assert.deepEqual(counts, [
			['no feed of this archive', 5],
			['no platform, agreement or topic of this archive', 2],
		]);
	});

	test('nothing twice', () => {
		const found = importing(`${here}pellmell/feed.xml`, `${publicly}pellmell/feed.xml`);
		assert.equal(importWords(found), '1 taken, 1 left out:');
		assert.match(leftWords(found).join(), /^already on the list: Feed at https:/);
	});

	test('no more than a list holds', () => {
		const items = Array.from({ length: mostItems + 3 }, (_, index) => ({ path: `p${index}`, name: 'P' }));
		const outlines = outlinesOf(writeOpml(items, 'Mine', here, now));
		const { taken, left } = importOutlines(emptyWatchList, outlines, choicesOf(items), homes);
		assert.equal(taken.length, mostItems);
		assert.deepEqual(
			[...left.values()].map(({ length }) => length),
			[3],
		);
	});
});

test('long reports name a few and count the rest', () => {
	const feeds = Array.from({ length: 8 }, (_, index) => `https://weather.example/${index}/feed.xml`);
	assert.match(leftWords(importing(...feeds)).join(), /^no feed of this archive: .* and 3 more$/);
});

test('a file that is too large or multiplies entities never reaches the parser', () => {
	assert.match(refuseOpml('x'.repeat(1_000_001)) ?? '', /too large/);
	assert.match(refuseOpml('<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml/>') ?? '', /entities/);
	assert.equal(refuseOpml('<opml version="2.0"/>'), null);
});

test('a file without a feed is said to hold none', () => {
	assert.equal(importWords(importing()), 'There is no feed in this file.');
});
