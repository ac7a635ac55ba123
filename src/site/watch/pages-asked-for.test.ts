/** Pages above the clauses that a search finds. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { root } from '../../root.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { namedIn } from '../search/search-names.ts';
import { namesFile } from '../search/search-names-file.ts';
import { pagesAskedFor } from './pages-asked-for.ts';
import { type Choices, choicesFile, readChoices } from './watch-choices.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const refunds = 'We do not refund any payments.';
const archive = sampleArchive(
	{ Amazon: { Terms: [refunds] }, Booking: { Terms: ['We watch films.'] } },
	topics,
);
const choices = readChoices(choicesFile(archive)) as Choices;
const names = namesFile(archive);

function pagesFor(typed: string): string[] {
	return pagesAskedFor(choices, typed, namedIn(names, typed), 4).map(({ path }) => path);
}

test('a word for a topic leads to what the named platform says on it, or to all where that says nothing', () => {
	assert.deepEqual(pagesFor('amazon Erstattung'), ['amazon/on/refunds', 'amazon']);
	assert.deepEqual(pagesFor('booking Erstattung'), ['topics/refunds', 'booking']);
	assert.deepEqual(pagesFor('money back'), ['topics/refunds']);
});

test('what is named by its name is led to once, a platform that may be meant as well', () => {
	assert.equal(pagesFor('refunds').filter((page) => page === 'topics/refunds').length, 1);
	assert.equal(pagesFor('amazon')[0], 'amazon');
	assert.deepEqual(pagesFor('bicycle'), []);
});
