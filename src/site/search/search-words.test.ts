/** Slips of the pen are put right by the archive's own words, and what it knows is left alone. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { root } from '../../root.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { readQuestion } from './search-terms.ts';
import { corrected, hasUnseen, type KnownWords, readWords, wrongLetters } from './search-words.ts';
import { wordsFile } from './search-words-file.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const archive = sampleArchive(
	{
		Versolette: { Terms: ['We do not refund payments. Disputes are resolved by binding arbitration.'] },
		Hafenblick: { Bedingungen: ['Wir speichern personenbezogene Daten so lange, wie es nötig ist.'] },
	},
	topics,
);
const known = readWords(JSON.parse(JSON.stringify(wordsFile(archive)))) as KnownWords;

function meant(asked: string): string | null {
	return corrected(asked, readQuestion(asked), known);
}

test('a letter too many, too few, wrong or swapped is put right, and the rest of the question stays', () => {
	assert.equal(meant('refnud'), 'refund');
	assert.equal(meant('no refundd'), 'no refund');
	assert.equal(meant('bindign arbitraton'), 'binding arbitration');
	assert.equal(meant('versolete refunds'), 'versolette refunds');
	assert.equal(meant('Ersttatung'), 'erstattung');
});

test('what the archive knows, what is short, quoted or a number, and what is like nothing, stays', () => {
	for (const asked of [
		'refund',
		'refunds',
		'arbitr',
		'rfd',
		'“refnud”',
		'12345',
		'xyzzyqq',
		'',
		'<img onerror>',
	])
		assert.equal(meant(asked), null, asked);
});

test('a word that was found in another form alone may be a slip, one that was found is none', () => {
	const hits = [{ words: ['Binding', 'arbitration,', 'or', 'training'], found: [1, 3] }];
	const unseen = (asked: string) => hasUnseen(readQuestion(asked), hits);
	assert.equal(unseen('arbitraton'), true);
	for (const asked of ['arbitration', 'arbitr', 'Arbitrations', '“arbitraton”'])
		assert.equal(unseen(asked), false, asked);
});

test('letters apart are counted as a full comparison counts them, up to the bound', () => {
	const word = fc.stringMatching(/^[abc]{0,8}$/);
	fc.assert(
		fc.property(word, word, fc.nat(3), (one, other, most) => {
			const apart = distance(one, other);
			assert.equal(wrongLetters(one, other, most), apart > most ? null : apart);
		}),
	);
});

/** By the definition, without a bound. */
function distance(one: string, other: string): number {
	if (one === '' || other === '') return one.length + other.length;
	const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
	const all = [
		distance(a, other) + 1,
		distance(one, b) + 1,
		distance(a, b) + (one.at(-1) === other.at(-1) ? 0 : 1),
	];
	if (one.length > 1 && other.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1))
		all.push(distance(a.slice(0, -1), b.slice(0, -1)) + 1);
	return Math.min(...all);
}

test('the file holds words alone, and of too many no more than it may weigh', () => {
	let seed = 1;
	const word = (): string =>
		Array.from({ length: 12 }, () => {
			seed = (seed * 48271) % 2147483647;
			return String.fromCharCode(97 + (seed % 26));
		}).join('');
	const names = Object.fromEntries(Array.from({ length: 9000 }, () => [word(), {}]));
	const bytes = gzipSync(JSON.stringify(wordsFile(sampleArchive(names, topics)))).length;
	assert.ok(bytes > 20_000 && bytes <= 30_000, String(bytes));
	for (const { word } of known) assert.match(word, /^\p{Ll}{4,20}$/u);
});

test('what is no such file is told apart', () => {
	assert.equal(readWords({ format: 2, tiers: [] }), null);
	assert.equal(readWords('<!doctype html>'), null);
});
