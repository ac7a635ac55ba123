import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareKey, whatIsAside } from './set-aside.ts';

const alike: readonly (readonly [string, string, string])[] = [
	['We honour your choice of colour.', 'We honor your choice of color.', 'spelling'],
	['See our help pages.', 'See our help pages (opens in a new window).', 'labels'],
	['See our help pagesOpens in new tab.', 'See our help pages.', 'labels'],
	['6. e. Deletion of what you write', '6. Deletion of what you write', 'numbering'],
	['It ends.6. e. Deletion of keys', 'It ends.6. Deletion of keys', 'numbering'],
	['See https://w.example/terms?oldid=123', 'See https://w.example/terms?oldid=456', 'labels'],
];
const other: readonly (readonly [string, string])[] = [
	['You pay 5 euros.', 'You pay 6 euros.'],
	['Write to a@b.example.', 'Write to c@b.example.'],
	['See https://a.example/terms', 'See https://b.example/terms'],
	['You may sell keys.', 'You may not sell keys.'],
];

test('spelling, labels and numbers of items are set aside, and named', () => {
	for (const [one, another, aside] of alike) {
		assert.equal(bareKey(one), bareKey(another), one);
		assert.equal(whatIsAside(one, another), aside, one);
	}
});

test('no word of the terms is', () => {
	for (const [one, another] of other) assert.notEqual(bareKey(one), bareKey(another), one);
});

test('a label alone says nothing', () => {
	for (const label of ['Back to top', '[Expand]', '(opens in a new tab)'])
		assert.equal(bareKey(label), 0, label);
});
