import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { built, sampleVersion } from '../../samples/sample-agreement.ts';
import { describeChanges } from './describe-changes.ts';

const frame = [
	'# Terms',
	'We receive your content when you send it to us and keep it for as long as you have an account.',
	'The employee and the employer are told of what was received, in March as in any other month.',
	'Our mission is to connect the people of the harbour to make them happy. You do not pay for it.',
].join('\n\n');

function isSlip(before: string, after: string): boolean {
	const versions = ['2026-01-01', '2026-03-01'].map((day, index) => sampleVersion(day, index));
	const change = describeChanges(versions, built([`${frame}\n\n${before}`, `${frame}\n\n${after}`]))[1];
	return change?.hindsight?.label === 'slip';
}

test('a word that is none gives way to one that the text knows', () => {
	assert.ok(
		isSlip(
			'Whatever you recieve is yours to keep for ever.',
			'Whatever you receive is yours to keep for ever.',
		),
	);
	assert.ok(
		isSlip(
			'Whatever you sennd is kept in the harbour conntent.',
			'Whatever you sennd is kept in the harbour content.',
		),
	);
	assert.ok(
		isSlip('We connect people o make the harbour known.', 'We connect people to make the harbour known.'),
	);
	assert.ok(
		isSlip('All of it is told to the the employer at once.', 'All of it is told to the employer at once.'),
	);
	assert.ok(
		isSlip('We don’t sell what you put into the account.', 'We do not sell what you put into the account.'),
	);
});

test('another word is no slip, however like it is', () => {
	for (const [before, after] of [
		['The cost is borne by the employee alone.', 'The cost is borne by the employer alone.'],
		['You may sell what you keep in the account.', 'You must sell what you keep in the account.'],
		['We do now sell what you put in.', 'We do not sell what you put in.'],
		['You have 30 days to answer a claim of ours.', 'You have 20 days to answer a claim of ours.'],
		['The fee is 5 € for each month of the year.', 'The fee is 5 $ for each month of the year.'],
		['We sell what you put into the account.', 'We do sell what you put into the account.'],
		['| Mail | ✓ |', '| Mail | – |'],
		['The marsh is closed to all visitors then.', 'The match is closed to all visitors then.'],
	] as const)
		assert.ok(!isSlip(before, after), `${before} ${after}`);
});

test('a word that stands elsewhere in the text is no slip', () => {
	const word = fc.stringMatching(/^[b-d]{6,9}$/);
	fc.assert(
		fc.property(word, fc.nat(5), (right, place) => {
			const at = 1 + (place % (right.length - 2));
			const wrong = `${right.slice(0, at)}z${right.slice(at)}`;
			const said = (one: string) => `The harbour master calls it ${one} at all times.`;
			const known = `Of ${right} we speak here for the first time in these terms.`;
			assert.ok(isSlip(`${known}\n\n${said(wrong)}`, `${known}\n\n${said(right)}`));
			const both = `${known} It is no ${wrong} at all.`;
			assert.ok(!isSlip(`${both}\n\n${said(wrong)}`, `${both}\n\n${said(right)}`));
			assert.ok(!isSlip(said(wrong), said(right)));
		}),
		{ numRuns: 40 },
	);
});
