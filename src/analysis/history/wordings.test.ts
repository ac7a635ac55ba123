/** A wording's times must be those of its words, whatever clause held them and whatever the capture did meanwhile. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agreementOf, type Capture } from '../../samples/sample-agreement.ts';
import { type Recorded, wordings } from './wordings.ts';

const base = 'We store what you write here for as long as your account lives.';
const fee = 'You pay a fee of five euros for every parcel that we send to you.';
const free = 'Every parcel that we send to you is free of any charge whatsoever.';

function agreement(...captures: (readonly [day: string, clauses: readonly string[]])[]): Recorded {
	return agreementOf(...captures.map(([day, clauses]): Capture => [day, clauses.join('\n\n')]));
}

/** The times of a wording: `2020-01-01 to 2021-01-01`, `since 2020-01-01`. */
function times(of: Recorded, words: string): string[] {
	const { texts } = of.ledger;
	const wording = wordings(of).all.find(({ text }) => texts[text]?.visible.includes(words));
	return (wording?.stays ?? []).map(({ from, to }) =>
		to === null ? `since ${from.day}` : `${from.day} to ${to.day}`,
	);
}

describe('the times of a wording', () => {
	test('run from the version that brought it in to the one that took it out', () => {
		const terms = agreement(['2020-01-01', [base, fee]], ['2021-01-01', [base, free]]);
		assert.deepEqual(times(terms, 'a fee'), ['2020-01-01 to 2021-01-01']);
		assert.deepEqual(times(terms, 'free of'), ['since 2021-01-01']);
		assert.deepEqual(times(terms, 'We store'), ['since 2020-01-01']);
	});

	test('go on over a short gap and over a move', () => {
		const terms = agreement(['2020-01-01', [base, fee]], ['2020-02-01', [base]], ['2020-02-10', [fee, base]]);
		assert.deepEqual(times(terms, 'a fee'), ['since 2020-01-01']);
	});

	test('are two where the words were gone for long', () => {
		const terms = agreement(['2020-01-01', [base, fee]], ['2020-02-01', [base]], ['2021-02-10', [base, fee]]);
		assert.deepEqual(times(terms, 'a fee'), ['2020-01-01 to 2020-02-01', 'since 2021-02-10']);
	});

	test('never end before they begin, where a version of an earlier day came in later', () => {
		const terms = agreement(
			['2020-03-01', [base, fee]],
			['2020-02-01', [base, free]],
			['2021-02-10', [base, fee]],
		);
		assert.deepEqual(times(terms, 'a fee'), ['since 2021-02-10']);
	});

	test('go on when its number changes or the day of its edition, and end when a day that is a term does', () => {
		const terms = agreement(
			['2020-01-01', [base, '7. This list was updated on 3 May 2019.', '9. Claims end on 3 May 2020.']],
			['2021-01-01', [base, '8. This list was updated on 9 June 2020.', '9. Claims end on 9 June 2020.']],
		);
		assert.deepEqual(times(terms, 'This list'), ['since 2020-01-01']);
		assert.deepEqual(times(terms, 'Claims end on 3'), ['2020-01-01 to 2021-01-01']);
	});

	test('end when any other number in it changes', () => {
		const terms = agreement(
			['2020-01-01', [base, 'You may send parcels back to us within 30 days.']],
			['2021-01-01', [base, 'You may send parcels back to us within 14 days.']],
		);
		assert.deepEqual(times(terms, '30 days'), ['2020-01-01 to 2021-01-01']);
	});
});
