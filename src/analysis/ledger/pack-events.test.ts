import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Ledger, State } from '../../model/ledger.ts';
import { history } from '../../samples/invented-history.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { compareStates } from './compare-states.ts';
import { eventsBetween, tellEvents } from './neighbour-events.ts';
import { type Comparison, packEvents, unpackEvents } from './pack-events.ts';

function comparisonsOf(ledger: Ledger): Comparison[] {
	return ledger.states.slice(1).map((state, before) => ({
		before,
		after: before + 1,
		events: compareStates(ledger, ledger.states[before] as State, state),
	}));
}

test('events come out of their row as they went in', () => {
	fc.assert(
		fc.property(history, (versions) => {
			const comparisons = comparisonsOf(ledgerOf(versions));
			assert.deepEqual(unpackEvents(packEvents(comparisons)), comparisons);
		}),
		{ numRuns: 300 },
	);
});

test('a key of any size comes out as it went in', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2 ** 53 }), (key) => {
			const passage = { text: 1, start: 0, end: 9, key };
			const step = { kind: 'edited', before: passage, after: null } as const;
			const place = { clause: 3, before: 1, after: null, from: 0, at: null, moved: true, renumbered: false };
			const comparisons: Comparison[] = [
				{ before: 0, after: 7, events: [{ kind: 'removed', ...place, sentences: [step] }] },
			];
			assert.deepEqual(unpackEvents(packEvents(comparisons)), comparisons);
		}),
	);
});

test('what was told of a ledger is not compared again, and the rest is compared as ever', () => {
	const ledger = ledgerOf(['You pay two fees.', 'You pay three fees.', 'You pay four fees.']);
	const [first, second, third] = ledger.states as [State, State, State];
	tellEvents(ledger, () => [{ before: 0, after: 1, events: [] }]);
	assert.deepEqual(eventsBetween(ledger, first, second), []);
	assert.deepEqual(eventsBetween(ledger, second, third), compareStates(ledger, second, third));
});
