/** The bridge from git to pages: a collection inside a bigger repository is read, and its changes can be shown by the printed command. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { makeTemporaryRepository, type TemporaryRepository } from './archive/temporary-repository.ts';
import { readArchive } from './load.ts';
import { showCommand } from './site/git-command.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
});
afterEach(() => repository.remove());

/** What a reader sees who pastes the command of the newest change into a shell at the root of a clone. */
async function shown(collection: string): Promise<string> {
	const { entries, prefix } = await readArchive(path.join(repository.directory, collection));
	const version = entries[0]?.change.version;
	assert.ok(version);
	const command = showCommand(version.commit, prefix + version.path);
	return execFileSync('sh', ['-c', command], { cwd: repository.directory, encoding: 'utf8' });
}

function recordTwice(file: string): void {
	repository.write(file, 'You may leave after thirty days.\n');
	repository.commit('First record of Tern Terms', '2024-01-01');
	repository.write(file, 'You may leave after sixty days.\n');
	repository.commit('Record new changes of Tern Terms', '2024-02-01');
}

test('the printed command shows a change whose version lies at the root of its repository', async () => {
	recordTwice('Tern/Terms of Service.md');
	assert.match(await shown(''), /\[-thirty-\]\{\+sixty\+\} days/);
});

test('the printed command shows a change whose version lies in archive/versions', async () => {
	repository.write('archive/collection.yml', 'name: Mine\n');
	recordTwice('archive/versions/Tern/Terms of Service.md');
	assert.match(await shown('archive'), /\[-thirty-\]\{\+sixty\+\} days/);
	assert.equal((await readArchive(path.join(repository.directory, 'archive'))).prefix, 'archive/versions/');
});

for (const name of ['Terms of "Service"', '$(touch x) `id` it’s', "It's [mine]*", 'Fees \\ more!', ':top']) {
	test(`the printed command shows a change of an agreement named ${name}, and runs nothing else`, async () => {
		recordTwice(`${name}/${name}.md`);
		assert.match(await shown(''), /\[-thirty-\]\{\+sixty\+\} days/);
		assert.equal(repository.git('status', '--short'), '');
	});
}

test('a name that is a pattern to git shows its own change and no other', async () => {
	repository.write('T/Terms a.md', 'One.\n');
	recordTwice('T/Terms [a].md');
	assert.match(await shown(''), /\[-thirty-\]/);
});
