import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citedParts, citedSchema, unsourced } from './cited.ts';

test('a citation is told from the words that it stands behind', () => {
	assert.deepEqual(citedParts('People may object. [gdpr, Article 21(1)] Then it stops.'), [
		{ words: 'People may object. ' },
		{ regulation: 'gdpr', citation: 'Article 21(1)' },
		{ words: ' Then it stops.' },
	]);
});

test('no word is lost between the parts of a text', () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('word', ' ', '[', ']', ', ', 'gdpr', '[ccpa, § 1]', '.')),
			(pieces) => {
				const text = pieces.join('');
				const written = citedParts(text)
					.map((part) => ('words' in part ? part.words : `[${part.regulation}, ${part.citation}]`))
					.join('');
				assert.equal(written, text);
			},
		),
	);
});

test('a sentence on the law needs a source of its own', () => {
	assert.deepEqual(unsourced('The law forbids it.'), ['The law forbids it.']);
	assert.deepEqual(unsourced('The law forbids it. [gdpr, Article 22]'), []);
	assert.deepEqual(unsourced('The law forbids it [gdpr, Article 22].'), []);
	assert.deepEqual(unsourced('The law forbids it. [gdpr, Article 22] Such a clause is void.'), [
		'Such a clause is void.',
	]);
	assert.deepEqual(unsourced('Keep a copy. Note the day.'), []);
});

test('the message names the sentence and the way out', () => {
	const { error } = citedSchema.safeParse('Note the day. Such a clause is void.');
	assert.match(error?.message ?? '', /“Such a clause is void\.”.*\[gdpr, Article 21\(1\)\]/);
});
