/** Counting by starts and ends says the same as asking at each moment. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { countCovered, type Time } from './times-counted.ts';

/** Few days, so that times begin and end at the very moments that are asked for, and before they began. */
const day = fc.integer({ min: 1, max: 28 }).map((at) => `2024-01-${String(at).padStart(2, '0')}`);
const time: fc.Arbitrary<Time> = fc.record({ from: day, to: fc.option(day) });

function covers({ from, to }: Time, moment: string): boolean {
	return from <= moment && (to === null || to > moment);
}

test('as many are counted at each moment as have a time that covers it', () => {
	fc.assert(
		fc.property(fc.array(fc.array(time)), fc.array(day), (groups, days) => {
			const moments = days.toSorted();
			const expected = moments.map(
				(moment) => groups.filter((times) => times.some((each) => covers(each, moment))).length,
			);
			assert.deepEqual(countCovered(groups, moments), expected);
		}),
	);
});
