/** Build and browser must cut words alike, and a question must mean what its writer meant. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { indexedWords, normalised, readQuestion } from './search-terms.ts';

describe('a question', () => {
	test('is its words without those that say nothing', () => {
		const { terms, query, phrase } = readQuestion('can they share my data');
		assert.deepEqual(
			terms.map(({ words }) => words.join()),
			['share', 'data'],
		);
		assert.equal(query, 'share data');
		assert.equal(phrase, false);
	});

	test('keeps every word of a phrase', () => {
		const { query, phrase, terms } = readQuestion(' “as is and as available” ');
		assert.equal(query, '"as is and as available"');
		assert.ok(phrase);
		assert.equal(terms.length, 1);
	});

	test('of nothing but such words keeps them', () => {
		assert.equal(readQuestion('as is').terms.length, 2);
		assert.equal(readQuestion('as is').query, 'as is');
	});

	test('may mix a phrase and words', () => {
		const { query, phrase, terms } = readQuestion('"class action" waiver');
		assert.equal(query, 'class action waiver');
		assert.equal(phrase, false);
		assert.deepEqual(
			terms.map(({ words, exact }) => [words.join(' '), exact]),
			[
				['class action', true],
				['waiver', false],
			],
		);
	});

	test('in a script without spaces is a phrase of its characters', () => {
		const { query, phrase } = readQuestion('利用規約');
		assert.equal(query, '"利 用 規 約"');
		assert.ok(phrase);
	});

	test('of marks alone asks for nothing', () => {
		assert.deepEqual(readQuestion('"" – ?!').terms, []);
	});
});

describe('indexed words', () => {
	test('have no white space in them and lose no letter', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const words = indexedWords(text);
				assert.ok(words.every((word) => !/[\s\u200b\u0085]/.test(word) && word !== ''));
				assert.equal(words.join(''), text.replace(/[\s\u200b\u0085\ufeff]/g, ''));
			}),
		);
	});

	test('are equal without case, marks and accents, but not without what makes another syllable', () => {
		assert.equal(normalised('E-Mail,'), normalised('email'));
		assert.equal(normalised('Über'), normalised('uber'));
		assert.notEqual(normalised('が'), normalised('か'));
	});
});
