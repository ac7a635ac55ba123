import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClauseText, State } from '../../model/ledger.ts';
import { growsFaster } from '../../samples/growth.ts';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { namedPlaces, ownName, placeInWords, titleAt } from './place-names.ts';

/** The words with which the clauses begin that are asked for, each with the name it is given. */
function namesIn(text: string): Readonly<Record<string, string>> {
	const ledger = ledgerOf([text]);
	const state = ledger.states[0] as State;
	const named = namedPlaces(ledger, state);
	const words = (at: number): string => (ledger.texts[state.texts[at] as number] as ClauseText).visible;
	return Object.fromEntries(
		Array.from(state.texts, (_, at) => [
			words(at).split(' ').slice(0, 3).join(' '),
			placeInWords(ownName(ledger, state, named, at)),
		]),
	);
}

function nameOf(clause: string, ...around: readonly string[]): string | undefined {
	const names = namesIn([...around, clause].join('\n\n'));
	return Object.values(names).at(-1);
}

const top = [
	'# Terms of Service',
	'## Input and Output',
	'What you send us is input, and what we send you is output.',
];

test('a clause is named by the title with which it begins, however that is set off', () => {
	for (const clause of [
		'**2.4 No refunds.** We do not give money back.',
		'2.4 **No refunds**. We do not give money back.',
		'**2.4 No refunds** We do not give money back.',
		'2.4. _No refunds_: We do not give money back.',
	])
		assert.equal(nameOf(clause, ...top), '2.4 No refunds', clause);
	assert.equal(nameOf('**No refunds.** We do not give money back.', ...top), 'No refunds');
	assert.equal(nameOf('2.4 No refunds. We do not give money back.', ...top), '2.4 No refunds');
	assert.equal(nameOf('2.4 Refunds of Fees Paid. We give none.', ...top), '2.4 Refunds of Fees Paid');
	assert.equal(nameOf('**2\\. No refunds.** We do not give money back.', ...top), 'No refunds');
	assert.equal(nameOf('*   **[No refunds](/refunds):** we do not give money back.', ...top), 'No refunds');
	assert.equal(nameOf('*   **[No refunds](/refunds)**: we do not give money back.', ...top), 'No refunds');
});

test('marked words of a sentence are no title, nor are those that say what kind of remark follows', () => {
	for (const clause of [
		'**We** do not give money back.',
		'**Refunds**, where the law gives you any, come late.',
		'**You must not ask for your money back, not even where the service never did what it was said to do.** It is gone.',
		'**Note:** We do not give money back.',
		'**Example.** You paid us, and we keep it.',
		'Refunds of Fees Paid. We give none.',
	])
		assert.equal(nameOf(clause, ...top), 'Input and Output', clause);
});

test('a clause without a title is named by the nearest above it, which ends where another begins', () => {
	const names = namesIn(
		[
			...top,
			'**2.4 No refunds.** Nothing is paid back for:',
			'*   fees of the month that has begun,',
			'*   **Gifts.** Whoever got one, but also for:\n    *   cards that were lost,',
			'*   taxes that we had to pay.',
			'The same holds for what others paid.',
			'2.5 Prices are in euros.',
			'## 3. Ending',
			'3.1 You may leave at any time.',
		].join('\n\n'),
	);
	assert.deepEqual(names, {
		'Terms of Service': '',
		'Input and Output': 'Input and Output',
		'What you send': 'Input and Output',
		'2.4 No refunds.': '2.4 No refunds',
		'fees of the': '2.4 No refunds',
		'Gifts. Whoever got': 'Gifts',
		'cards that were': 'Gifts',
		'taxes that we': '2.4 No refunds',
		'The same holds': '2.4 No refunds',
		'2.5 Prices are': 'Input and Output (2.5)',
		'3. Ending': 'Ending',
		'3.1 You may': 'Ending (3.1)',
	});
});

test('no date, greeting, list of contents or title of the document names a clause', () => {
	for (const heading of [
		'## Last updated: 3 March 2025',
		'## Effective 3 March 2025',
		'**Thank you for using Tern!**',
		'## Welcome to Tern',
		'## Table of Contents',
	]) {
		assert.equal(nameOf('We run this service for you.', '# Terms of Service', heading), '', heading);
		assert.equal(nameOf('We run this service for you.', ...top, heading), 'Input and Output', heading);
	}
	assert.equal(nameOf('We run this service.', '# Tern', '## Fees', 'You pay.', '## Ending'), 'Ending');
	assert.equal(namesIn('# Tern\n\nWe run this service.\n\n## Fees')['We run this'], '');
	assert.equal(namesIn('# Privacy Policy\n\nWe read it.\n\n# Fees\n\nYou pay.')['We read it.'], '');
	assert.equal(namesIn('# Fees\n\nYou pay us.\n\n# Ending\n\nYou leave.')['You pay us.'], 'Fees');
});

test('one number tells the place of a clause and that of its title', () => {
	assert.equal(nameOf('2.4.1 Nor do we lend it.', '## 2.4 No refunds'), 'No refunds (2.4.1)');
	assert.equal(nameOf('2.4.1 Nor do we lend it.'), '2.4.1');
});

test('above a titled clause stands its heading', () => {
	const ledger = ledgerOf([[...top, '**2.4 No refunds.** We do not give money back.'].join('\n\n')]);
	const state = ledger.states[0] as State;
	assert.equal(titleAt(ledger, state, namedPlaces(ledger, state).above.at(-1) as number), 'Input and Output');
});

test('a long list of titles is walked in time that grows with its length', () => {
	const titled = '*   **Entry 1a.** It stands here.\n';
	const walkAll = (text: string): void => {
		const ledger = ledgerOf([text]);
		namedPlaces(ledger, ledger.states[0] as State);
	};
	assert.equal(
		growsFaster(walkAll, (length) => titled.repeat(length / titled.length)),
		null,
	);
});

test('a number with dots holds for what follows, until a higher number', () => {
	const names = namesIn(
		[
			'4.6 We end this when we like:',
			'1. with a notice,',
			'2. without one.',
			'You do not.',
			'5. You waive all rights.',
			'We waive none.',
		].join('\n\n'),
	);
	assert.deepEqual(Object.values(names), ['4.6', '4.6', '4.6', '4.6', '', '']);
});
