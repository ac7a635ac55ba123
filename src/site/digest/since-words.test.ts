/** The opening of the home page's first paragraph for whoever was there before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { introduced, sinceOpening } from './since-words.ts';
import type { WeightyChange } from './weightiest-since.ts';

const before = { at: '2026-06-10T12:00:00.000Z', seen: '2026-06-10T05:00:00Z', marked: false };
const now = '2026-06-20T12:00:00.000Z';
const one = {} as WeightyChange;

test('it counts what is new, and says so where there are more changes than are told', () => {
	const said = (count: number | null, told: readonly WeightyChange[]) => {
		const { opening, rest } = sinceOpening({ count, told }, before, now);
		return opening + rest;
	};
	assert.equal(said(0, []), 'Nothing new since your last visit on 10 June.');
	assert.equal(said(1, [one]), 'Since your last visit on 10 June: 1 change in the terms.');
	assert.equal(
		said(30, [one, one, one]),
		'Since your last visit on 10 June: 30 changes in the terms, of which these weigh most.',
	);
	assert.match(
		said(null, [one, one, one]),
		/: hundreds of changes in the terms, of which these weigh most\.$/,
	);
});

test('a single one of several is told as one', () => {
	assert.equal(introduced(5, 1), ', of which this one weighs most.');
	assert.equal(introduced(5, 0), '.');
});
