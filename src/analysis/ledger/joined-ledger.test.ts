import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Ledger, State } from '../../model/ledger.ts';
import { buildLedger } from './build-ledger.ts';
import { joinedLedger, type TextOfLedger } from './joined-ledger.ts';
import { eventsBetween } from './neighbour-events.ts';

function textOf(...clauses: readonly string[]): TextOfLedger {
	const markdown = clauses.join('\n\n');
	const { ledger } = buildLedger([{ name: markdown, bytes: new TextEncoder().encode(markdown) }]);
	return { ledger, state: ledger.states[0] as State };
}

/** What happened, as a version after a version tells it. */
function told(ledger: Ledger): string[] {
	return eventsBetween(ledger, ledger.states[0] as State, ledger.states[1] as State).map(({ kind }) => kind);
}

const pay = 'You pay within thirty days of our bill, whatever you have written to us before.';
const keep = 'You keep all rights in the content that you write and give to us here.';
const court = 'An arbitrator whom both of us choose decides every dispute about this agreement.';

test('a clause of both texts is one, in other words or not; the others are of one text alone', () => {
	const joined = joinedLedger(textOf(pay, keep), textOf(keep, pay.replace('thirty', 'nine'), court));
	assert.equal(joined.clauses.length, 3);
	assert.deepEqual(told(joined).toSorted(), ['added', 'moved', 'reworded']);
});

test('a clause has the anchor that its own page knows it by', () => {
	const [one, other] = [textOf(pay), textOf(pay, court)];
	const anchors = joinedLedger(one, other).clauses.map(({ anchor }) => anchor);
	assert.deepEqual(anchors, [one.ledger.clauses[0]?.anchor, other.ledger.clauses[1]?.anchor]);
});

test('two texts are compared as a version and the next one are, whatever they hold', () => {
	const clause = fc.constantFrom(
		pay,
		keep,
		court,
		pay.replace('thirty', 'nine'),
		'## Fees',
		`${keep} ${court}`,
	);
	const text = fc.array(clause, { maxLength: 8 });
	fc.assert(
		fc.property(text, text, (one, other) => {
			const joined = joinedLedger(textOf(...one), textOf(...other));
			const versions = [one, other].map((clauses, at) => ({
				name: String(at),
				bytes: new TextEncoder().encode(clauses.join('\n\n')),
			}));
			assert.deepEqual(told(joined), told(buildLedger(versions).ledger));
			const anchors = joined.clauses.map(({ anchor }) => anchor);
			assert.equal(new Set(anchors).size, anchors.length);
		}),
	);
});
