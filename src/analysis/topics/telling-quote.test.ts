import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { clauseQuote } from './telling-quote.ts';

const intro = 'This section is about money and about little else that would be of interest to you.';
const fee = 'You pay a fee of ten euros for each order that you place at our shop.';

function quote(text: string, ...words: readonly string[]): { quote: string; marked: string[] } {
	const marks = words.map((word) => [text.indexOf(word), text.indexOf(word) + word.length] as const);
	const cut = clauseQuote(text, marks);
	return { quote: cut.quote, marked: cut.marks.map(([start, end]) => cut.quote.slice(start, end)) };
}

describe('a quote', () => {
	test('is the sentence that decides, whole, with its decisive words', () => {
		assert.deepEqual(quote(`${intro} ${fee} ${intro}`, 'pay a fee'), { quote: fee, marked: ['pay a fee'] });
	});

	test('goes on to the last deciding sentence that still fits', () => {
		const text = `${fee} ${intro} ${fee.replace('fee', 'charge')}`;
		assert.deepEqual(quote(text, 'fee', 'charge'), { quote: text, marked: ['fee', 'charge'] });
		const far = `${fee} ${`${intro} `.repeat(6)} ${fee.replace('fee', 'charge')}`;
		assert.deepEqual(quote(far, 'fee', 'charge'), { quote: fee, marked: ['fee'] });
	});

	test('of few words takes the sentence before it along', () => {
		assert.equal(quote(`${intro} You pay. ${fee}`, 'You pay').quote, `${intro} You pay.`);
		assert.equal(quote(`You pay. ${fee}`, 'You pay').quote, `You pay. ${fee}`);
	});

	test('begins with the bracket or quotation mark that opens its sentence', () => {
		const text = `${intro} “${fee}” ${intro}`;
		assert.equal(quote(text, 'fee').quote, `“${fee}”`);
	});

	test('joins marks that a word or two part, and never across a stop', () => {
		assert.deepEqual(quote(`${fee} ${intro}`, 'pay', 'fee').marked, ['pay a fee']);
		assert.deepEqual(quote(`${fee} Fees are due.`, 'shop', 'Fees').marked, ['shop', 'Fees']);
		assert.deepEqual(quote(fee, 'pay', 'order').marked, ['pay', 'order']);
	});

	test('of a sentence without end is cut at words around what decides', () => {
		const long = 'whatever you may have agreed with somebody else before '.repeat(30);
		const { quote: cut, marked } = quote(`${long} you pay a fee ${long}`, 'pay a fee');
		assert.match(cut, /^… (whatever|you|may|have|agreed|with|somebody|else|before) .* \w+ …$/);
		assert.ok(cut.length < 440, String(cut.length));
		assert.deepEqual(marked, ['pay a fee']);
	});
});

test('whatever the text, marks stand inside the quote on the very words that were marked, and no character is halved', () => {
	const parts = [
		'You pay',
		'. ',
		' fee ',
		'“',
		'x'.repeat(90),
		' a ',
		'。',
		'😀',
		'\u2028',
		' till next year ',
	];
	const anyText = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(anyText, anyText, fc.constantFrom('fee', 'pay a fee'), (before, after, decisive) => {
			const text = `${before.join('')}${decisive}${after.join('')}`;
			const start = before.join('').length;
			const { quote: cut, marks } = clauseQuote(text, [[start, start + decisive.length]]);
			assert.ok(cut.length <= 426, String(cut.length));
			assert.deepEqual(
				marks.map((mark) => cut.slice(...mark)),
				[decisive],
			);
			assert.ok(text.includes(cut.replace(/^… /, '').replace(/ …$/, '')));
			assert.ok(cut.isWellFormed(), 'a character was halved');
		}),
	);
});
