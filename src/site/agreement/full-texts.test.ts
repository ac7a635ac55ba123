/** The whole text of a version is linked by its day, where the day means that version. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { fullTexts } from './full-texts.ts';

function entry(index: number, fetched: readonly string[]): Entry {
	const [platform] = sampleArchive({ Acme: { Terms: ['# One', '# Two', '# Three'] } }).platforms;
	const [agreement] = platform?.agreements ?? [];
	assert.ok(platform && agreement);
	const versions = agreement.versions.map((version, at) => ({ ...version, fetched: fetched[at] ?? '' }));
	const change = agreement.changes[index];
	assert.ok(change);
	return { platform, agreement: { ...agreement, versions }, change };
}

const [may, june, evening] = ['2024-05-01T04:00:00Z', '2024-06-01T04:00:00Z', '2024-06-01T20:00:00Z'];

test('both texts of a change are linked by their days, of a first record its own', () => {
	const days = [may, june, '2024-07-01T04:00:00Z'];
	assert.deepEqual(
		fullTexts(entry(1, days)).map(({ href }) => href.slice(-13)),
		['at=2024-05-01', 'at=2024-06-01'],
	);
	assert.deepEqual(
		fullTexts(entry(0, days)).map(({ words }) => words),
		['Full text after'],
	);
});

test('a text that was replaced on its own day is not linked: the day means the later one', () => {
	const days = [may, june, evening];
	assert.deepEqual(
		fullTexts(entry(1, days)).map(({ words }) => words),
		['Full text before'],
	);
	assert.deepEqual(
		fullTexts(entry(2, days)).map(({ words }) => words),
		['Full text after'],
	);
});
