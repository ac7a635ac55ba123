import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { checkCollectionVocabulary, collectionVocabulary } from './collection-vocabulary.ts';

function topic(find: string): string {
	return [
		'name: Loot boxes',
		'definition: What is sold without saying what it is.',
		'counts: [A box.]',
		'countsNot: [A bag.]',
		'weight: 1',
		'counterparts: {}',
		`rules: { en: { find: ["${find}"] } }\n`,
	].join('\n');
}

describe('the vocabulary of a collection', () => {
	it('is that of the machine where the collection has none', async () => {
		const { topics, regulations } = await collectionVocabulary(temporaryFolder());
		assert.ok(topics.every(({ file, id }) => file === `src/content/topics/${id}.yml`));
		assert.ok(topics.length > 0 && regulations.length > 0);
	});

	it('holds its own topics beside those of the machine', async () => {
		const { topics } = await collectionVocabulary(
			temporaryFolder({ 'topics/loot-boxes.yml': topic('loot box*') }),
		);
		assert.equal(topics.find(({ id }) => id === 'loot-boxes')?.file, 'topics/loot-boxes.yml');
		assert.ok(topics.some(({ id }) => id === 'refunds'));
	});

	it('names the file of a pattern that nobody can read', async () => {
		const directory = temporaryFolder({ 'topics/loot-boxes.yml': topic('(loot box') });
		const { faults } = await checkCollectionVocabulary(directory);
		assert.deepEqual(
			faults.map(({ where }) => path.relative(directory, where)),
			['topics/loot-boxes.yml:7'],
		);
		assert.match(faults[0]?.what ?? '', /\(loot box/);
		await assert.rejects(collectionVocabulary(directory), { name: 'Fault' });
	});
});
