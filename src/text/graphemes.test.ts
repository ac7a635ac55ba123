import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutGraphemes, graphemes } from './graphemes.ts';

test('a cut text is no longer than asked, counted in signs, and what fits stays as it is', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 60 }),
			fc.integer({ min: 1, max: 50 }),
			(text, most) => {
				const cut = cutGraphemes(text, most);
				assert.ok(graphemes(cut, 100) <= most);
				if (graphemes(text, 100) <= most) assert.equal(cut, text);
				else assert.ok(cut.endsWith('…'));
			},
		),
	);
});

test('a sign of several marks is one, and is not torn', () => {
	const family = '👩‍👩‍👧';
	assert.equal(graphemes(family.repeat(3), 10), 3);
	assert.equal(cutGraphemes(family.repeat(3), 2), `${family}…`);
});

test('words are cut at a blank', () => {
	assert.equal(cutGraphemes('We may end your account at once', 28), 'We may end your account at…');
});
