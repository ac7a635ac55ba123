import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endsInAbbreviation, isCommonAbbreviation } from './abbreviations.ts';

const ends: readonly (readonly [said: string, next: string, isAbbreviation: boolean])[] = [
	['Ask Mr.', 'Tern', true],
	['as in No.', '5', true],
	['We say no.', 'You pay.', false],
	['sold by Tern Inc.', 'Leith', true],
	['sold by Tern Inc.', 'We bill you.', false],
	['from the U.S.', 'Customs', true],
	['given to us.', 'Such data', false],
	['fees, taxes etc.', 'You pay them.', false],
	['by J.', 'Tern', true],
	['You and I.', 'Nobody else.', false],
];

test('what follows decides whether a full stop ends a sentence', () => {
	for (const [said, next, expected] of ends)
		assert.equal(endsInAbbreviation(said, next), expected, `${said} ${next}`);
});

test('the commonest are known by the word alone, in upper case too', () => {
	for (const word of ['Inc', 'no', 'ART', 'vgl', 'etc']) assert.ok(isCommonAbbreviation(word), word);
	for (const word of ['fees', 'app', 'para', 'prof', '']) assert.ok(!isCommonAbbreviation(word), word);
});
