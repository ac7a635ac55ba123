/** What is shown must be what was asked for: in force, former or a change, in its year, in its order, and the first day truthful. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf, firstAppearance, groupsOf, sorted, type What } from './search-answer.ts';
import type { ClauseMark } from './search-clauses.ts';
import type { Hit } from './search-hits.ts';

const changes = ['2020-03-01', '2021-06-01', '2023-09-01-2'].map((day, at) => ({
	day,
	page: true,
	onYearPage: false,
	sentence: at === 0 ? '' : 'One clause reworded',
}));

function hit(anchor: string, mark: Partial<ClauseMark>, rest: Partial<Hit> = {}): Hit {
	return {
		group: '/acme/terms/',
		head: { platform: 'Acme', agreement: 'Terms', language: 'en', begins: '2020-03-01', changes },
		mark: { anchor, number: '', stays: [[0, -1]], cameIn: null, wentOut: null, ...mark },
		inForce: true,
		words: ['a', 'fee', 'b'],
		found: [1],
		whole: true,
		score: 1,
		...rest,
	};
}

const first = hit('c-first', { stays: [[0, -1]] });
const former = hit('c-fee', { stays: [[0, 1]], wentOut: [0, 3] }, { inForce: false });
const reworded = hit('c-fee', { stays: [[1, -1]], cameIn: [0, 3] });
const elsewhere = hit('c-else', { stays: [[2, -1]], cameIn: [2, 3] });
const all = [first, former, reworded, elsewhere];

function anchors(what: What, year = ''): string[] {
	return findingsOf(all, what, year).map(
		({ hit: { mark, inForce }, day }) => `${mark.anchor} ${inForce} ${day}`,
	);
}

describe('findings', () => {
	test('are clauses by whether they stand, with the day that they came in or went out', () => {
		assert.deepEqual(anchors('former'), ['c-fee false 2021-06-01']);
		assert.deepEqual(anchors('text'), [
			'c-first true 2020-03-01',
			'c-fee true 2021-06-01',
			'c-else true 2023-09-01',
		]);
		assert.equal(anchors('').length, 4);
	});

	test('of a year stood on some day of it', () => {
		assert.deepEqual(anchors('', '2020'), ['c-first true 2020-03-01', 'c-fee false 2021-06-01']);
		assert.deepEqual(anchors('', '2022'), ['c-first true 2020-03-01', 'c-fee true 2021-06-01']);
		assert.deepEqual(anchors('', '2019'), []);
	});

	test('are changes only where the found words are among the changed ones, once each', () => {
		const found = findingsOf(all, 'change', '');
		assert.deepEqual(
			found.map(({ day, change, hit }) => [day, change?.did, change?.others, hit.inForce]),
			[['2021-06-01', 'both', 0, true]],
		);
		assert.equal(findingsOf(all, 'change', '2023').length, 0);
	});

	test('are sorted by fit, those in force first, or by day', () => {
		const better = hit('c-better', {}, { score: 2 });
		const found = findingsOf([former, elsewhere, better], '', '');
		const order = (newest: boolean) => sorted(found, newest).map(({ hit: { mark } }) => mark.anchor);
		assert.deepEqual(order(false), ['c-better', 'c-else', 'c-fee']);
		assert.deepEqual(order(true), ['c-else', 'c-fee', 'c-better']);
	});

	test('of one agreement stand together, where its first stands', () => {
		const other = hit('c-other', {}, { group: '/bolt/terms/' });
		const groups = groupsOf(findingsOf([first, other, reworded], '', ''));
		assert.deepEqual(
			groups.map(({ address, findings }) => [address, findings.length]),
			[
				['/acme/terms/', 2],
				['/bolt/terms/', 1],
			],
		);
	});
});

describe('the first day of words', () => {
	test('is the earliest on which a clause held them all, in force or former', () => {
		assert.equal(firstAppearance([reworded, elsewhere])?.note.day, '2021-06-01');
		assert.equal(firstAppearance(all)?.note.day, '2020-03-01');
		assert.equal(firstAppearance([{ ...first, whole: false }]), null);
	});

	test('counts a time before a long gap', () => {
		const back = hit('c-back', {
			stays: [
				[0, 1],
				[2, -1],
			],
		});
		assert.equal(firstAppearance([back, reworded])?.hit, back);
	});

	test('is told from the beginning of the record, before which nothing is known', () => {
		assert.equal(firstAppearance(all)?.atBeginning, true);
		assert.equal(firstAppearance([elsewhere])?.atBeginning, false);
	});
});
