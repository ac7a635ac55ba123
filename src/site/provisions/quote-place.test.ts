/** A quote is found in the words of a clause whatever its white space and quotes, and marked there without touching the markup. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { underlineQuote } from '../agreement/explained-marks.ts';
import { quotedPart } from './quote-place.ts';

function partOf(words: string, quote: string): string | null {
	const part = quotedPart(words, quote);
	return part && words.slice(...part);
}

describe('the part of a clause that is quoted', () => {
	test('is found whatever its white space and quotes', () => {
		assert.equal(partOf('Here “we” may \n end it.', '"we" may end'), '“we” may \n end');
	});

	test('is what a clause has of a quote that runs through several', () => {
		const quote = 'You may end it at any time. We may end it at any time. Neither owes anything.';
		assert.equal(partOf('First of all. You may end it at any time.', quote), 'You may end it at any time.');
		assert.equal(partOf('We may end it at any time.', quote), 'We may end it at any time.');
		assert.equal(partOf('Neither owes anything. That is all.', quote), 'Neither owes anything.');
	});

	test('is none where the words are others, and where there are none', () => {
		assert.equal(partOf('Something else stands here.', 'We may end it at any time.'), null);
		assert.equal(partOf('', 'We may end it.'), null);
		assert.equal(partOf('We may end it.', ''), null);
	});

	test('holds the quote, wherever that was put', () => {
		const word = fc.constantFrom('we', 'may', 'end', '“it”', '’tis', '.');
		const words = fc.array(word, { maxLength: 6 }).map((list) => list.join(' '));
		const quote = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
		fc.assert(
			fc.property(words, quote, words, (before, middle, after) => {
				// The same words may stand earlier already, over the two blanks.
				const part = partOf(`${before}  ${middle}\n${after}`, middle) ?? '';
				assert.equal(part.replace(/\s+/g, ' '), middle);
			}),
		);
	});
});

describe('the line below a quote', () => {
	test('runs through markup, which stays whole', () => {
		assert.equal(
			underlineQuote('We <em>may &amp; will</em> end it.', 'may & will end'),
			'We <em><span class="explained">may &amp; will</span></em><span class="explained"> end</span> it.',
		);
	});

	test('is missing where the words are others', () => {
		assert.equal(underlineQuote('We <em>may</em> end it.', 'You may not'), 'We <em>may</em> end it.');
	});

	test('leaves all signs of the clause as they were', () => {
		const pieces = fc.constantFrom('a', ' ', '<em>', '</em>', '&amp;', '&lt;', '“', '<br />', '😀');
		fc.assert(
			fc.property(fc.array(pieces), fc.array(pieces), (html, quote) => {
				const marked = underlineQuote(html.join(''), quote.join(''));
				assert.equal(marked.replace(/<span class="explained">|<\/span>/g, ''), html.join(''));
			}),
		);
	});
});
