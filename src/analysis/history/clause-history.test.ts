import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { history } from '../../samples/invented-history.ts';
import { agreementOf } from '../../samples/sample-agreement.ts';
import { editsOf } from '../redline/changed-clause.ts';
import { clauseHistory, type LedgerInTime, stepBlock } from './clause-history.ts';

/** History of the clause that holds `words` in some version: kind and day of each step. */
function told(archive: LedgerInTime, words: string): string[] {
	return clauseHistory(archive, clauseWith(archive, words)).map(
		({ kind, version, putBack }) =>
			`${kind} ${dayAt(archive, version)}${putBack === null ? '' : `, put back ${dayAt(archive, putBack)}`}`,
	);
}

function dayAt({ versions }: LedgerInTime, version: number): string | undefined {
	return versions[version]?.fetched.slice(0, 10);
}

function clauseWith({ ledger }: LedgerInTime, words: string): number {
	for (const { texts, clauses } of ledger.states) {
		const at = texts.findIndex((text) => ledger.texts[text]?.visible.includes(words));
		if (at >= 0) return clauses[at] as number;
	}
	throw new Error(`No version says ${words}`);
}

const keep = 'You keep all rights in your content.';
const pay = 'You pay within thirty days of our invoice to you.';
const store = 'We store your content on computers in Ireland.';
const page = (...clauses: readonly string[]): string => clauses.join('\n\n');

test('every wording is told with the change that brought it', () => {
	const archive = agreementOf(
		['2023-01-01', page(keep, pay)],
		['2023-06-01', page(keep, pay.replace('thirty', 'fourteen'))],
		['2024-06-01', page(store, keep, pay.replace('thirty', 'seven'))],
	);
	assert.deepEqual(told(archive, 'You pay'), [
		'came 2023-01-01',
		'reworded 2023-06-01',
		'reworded 2024-06-01',
	]);
	assert.deepEqual(told(archive, 'We store'), ['came 2024-06-01']);
});

test('a clause that went out says so, and when it came back in other words', () => {
	const archive = agreementOf(
		['2022-01-01', page(keep, pay, store)],
		['2023-01-01', page(keep, store)],
		['2024-01-01', page(keep, pay, store)],
		['2024-06-01', page(keep, store)],
	);
	assert.deepEqual(told(archive, 'You pay'), [
		'came 2022-01-01',
		'left 2023-01-01',
		'returned 2024-01-01',
		'left 2024-06-01',
	]);
});

test('a failed capture is no step', () => {
	const archive = agreementOf(
		['2024-01-01', page(keep, pay)],
		['2024-06-01', 'Checking your browser.'],
		['2024-06-03', page(keep, pay)],
	);
	assert.deepEqual(told(archive, 'You pay'), ['came 2024-01-01']);
});

test('a wording that was put back within days is told once, with the day it ended', () => {
	const other = page(keep, pay.replace('invoice', 'bill'));
	const archive = agreementOf(
		['2024-01-01', page(keep, pay)],
		['2024-02-01', other],
		['2024-02-05', page(keep, pay)],
		['2024-09-01', other],
	);
	assert.deepEqual(told(archive, 'You pay'), [
		'came 2024-01-01',
		'reworded 2024-02-01, put back 2024-02-05',
		'reworded 2024-09-01',
	]);
});

test('a move and a new number are named, and their words can be drawn', () => {
	const archive = agreementOf(
		['2023-01-01', page(`1. ${keep}`, `2. ${pay}`, `3. ${store}`)],
		['2024-01-01', page(`1. ${keep}`, `2. ${store}`, `4. ${pay}`)],
	);
	const clause = clauseWith(archive, 'You pay');
	const [came, moved] = clauseHistory(archive, clause);
	assert.equal(came && stepBlock(archive.ledger, clause, came), null);
	const block = moved && stepBlock(archive.ledger, clause, moved);
	assert.equal(block?.event.renumbered, true);
	assert.deepEqual(block && editsOf(archive.ledger, block.event), [{ kind: 'same', text: pay }]);
});

test('a clause that came back unaltered can be drawn', () => {
	const archive = agreementOf(
		['2022-01-01', page(keep, pay)],
		['2023-01-01', page(keep)],
		['2024-01-01', page(keep, pay)],
	);
	const clause = clauseWith(archive, 'You pay');
	const step = clauseHistory(archive, clause).at(-1);
	assert.equal(step?.kind, 'returned');
	const block = step && stepBlock(archive.ledger, clause, step);
	assert.deepEqual(block && editsOf(archive.ledger, block.event), [{ kind: 'same', text: pay }]);
});

test('of any history, each step takes up the words of the step before it and the last has the words of today', () => {
	fc.assert(
		fc.property(history, (texts) => {
			const day = (at: number): string => new Date(Date.UTC(2000, at * 3, 1)).toISOString().slice(0, 10);
			const archive = agreementOf(...texts.map((text, at) => [day(at), text] as const));
			const today = archive.ledger.states.at(-1);
			for (const clause of archive.ledger.clauses.keys()) {
				const steps = clauseHistory(archive, clause);
				const place = today?.clauses.indexOf(clause) ?? -1;
				assert.equal(steps.at(-1)?.after ?? undefined, today?.texts[place]);
				for (const [at, { before, kind, version }] of steps.entries()) {
					const earlier = steps[at - 1];
					assert.ok(version > (earlier?.version ?? -1) || kind === 'returned');
					if (at > 0 && earlier?.kind !== 'left') assert.equal(before, earlier?.after);
				}
			}
		}),
		{ numRuns: 200 },
	);
});
