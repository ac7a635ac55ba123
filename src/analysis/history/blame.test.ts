import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementOf, type Capture } from '../../samples/sample-agreement.ts';
import { type Blame, blame } from './blame.ts';

function blameOf(...captures: readonly Capture[]): Blame[] {
	return blame(agreementOf(...captures));
}

const rules = [
	'You pay within 30 days of our invoice.',
	'You keep all rights in your content.',
	'We store your content.',
];

function days(blames: readonly Blame[]): (readonly [since: string, reworded: string | undefined])[] {
	return blames.map(({ since, reworded }) => [since.day, reworded?.day] as const);
}

test('each clause says since when it stands and when its words last changed', () => {
	const [pay = '', keep = '', store = ''] = rules;
	const blames = blameOf(
		['2024-01-01', [pay, keep].join('\n\n')],
		['2024-06-01', [pay.replace('30', '14'), keep].join('\n\n')],
		['2025-01-01', [pay.replace('30', '14'), keep, store].join('\n\n')],
	);
	assert.deepEqual(days(blames), [
		['2024-01-01', '2024-06-01'],
		['2024-01-01', undefined],
		['2025-01-01', undefined],
	]);
});

test('a failed capture in between ends no clause’s time', () => {
	const text = rules.join('\n\n');
	const blames = blameOf(
		['2024-01-01', text],
		['2024-06-01', 'Checking your browser.'],
		['2024-06-03', text],
	);
	assert.deepEqual(
		days(blames),
		rules.map(() => ['2024-01-01', undefined]),
	);
});

test('a clause that was gone for a year stands since it came back', () => {
	const text = rules.join('\n\n');
	const blames = blameOf(
		['2023-01-01', text],
		['2024-01-01', rules.slice(0, 2).join('\n\n')],
		['2025-01-01', text],
	);
	assert.equal(blames[2]?.since.day, '2025-01-01');
});

test('wording that was put back within days was never reworded', () => {
	const [pay = '', keep = ''] = rules;
	const [own, other] = [[pay, keep].join('\n\n'), [pay.replace('invoice', 'bill'), keep].join('\n\n')];
	const blames = blameOf(['2024-01-01', own], ['2024-02-01', other], ['2024-02-05', own]);
	assert.deepEqual(days(blames), [
		['2024-01-01', undefined],
		['2024-01-01', undefined],
	]);
});

test('a new date and a new number are no new wording; the former number is told', () => {
	const blames = blameOf(
		['2024-01-01', 'Last updated: 3 March 2023\n\n4.2 You keep all rights in your content.'],
		['2025-01-01', 'Last updated: 1 January 2025\n\n4.3 You keep all rights in your content.'],
	);
	assert.deepEqual(days(blames), [
		['2024-01-01', undefined],
		['2024-01-01', undefined],
	]);
	assert.equal(blames[1]?.formerNumber?.number, '4.2');
});

test('an amount in another currency is a new wording', () => {
	const [limit] = blameOf(
		['2024-01-01', 'We are liable for no more than £500.'],
		['2024-03-01', 'We are liable for no more than €500.'],
		['2024-06-01', 'We are liable for **no more** than €500.'],
	);
	assert.equal(limit?.reworded?.day, '2024-03-01');
});
