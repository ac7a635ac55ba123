/** What is typed finds platforms, agreements and topics by any of their words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Topic } from '../../model/topic.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sidedTopic } from '../../samples/sample-topics.ts';
import {
	type Choices,
	choicesFile,
	findChoices,
	fullName,
	pagesNamed,
	readChoices,
} from './watch-choices.ts';

const text = '# Terms\n\nYou keep what you write here, and we may show it to those whom you choose.\n';
const archive = sampleArchive({
	Pellmell: { 'Privacy Policy': [text], 'Terms of Service': [text] },
	Mell: { 'Terms of Service': [text] },
	Übersee: { Datenschutzerklärung: [text] },
});
const topics = [{ id: 'data-sale', name: 'Sale of data' }] as unknown as Topic[];

function choices(): Choices {
	const written = JSON.stringify(choicesFile({ ...archive, topics }));
	return readChoices(JSON.parse(written)) as Choices;
}

function found(typed: string): string[] {
	return findChoices(choices(), typed).map(fullName);
}

test('the file holds everything that can be watched, by the folder of its page', () => {
	assert.deepEqual([...choices().byPath.keys()].toSorted(), [
		'mell',
		'mell/terms-of-service',
		'pellmell',
		'pellmell/privacy-policy',
		'pellmell/terms-of-service',
		'topics/data-sale',
		'ubersee',
		'ubersee/datenschutzerklarung',
	]);
	assert.equal(choices().byPath.get('pellmell')?.agreements, 2);
	assert.equal(choices().latest, archive.latest);
});

test('a file that is none is not read', () => {
	for (const value of [null, 7, {}, { format: 2, platforms: [], topics: [] }, { format: 1 }])
		assert.equal(readChoices(value), null);
});

describe('typing', () => {
	test('finds the whole name first, then beginnings, then the rest', () => {
		assert.deepEqual(found('mell').slice(0, 3), ['Mell', 'Mell Terms of Service', 'Pellmell']);
	});

	test('finds an agreement by words of its platform and its own, in any order', () => {
		assert.deepEqual(found('privacy pell'), ['Pellmell Privacy Policy']);
	});

	test('passes over case, accents and signs', () => {
		assert.deepEqual(found(' UBERSEE, datenschutzerklarung'), ['Übersee Datenschutzerklärung']);
	});

	test('finds topics', () => {
		assert.deepEqual(found('data'), ['Sale of data']);
	});

	test('finds nothing where nothing is typed, or no name holds every word', () => {
		assert.deepEqual(found('  '), []);
		assert.deepEqual(found('pellmell arbitration'), []);
	});
});

describe('what a platform says on a topic', () => {
	const sided = sampleArchive(
		{ Pellmell: { Terms: ['We may train models on it.'] }, Mell: { Terms: [text] } },
		[sidedTopic],
	);
	const read = readChoices(JSON.parse(JSON.stringify(choicesFile(sided)))) as Choices;

	test('can be watched where it takes a side', () => {
		assert.deepEqual([...read.byPath.keys()].toSorted(), [
			'mell',
			'mell/terms',
			'pellmell',
			'pellmell/on/training',
			'pellmell/terms',
			'topics/training',
		]);
		assert.deepEqual(findChoices(read, 'pell train').map(fullName), ['Training at Pellmell']);
	});

	test('is named by words of both, and by those of one alone only the one', () => {
		assert.deepEqual(
			pagesNamed(read, 'training pellmell', 5).map(({ path }) => path),
			['pellmell/on/training'],
		);
		assert.deepEqual(
			pagesNamed(read, 'training', 5).map(({ path }) => path),
			['topics/training'],
		);
		assert.deepEqual(
			pagesNamed(read, 'pellmell', 5).map(({ path }) => path),
			['pellmell', 'pellmell/terms'],
		);
		assert.deepEqual(pagesNamed(read, 'pellmell', 1).length, 1);
	});
});
