/** Whether something was there all the time, whatever failed captures and short excursions say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Span, State } from '../../model/ledger.ts';
import {
	bridge,
	bridgeValues,
	extend,
	type GrowingSpans,
	isBrief,
	lasting,
	type Moments,
	spansOf,
} from './presence.ts';

/** Versions of these days, 0 is 1 January 2024. */
function onDays(...days: readonly number[]): Moments {
	return days.map((day) => ({ fetched: new Date(Date.UTC(2024, 0, 1 + day)).toISOString() }));
}

function stateOf(...clauses: readonly number[]): State {
	return { clauses: Int32Array.from(clauses), texts: Int32Array.from(clauses) };
}

/** `0-1 3-3` */
function written(spans: readonly Span[]): string {
	return spans.map(({ first, last }) => `${first}-${last}`).join(' ');
}

function spansIn(versions: readonly number[]): GrowingSpans {
	const spans: GrowingSpans = [];
	for (const version of versions) extend(spans, version);
	return spans;
}

describe('the time between two versions', () => {
	test('is brief up to thirty days', () => {
		const moments = onDays(0, 30, 31);
		assert.equal(isBrief(moments, 0, 1), true);
		assert.equal(isBrief(moments, 0, 2), false);
	});

	test('is brief where the second was put in late with an earlier date', () => {
		assert.equal(isBrief(onDays(100, 0), 0, 1), true);
	});

	test('is not brief where one of them is not there', () => {
		assert.equal(isBrief(onDays(0, 1), 1, 2), false);
		assert.equal(isBrief(onDays(0, 1), -1, 0), false);
	});
});

describe('spans', () => {
	test('grow with the versions that are noted, however often', () => {
		assert.equal(written(spansIn([0, 0, 1, 3, 4, 4, 7])), '0-1 3-4 7-7');
	});

	test('of a clause are more than one where it went and came back', () => {
		const states = [stateOf(0, 1), stateOf(1), stateOf(2, 0, 1)];
		assert.deepEqual(spansOf(states, 4).map(written), ['0-0 2-2', '0-2', '2-2', '']);
	});

	test('of all clauses are those that each would have alone', () => {
		const history = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 6 }), { maxLength: 12 });
		fc.assert(
			fc.property(history, (clauses) => {
				const alone = Array.from({ length: 6 }, (_, clause) =>
					spansIn(clauses.flatMap((each, version) => (each.includes(clause) ? [version] : []))),
				);
				assert.deepEqual(
					spansOf(
						clauses.map((each) => stateOf(...each)),
						6,
					),
					alone,
				);
			}),
		);
	});
});

describe('an absence', () => {
	test('of some days is bridged, measured from the version that lacked it to the one that has it again', () => {
		const moments = onDays(0, 100, 130, 200, 231);
		assert.equal(written(bridge(spansIn([0, 2]), moments)), '0-2');
		assert.equal(written(bridge(spansIn([0, 2, 4]), moments)), '0-2 4-4');
	});

	test('that has not ended is bridged where it began in versions that may be failed captures', () => {
		const moments = onDays(0, 100, 200, 201);
		assert.equal(written(bridge(spansIn([0, 1]), moments)), '0-1');
		assert.equal(written(bridge(spansIn([0, 1]), moments, 2)), '0-3');
		assert.equal(written(bridge(spansIn([0]), moments, 2)), '0-0');
		assert.equal(written(bridge([], moments, 0)), '');
	});

	test('takes nothing from the spans that it is asked of', () => {
		const spans = spansIn([0, 2]);
		bridge(spans, onDays(0, 1, 2), 1);
		assert.equal(written(spans), '0-0 2-2');
	});
});

test('what came in and was soon gone again does not last, but for what the first and the newest version hold', () => {
	const moments = onDays(0, 10, 20, 30, 40, 90, 100);
	assert.equal(written(lasting(spansIn([0, 2, 4, 6]), moments)), '0-0 4-4 6-6');
});

describe('values', () => {
	const isThere = (value: string): boolean => value !== '-';
	const bridged = (values: string, moments: Moments, doubtful?: number): string =>
		bridgeValues([...values], isThere, moments, doubtful).join('');

	test('of a brief absence are the one before it, whatever comes after', () => {
		assert.equal(bridged('a--b', onDays(0, 100, 110, 120)), 'aaab');
		assert.equal(bridged('a--b', onDays(0, 100, 110, 131)), 'a--b');
	});

	test('stay at the beginning and at the end, where nothing was there before or nothing came back', () => {
		assert.equal(bridged('-a-', onDays(0, 1, 2)), '-a-');
		assert.equal(bridged('-a--', onDays(0, 1, 2, 3), 2), '-aaa');
		assert.equal(bridged('-a--', onDays(0, 1, 2, 3), 3), '-a--');
		assert.equal(bridged('--', onDays(0, 1), 0), '--');
	});

	test('that are there stay as they are', () => {
		assert.equal(bridged('ab-ba-a', onDays(0, 1, 2, 3, 4, 50, 90)), 'abbba-a');
	});
});
