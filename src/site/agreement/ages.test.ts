import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleChange } from '../../samples/sample-change.ts';
import { ageLabel } from './ages.ts';

const today = '2026-06-20T00:00:00Z';
const old = sampleChange({ fetched: '2021-02-01T00:00:00Z' });
const late = sampleChange({ fetched: '2026-06-16T00:00:00Z' });
const blamed = { clause: 0, text: 0, since: old, reworded: null, formerNumber: null };

test('words of the last 90 days make a clause young, and are told as recent', () => {
	const { age, parts } = ageLabel({ ...blamed, reworded: late }, today);
	assert.equal(age, 1);
	assert.deepEqual(
		parts.map(({ words, recent }) => [words, recent]),
		[
			['since Feb 2021', false],
			['reworded Jun 2026', true],
		],
	);
});

test('a new number makes no clause younger', () => {
	const { age, parts } = ageLabel({ ...blamed, formerNumber: { number: '4.3.', until: late } }, today);
	assert.equal(age, 4);
	assert.deepEqual(
		parts.map(({ words, recent }) => [words, recent]),
		[
			['since Feb 2021', false],
			['as 4.3 until Jun 2026', false],
		],
	);
});
