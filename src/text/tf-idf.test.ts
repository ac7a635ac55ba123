import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indexTerms, likeness, termsOf, weigh } from './tf-idf.ts';

const texts = [
	'We may terminate your account at any time for any reason.',
	'We may suspend your account when you breach these terms.',
	'Disputes are settled by binding arbitration in Edinburgh.',
	'An arbitrator settles any dispute, and no court does.',
	'You pay the fees of your plan a month ahead.',
].map(termsOf);
const index = indexTerms(texts);
const like = (one: string, other: string) =>
	likeness(weigh(termsOf(one), index), weigh(termsOf(other), index));

test('forms of one word are one term, words of grammar are none', () => {
	assert.deepEqual(termsOf('We terminate; they terminated, terminating'), [
		'terminat',
		'terminat',
		'terminat',
	]);
	assert.deepEqual(termsOf('You and we may not be what they were.'), []);
});

test('a text is as like itself as can be, and not at all like one that shares no term with it', () => {
	fc.assert(
		fc.property(fc.constantFrom(...texts), (terms) => {
			const weights = weigh(terms, index);
			assert.ok(Math.abs(likeness(weights, weights) - 1) < 1e-9);
		}),
	);
	assert.equal(like('binding arbitration', 'fees of a plan'), 0);
});

test('likeness is the same both ways and stays between 0 and 1 for any texts', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (one, other) => {
			assert.equal(like(one, other), like(other, one));
			assert.ok(like(one, other) >= 0 && like(one, other) <= 1 + 1e-9);
		}),
	);
});

test('a rare word in common counts more than a frequent one', () => {
	assert.ok(
		like('arbitration of the account', 'an arbitration') > like('arbitration of the account', 'an account'),
	);
});
