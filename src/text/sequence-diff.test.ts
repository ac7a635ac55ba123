import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchSequences } from './sequence-diff.ts';

const sequence = fc.array(fc.nat(4), { maxLength: 14 });

/** Length of a longest common subsequence by the textbook table. */
function lengthByTable(a: readonly number[], b: readonly number[]): number {
	const table = a.map(() => new Array<number>(b.length).fill(0));
	const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
	for (const [i, x] of a.entries()) {
		for (const [j, y] of b.entries()) {
			(table[i] as number[])[j] = x === y ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
		}
	}
	return at(a.length - 1, b.length - 1);
}

test('matches are equal elements in rising order, whatever the bound', () => {
	fc.assert(
		fc.property(sequence, sequence, fc.nat(20), (a, b, bound) => {
			let [lastA, lastB] = [-1, -1];
			for (const match of matchSequences(a, b, bound)) {
				assert.ok(match.a > lastA && match.b > lastB);
				assert.equal(a[match.a], b[match.b]);
				[lastA, lastB] = [match.a, match.b];
			}
		}),
	);
});

test('without a bound nothing longer is common', () => {
	fc.assert(
		fc.property(sequence, sequence, (a, b) => {
			assert.equal(matchSequences(a, b, 100).length, lengthByTable(a, b));
		}),
		{ numRuns: 2000 },
	);
});
