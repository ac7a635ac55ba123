/** A day's versions with no change in the terms are all told, each agreement's once for each reason. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { unchangedLines } from './unchanged-lines.ts';
import { reasonBriefly } from './wording.ts';

const [one, other] = sampleArchive({
	Tern: { Terms: ['You pay within thirty days.'] },
	Auk: { Terms: ['You pay within nine days.'] },
}).entries as readonly [Entry, Entry];

const entry: fc.Arbitrary<Entry> = fc
	.tuple(fc.constantFrom(one, other), fc.constantFrom('flap', 'technical', 'unfollowed'))
	.map(([at, kind]) => ({
		...at,
		change: sampleChange({ fetched: '2026-01-01T00:00:00Z', class: kind, rank: 'folded' }),
	}));

test('every such version is in one line, of its agreement and in its words, and no two lines say the same', () => {
	fc.assert(
		fc.property(fc.array(entry), (entries) => {
			const lines = unchangedLines(entries);
			const said = lines.map(
				(line) => `${line.entry.agreement.path} ${line.words.replace(/, \d+ times$/, '')}`,
			);
			assert.equal(new Set(said).size, said.length);
			const told = lines.map(({ words }) => Number(/, (\d+) times$/.exec(words)?.[1] ?? 1));
			const expected = said.map(
				(line) =>
					entries.filter(({ agreement, change }) => `${agreement.path} ${reasonBriefly(change)}` === line)
						.length,
			);
			assert.deepEqual(told, expected);
			assert.equal(
				told.reduce((sum, times) => sum + times, 0),
				entries.length,
			);
		}),
	);
});

test('a line leads to the first of its changes, and counts the others', () => {
	const changes = ['06', '12', '18'].map((hour) =>
		sampleChange({ fetched: `2026-01-01T${hour}:00:00Z`, class: 'flap', rank: 'folded' }),
	);
	const lines = unchangedLines(changes.toReversed().map((change) => ({ ...one, change })));
	assert.deepEqual(
		lines.map(({ entry: { change }, words }) => [change.version.fetched, words]),
		[['2026-01-01T18:00:00Z', 'back to what it was, 3 times']],
	);
});
