import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyOf, lettersKey, printsOf, wholeKey } from './fingerprint.ts';

test('every code unit is folded as it is by itself: the keys of clauses, and so their anchors, hang on it', () => {
	const word = /[\p{L}\p{N}\p{M}]/u;
	for (let code = 0; code < 0x10000; code++) {
		const character = String.fromCharCode(code);
		const lower = character.toLowerCase();
		const isHalf = code >= 0xd800 && code <= 0xdfff;
		const letter = isHalf || !word.test(character) || lower.length > 1 ? character : lower;
		const { whole, letters } = printsOf(character);
		assert.equal(whole.length, isHalf || word.test(character) ? 1 : 0, code.toString(16));
		assert.equal(whole.a, whole.length === 0 ? 0 : letter.charCodeAt(0), code.toString(16));
		assert.equal(letters.length, whole.length - Number(/\p{Nd}/u.test(character)), code.toString(16));
	}
});

test('a key made by itself is the key of the fingerprint', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.nat(3), (text, start) => {
			const { whole, letters } = printsOf(text, start);
			assert.equal(wholeKey(text, start), keyOf(whole));
			assert.equal(lettersKey(text, start), keyOf(letters));
		}),
	);
});
