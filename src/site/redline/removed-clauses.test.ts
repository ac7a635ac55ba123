import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agreement } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { removedClauses } from './removed-clauses.ts';

const keep = 'You keep all rights in your content.';
const pay = '2.1 You pay within thirty days of our bill.';
const store = 'We store your content on computers that stand in Ireland.';

function agreementOf(...texts: readonly (readonly string[])[]): Agreement {
	const archive = sampleArchive({ Tern: { Terms: texts.map((clauses) => clauses.join('\n\n')) } });
	return archive.platforms[0]?.agreements[0] as Agreement;
}

test('a clause that went out is listed under the change that took it, the newest first', () => {
	const { departures, all } = removedClauses(agreementOf([keep, pay, store], [keep, store], [store]));
	assert.equal(all, 2);
	assert.deepEqual(
		departures.map(({ change, clauses }) => [change.day, clauses[0]?.number, clauses[0]?.words]),
		[
			['2024-03-01', '', keep],
			['2024-02-01', '2.1', pay.slice('2.1 '.length)],
		],
	);
});

test('a clause that came back is none that went out', () => {
	assert.deepEqual(removedClauses(agreementOf([keep, pay], [keep], [keep, pay])), { departures: [], all: 0 });
});

test('the list stays short however much went out, and says how much it leaves out', () => {
	const number = (at: number): string =>
		['one', 'two', 'three', 'four', 'five', 'six']
			.map((word, digit) => `${word}${(at >> digit) & 1}`)
			.join(' ');
	const many = Array.from({ length: 200 }, (_, at) => `Clause ${number(at)} ${at} holds for you and for us.`);
	const { departures, all } = removedClauses(agreementOf([keep, ...many], [keep, store], [keep]));
	const listed = departures.flatMap(({ clauses }) => clauses);
	assert.ok(all > listed.length);
	assert.ok(listed.length <= 80);
	assert.equal(listed[0]?.words.slice(0, 8), store.slice(0, 8));
});
