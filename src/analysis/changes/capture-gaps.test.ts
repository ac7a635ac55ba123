import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayLength } from '../../text/day-length.ts';
import { captureGaps } from './capture-gaps.ts';

const start = Date.UTC(2024, 0, 1, 4);

/** Moments after so many days each. */
function moments(days: readonly number[]): string[] {
	return days.map((day) => new Date(start + day * dayLength).toISOString());
}

function every(step: number, from: number, to: number): number[] {
	const days: number[] = [];
	for (let day = from; day < to; day += step) days.push(day);
	return days;
}

test('a month of silence in a daily archive is a gap, from its last record to the first after it', () => {
	const gaps = captureGaps(moments([...every(1, 0, 60), ...every(1, 90, 150)]));
	assert.deepEqual(gaps, [{ from: '2024-02-29T04:00:00.000Z', to: '2024-03-31T04:00:00.000Z' }]);
});

test('many records in one run do not make the days between the runs a silence', () => {
	const runs = every(14, 0, 700).flatMap((day) => Array.from({ length: 50 }, () => day));
	assert.deepEqual(captureGaps(moments(runs)), []);
});

test('an archive that is captured less often from some day on has no gap', () => {
	assert.deepEqual(captureGaps(moments([...every(1, 0, 100), ...every(30, 100, 1000)])), []);
	assert.deepEqual(captureGaps(moments([...every(30, 0, 900), ...every(1, 900, 1000)])), []);
});

test('a week without a change is not yet a gap', () => {
	assert.deepEqual(captureGaps(moments([...every(1, 0, 60), ...every(1, 67, 120)])), []);
});

test('of a few records nothing is said', () => {
	assert.deepEqual(captureGaps(moments([0, 1, 2, 300, 301, 302])), []);
	assert.deepEqual(captureGaps([]), []);
});

test('records that come at random leave no gap, a silence of a year among them does', () => {
	const waits = fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 30, maxLength: 120 });
	fc.assert(
		fc.property(waits, fc.nat(1000), (list, place) => {
			const at = 5 + (place % (list.length - 10));
			const days = (extra: number): number[] => {
				let day = 0;
				return list.map((wait, index) => (day += wait + (index === at ? extra : 0)));
			};
			assert.deepEqual(captureGaps(moments(days(0))), []);
			assert.equal(captureGaps(moments(days(40 * 14 + 1))).length, 1);
		}),
	);
});
