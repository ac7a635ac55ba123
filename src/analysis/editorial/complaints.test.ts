import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ledgerOf } from '../../samples/sample-agreement.ts';
import { nearestPassage } from '../quotes/nearest-passage.ts';
import { refusalComplaint } from './complaints.ts';

const versions = ['2024-01-01', '2024-02-01'].map((day) => ({
	commit: 'a'.repeat(40),
	path: 'Tern/Terms.md',
	blob: 'b'.repeat(40),
	fetched: `${day}T12:00:00Z`,
	committed: `${day}T12:00:00Z`,
	subject: '',
	origin: 'record' as const,
	evidence: { sources: [] },
}));

/** What is said of how a quote differs from the one sentence that there is. */
function said(sentence: string, exact: string): string {
	const nearest = nearestPassage(ledgerOf([`# Terms\n\n${sentence}\n`]), exact, 0);
	const refusal = { why: 'not there', stoodUntil: null, cameIn: null, nearest, heldBy: 0 } as const;
	const { what } = refusalComplaint(refusal, { exact }, '2024-01-01', versions);
	return /; it differs.*$/.exec(what)?.[0] ?? '';
}

describe('how a quote differs from the passage that comes nearest', () => {
	for (const [kind, sentence, quote, words] of [
		['a dash', 'Plans run for 12–18 months.', 'Plans run for 12-18 months.', 'in a dash: – against -'],
		['dashes', 'It runs — or not – on.', 'It runs - or not - on.', 'in dashes: — against -, – against -'],
		['case', 'You pay the Fee at once.', 'You pay the fee at once.', 'in case: Fee against fee'],
		['quotes', 'We call it the “Service” here.', 'We call it the Service here.', 'in quotes: with ", with "'],
		[
			'spaces',
			'Pay and/or leave at once.',
			'Pay and / or leave at once.',
			'in spaces: and/or against and / or',
		],
		['a sign', 'You pay, and you leave.', 'You pay; and you leave.', 'in a sign: , against ;'],
		['words', 'You pay within ten days.', 'You pay within six days.', ': ten against six'],
	] as const)
		it(`is told by its letters first: ${kind}`, () => {
			const told = said(sentence, quote);
			assert.equal(told, words.startsWith(':') ? `; it differs${words}` : `; it differs ${words}`);
		});
});

it('a quote that came in after the review is told by the day on which it did', () => {
	const refusal = { why: 'not there', stoodUntil: 1, cameIn: 1, nearest: null, heldBy: null } as const;
	const { what, remedy } = refusalComplaint(refusal, { exact: 'You pay.' }, '2024-01-15', versions);
	assert.match(what, /it stands in today's, since the version of 2024-02-01/);
	assert.match(remedy, /set reviewed to that day/);
});
