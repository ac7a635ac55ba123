/** An archive of another size is an archive: its agreements have the versions of those that they were made of. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readHistory } from '../../src/archive/history.ts';
import { openRepository } from '../../src/archive/repository.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { growArchive } from './grown-archive.ts';

let source: TemporaryRepository;

before(() => {
	source = makeTemporaryRepository();
	for (const [day, words] of Object.entries({ '2024-01-01': 'ten pounds', '2024-02-01': 'twenty pounds' })) {
		source.write('Auk/Terms “2”.md', `# Fees\n\nEvery customer pays ${words} in advance.\n`);
		source.write('Gull/Terms.md', '# Fees\n\nNobody pays us anything, whatever they bought.\n');
		source.commit('Record', day);
	}
	source.git('rm', '--quiet', 'Gull/Terms.md');
	source.commit('Remove Gull', '2024-03-01');
});

after(() => source.remove());

async function versionsOf(directory: string) {
	const { versions } = await readHistory(await openRepository(directory));
	return Object.fromEntries(
		[...versions].map(([file, list]) => [file, list.map(({ fetched, blob }) => [fetched, blob !== null])]),
	);
}

test('all of an archive twice has each agreement under two names, with the same days', async () => {
	const folder = temporaryFolder();
	const size = await growArchive(source.directory, folder, { share: 1, copies: 2 });
	assert.deepEqual(size, { versions: 8, texts: 6 });
	const [before, grown] = [await versionsOf(source.directory), await versionsOf(folder)];
	assert.deepEqual(Object.keys(grown).sort(), [
		'Auk 2/Terms “2”.md',
		'Auk/Terms “2”.md',
		'Gull 2/Terms.md',
		'Gull/Terms.md',
	]);
	for (const [file, versions] of Object.entries(grown))
		assert.deepEqual(versions, before[file.replace(' 2/', '/')]);
});

test('a share of an archive has some of its agreements as they are', async () => {
	const folder = temporaryFolder();
	const before = await versionsOf(source.directory);
	await growArchive(source.directory, folder, { share: 0.01, copies: 1 });
	const some = Object.entries(await versionsOf(folder));
	assert.equal(some.length, 1, 'an archive of none could not be built');
	for (const [file, versions] of some) assert.deepEqual(versions, before[file]);
});
