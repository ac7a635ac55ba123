/** The archive that is measured is a copy: one commit more, of one agreement, and the original as it was. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readArchive } from '../../src/load/load-archive.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { makeTemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { cloneArchive, recordOnce } from './next-capture.ts';

for (const [where, prefix] of [
	['at the root of its repository', ''],
	['inside a bigger repository', 'archive/versions/'],
] as const) {
	test(`a copy of an archive ${where} has one version more`, async () => {
		const repository = makeTemporaryRepository();
		const folder = temporaryFolder();
		if (prefix !== '') repository.write('archive/collection.yml', 'name: Mine\n');
		repository.write(`${prefix}Tern/Terms.md`, 'You pay.\n\nWe keep.\n');
		repository.commit('First record', '2024-01-01');
		repository.write('README.md', 'Not an agreement.');
		const head = repository.commit('Say what this is', '2024-01-02');
		const archive = path.join(repository.directory, prefix === '' ? '' : 'archive');
		const clone = await cloneArchive(archive, folder);
		assert.equal(await recordOnce(clone), 'Tern/Terms.md');
		const { entries } = await readArchive(clone);
		assert.equal(entries.length, 2);
		assert.equal(entries[0]?.change.counts.added, 1);
		assert.equal(repository.git('rev-parse', 'HEAD'), head);
	});
}
