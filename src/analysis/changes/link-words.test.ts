import assert from 'node:assert/strict';
import { test } from 'node:test';
import { built, sampleVersion } from '../../samples/sample-agreement.ts';
import { describeChanges } from './describe-changes.ts';

const clauses = [
	'# Terms',
	'How we use what you send is told in our Privacy Policy.',
	'If you have questions about your account, please contact the Help Centre.',
	'You can decide to stop getting our letters by updating your settings.',
	'When you use the websites, apps or any other products or features of ours, these terms hold.',
	'You pay the fees within 30 days of our invoice, and we may change them once a year.',
	'We remove content that breaks the law as soon as we hear of it, and tell its author why.',
];
const whole = clauses.join('\n\n');
const holed = whole
	.replace('our Privacy Policy', 'our ')
	.replace('the Help Centre', 'the ')
	.replace('to stop getting our letters by updating your settings', 'to by updating your ')
	.replace('other products or', 'other or');

function classOf(
	before: string,
	after: string,
	origin: 'technical' | 'record' = 'technical',
): string | undefined {
	const versions = ['2026-01-01', '2026-03-01'].map((day, index) => ({
		...sampleVersion(day, index),
		origin,
	}));
	return describeChanges(versions, built([before, after]))[1]?.class;
}

test('another way of reading a page loses the words of its links, or brings them back: no edition', () => {
	assert.equal(classOf(whole, holed), 'technical');
	assert.equal(classOf(holed, whole), 'technical');
	assert.equal(classOf(whole, holed, 'record'), 'substantive');
});

test('an edit beside lost link words is an edit', () => {
	assert.equal(classOf(whole, holed.replace('30 days', '14 days')), 'substantive');
	assert.equal(classOf(whole, holed.replace('once a year', 'at any time')), 'substantive');
});

test('words that were cut without leaving a hole are an edit, and one hole is no pattern', () => {
	assert.equal(classOf(whole, whole.replace(', and tell its author why', '')), 'substantive');
	assert.equal(classOf(whole, whole.replace('our Privacy Policy', 'our ')), 'substantive');
});

test('a sentence that came into a clause is an edit of the clause, whatever the commit says', () => {
	const longer = whole.replace(
		'your settings.',
		'your settings. On some of our sites this takes up to three days to have an effect.',
	);
	assert.equal(classOf(whole, longer), 'substantive');
	assert.equal(classOf(whole, whole.replace('your settings.', 'your settings. Read more.')), 'technical');
});
