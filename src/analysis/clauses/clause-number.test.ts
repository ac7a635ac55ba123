import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareNumber, leadingNumber } from './clause-number.ts';

const paragraphs: Readonly<Record<string, string>> = {
	'4.2. Fees are due': '4.2.',
	'4.2 Fees are due': '4.2',
	'50.12.5.1 Certain products': '50.12.5.1',
	'(a) keep your password': '(a)',
	'iv) keep your password': 'iv)',
	'Section 4. Fees': 'Section 4.',
	'§ 7 Haftung': '§ 7',
	'4.2.If you pay late': '4.2.',
	'5.b.Subcontracting': '5.b.',
	'5.b. Subcontracting': '5.b.',
	'5.2.b Subcontracting': '5.2.b',
	'5.b.ii. a guest may': '5.b.ii.',
	'3.m of rope': '',
	'30 days after the end': '',
	'3.5 GB of storage': '',
	'2.5 per cent of the fare': '',
	'2.5% of the fare': '',
	'U.S. law applies': '',
	'I. Scope': 'I.',
	'2024 was a good year': '',
	'Fees are due': '',
	'': '',
};

test('a paragraph bears the number that stands before it, and none where a quantity begins it', () => {
	for (const [text, number] of Object.entries(paragraphs))
		assert.equal(leadingNumber(text, false), number, text);
});

test('only a heading bears a bare number', () => {
	assert.equal(leadingNumber('4 Your content', true), '4');
	assert.equal(leadingNumber('4 Your content', false), '');
	assert.equal(leadingNumber('30 days', true), '');
});

const bare: Readonly<Record<string, string>> = {
	'4.2.': '4.2',
	'4.2': '4.2',
	'Article 4:': 'Article 4',
	'Section 4.': 'Section 4',
	'§ 7': '§ 7',
	'(a)': '(a)',
	'iv)': 'iv)',
	'': '',
};

test('inside a sentence a number has no mark at its end, and keeps its brackets', () => {
	for (const [number, shown] of Object.entries(bare)) assert.equal(bareNumber(number), shown, number);
});
