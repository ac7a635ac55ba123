/** What a question names: a platform that it is to be asked of, and topics that have pages. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { readVocabulary } from '../../archive/vocabulary.ts';
import { root } from '../../root.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { type Named, namedIn, readNames } from './search-names.ts';
import { namesFile } from './search-names-file.ts';

const { topics } = await readVocabulary(path.join(root, 'src', 'content'));
const refunds = 'We do not refund any payments. You waive any right to a refund.';
const archive = sampleArchive(
	{
		Amazon: { Terms: [refunds] },
		'Amazon Prime': { Terms: ['We watch films.'] },
		'Booking.com': { Terms: [refunds] },
		'Open Collective': { Terms: ['We are open.'] },
		Refund: { Terms: [refunds] },
		'Versolette Cloud': { Terms: [refunds], Privacy: [refunds], More: [refunds] },
	},
	topics,
);
const names = namesFile(archive);

function ask(words: string): Named {
	return namedIn(names, words);
}

test('a platform in a question narrows it, and its name is no part of what is looked for', () => {
	const { platform, rest } = ask('Amazon gift cards');
	assert.deepEqual([platform?.name, rest], ['Amazon', 'gift cards']);
	assert.equal(ask('cards of amazon prime').platform?.name, 'Amazon Prime');
	assert.equal(ask('booking.com cards').platform?.name, 'Booking.com');
	assert.equal(ask('BOOKING cards').platform?.name, 'Booking.com');
	assert.equal(ask('versolette cards').platform?.name, 'Versolette Cloud');
});

test('a name alone, a name in quotes, and a name that is a word of agreements narrow nothing', () => {
	assert.equal(ask('amazon').platform, null);
	assert.deepEqual(
		ask('amazon').maybe.map(({ name }) => name),
		['Amazon'],
	);
	assert.equal(ask('“amazon gift cards”').platform, null);
	assert.deepEqual(ask('“amazon gift cards”').maybe, []);
	const { platform, maybe, rest } = ask('refund cards');
	assert.equal(platform, null);
	assert.deepEqual(
		maybe.map(({ name }) => name),
		['Refund'],
	);
	assert.equal(rest, 'refund cards');
});

test('a word that names a topic leads to it, in English and in German, with or without a platform', () => {
	const told = (words: string) => ask(words).topics.map(({ id }) => id);
	for (const words of [
		'Erstattung',
		'refunds',
		'money back',
		'amazon refund',
		'Rückerstattung',
		'RUCKERSTATTUNG',
	])
		assert.deepEqual(told(words), ['refunds'], words);
	assert.deepEqual(told('opt out of arbitration'), ['arbitration-opt-out']);
	assert.deepEqual(told('Schiedsgericht'), ['arbitration']);
	assert.deepEqual(told('KI Haftung'), ['ai-training', 'liability-limit']);
	assert.deepEqual(told('bicycle'), []);
});

test('every topic is asked for by words in English and in German, and no words ask for two', () => {
	const owners = new Map<string, string>();
	for (const { id, also } of topics) {
		assert.ok((also?.en?.length ?? 0) > 1 && (also?.de?.length ?? 0) > 1, id);
		for (const key of names.topics.find((topic) => topic.id === id)?.keys ?? []) {
			assert.equal(owners.get(key) ?? id, id, key);
			owners.set(key, id);
		}
	}
});

test('whatever is asked, the rest is made of its words', () => {
	fc.assert(
		fc.property(fc.string(), (asked) => {
			const { rest, platform } = ask(asked);
			for (const word of rest.split(' ').filter(Boolean)) assert.ok(asked.includes(word), word);
			assert.ok(platform === null || rest !== '');
		}),
	);
});

test('what is no such file is told apart', () => {
	assert.equal(readNames({ format: 2 }), null);
	assert.equal(readNames(null), null);
	assert.deepEqual(readNames(JSON.parse(JSON.stringify(names))), names);
});
