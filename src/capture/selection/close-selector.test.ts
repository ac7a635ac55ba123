import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { closeSelector } from './close-selector.ts';
import { forgivenSelectors, selectorFaults, selectParts } from './selection.ts';

for (const [selector, closed] of [
	['h2[id^="annex', 'h2[id^="annex"]'],
	["h2[id^='annex", "h2[id^='annex']"],
	['a[href="/fees"', 'a[href="/fees"]'],
	['a[href', 'a[href]'],
	['main:not(.old', 'main:not(.old)'],
	['main:not([class="old', 'main:not([class="old"])'],
	['a[title="a ] b\\" c', 'a[title="a ] b\\" c"]'],
	['main > p[lang="en"]', 'main > p[lang="en"]'],
	['a\\[b', 'a\\[b'],
	['main\\', 'main\\'],
	['a)]', 'a)]'],
] as const)
	test(`${selector} is read as ${closed}`, () => {
		assert.equal(closeSelector(selector), closed);
	});

test('a page is asked for what a selector means that ends too early', () => {
	const $ = load('<main><h2 id="annex-1">One</h2><h2 id="body">Two</h2></main>');
	const parts = selectParts($, ['h2[id^="annex'], 'https://tern.example/');
	assert.deepEqual(parts, ['<h2 id="annex-1">One</h2>']);
});

test('such a selector is no fault and is told; one that no browser reads is a fault', () => {
	const source = (...select: string[]) => ({
		address: 'https://tern.example/',
		select,
		remove: [],
		filters: [],
	});
	const declared = { platform: 'Tern', agreement: 'Terms' };
	const forgiven = { ...declared, sources: [source('main', 'a[href="/fees"')] };
	assert.deepEqual(selectorFaults(forgiven), []);
	assert.deepEqual(forgivenSelectors(forgiven), ['a[href="/fees"']);
	const wrong = { ...declared, sources: [source('a[[b')] };
	assert.equal(selectorFaults(wrong).length, 1);
	assert.deepEqual(forgivenSelectors(wrong), []);
});
