import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lettersOf } from './text-profile.ts';

test('the letters of a text stay where its dates, its counters and its links move on', () => {
	const said = (day: number, word: string) =>
		lettersOf(`Updated May ${day}, 2024.\n\n[${word}](https://tern.example/?${day})\n\n${day} reviews\n`);
	assert.equal(said(1, 'More'), said(27, 'more'));
	assert.notEqual(said(1, 'More'), said(1, 'Less'));
});
