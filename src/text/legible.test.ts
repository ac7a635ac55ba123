import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { invisibleSign, legibleLine, showInvisible } from './legible.ts';

describe('a sign that nobody sees', () => {
	for (const [name, sign] of [
		['a zero-width space', '\u200b'],
		['a zero-width joiner', '\u200d'],
		['a zero-width non-joiner', '\u200c'],
		['a mark for the right-to-left direction', '\u200f'],
		['an override to the right-to-left direction', '\u202e'],
		['an isolate', '\u2066'],
		['the end of an isolate', '\u2069'],
		['a word joiner', '\u2060'],
		['a byte order mark', '\ufeff'],
		['a soft hyphen', '\u00ad'],
		['a Hangul filler', '\u3164'],
		['a tag', '\u{e0041}'],
		['a variation selector after a letter', '\ufe0f'],
		['an Arabic letter mark', '\u061c'],
		['an escape', '\u001b'],
		['a line separator', '\u2028'],
	] as const)
		test(`is ${name}, and is shown by its number`, () => {
			const number = `U+${sign.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
			assert.equal(invisibleSign(`Te${sign}rn`), number);
			assert.equal(showInvisible(`Te${sign}rn`), `Te⟨${number}⟩rn`);
		});

	for (const name of [
		'Tern & Co.',
		'Größe + “Maß”',
		'Société Générale',
		'שלום',
		'العربية',
		'日本語 葛\u{e0100}城',
		'I ❤️ Terns 1️⃣',
		'👩‍💻 Code',
		'हिन्दी',
		'a\u00a0b',
	])
		test(`is none in ${name}`, () => {
			assert.equal(invisibleSign(name), null);
			assert.equal(showInvisible(name), name);
		});
});

describe('a line', () => {
	test('holds no line break, no hidden sign, and no more than it may, whatever it is made of', () => {
		const unit = fc.oneof(
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
			fc.constantFrom(...'\n\r\u2028\u202e\u200b \t\ud83d'),
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 300 }), fc.integer({ min: 1, max: 100 }), (text, most) => {
				const line = legibleLine(text, most);
				assert.equal(invisibleSign(line), null);
				assert.ok(line.length <= most + 2);
				assert.ok(line.isWellFormed());
				assert.ok(!/[\r\n]/.test(line));
			}),
		);
	});

	test('is left as it is where it is one', () => {
		assert.equal(legibleLine('status 404 | `x` <b> @all'), 'status 404 | `x` <b> @all');
	});
});
