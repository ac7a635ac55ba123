/** What a page has no room for is led to, and nothing opens that holds nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { collapsedHtml } from './redline-html.ts';

const frame = { own: {}, whole: '/acme/terms/' };
const row = { kind: 'collapsed', label: 'Fees: 3 clauses unchanged' } as const;
const line = { heading: false, text: 'You pay once a year.' };

test('unchanged clauses are folded behind their line, and those without room lead to the whole text', () => {
	const $ = load(collapsedHtml({ ...row, lines: [line], omitted: 2 }, frame));
	assert.equal($('details summary').text(), row.label);
	assert.equal($('details p').last().text(), '2 more clauses in the whole text');
	assert.equal($('details a').attr('href'), frame.whole);
});

test('a line leads to the whole text where it has room for none, and is a line where there are none', () => {
	const $ = load(collapsedHtml({ ...row, lines: [], omitted: 3 }, frame));
	assert.equal($('details').length, 0);
	assert.equal($('a').attr('href'), frame.whole);
	assert.ok($('p').text().startsWith(row.label));
	assert.equal(load(collapsedHtml({ ...row, lines: [], omitted: 0 }, frame))('a, details').length, 0);
});
