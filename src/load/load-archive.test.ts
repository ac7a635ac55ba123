/** The bridge from git to pages: a collection inside a bigger repository is read, and its changes can be shown by the printed command. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { mostOfVersion } from '../analysis/ledger/ledger-bounds.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { showCommand } from '../site/addresses/git-commands.ts';
import { readArchive } from './load-archive.ts';

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

test('commits that hold no text cost the archive nothing but themselves, and are counted', async () => {
	recordTwice('Tern/Terms.md');
	const head = repository.git('rev-parse', 'HEAD');
	repository.git('update-index', '--add', '--cacheinfo', `160000,${head},Tern/Terms.md`);
	repository.git('commit', '--quiet', '--message', 'A submodule');
	repository.git(
		'update-index',
		'--cacheinfo',
		`120000,${repository.git('hash-object', '-w', 'Tern/Terms.md')},Tern/Terms.md`,
	);
	repository.git('commit', '--quiet', '--message', 'A link');
	const tree = repository.git('rev-parse', 'HEAD~3^{tree}');
	const [author, committer] = [99_999_999_999_999, 1_700_000_000].map((time) => `A <a> ${time} +0000`);
	const parent = repository.git('rev-parse', 'HEAD');
	repository.write(
		'.git/commit',
		`tree ${tree}\nparent ${parent}\nauthor ${author}\ncommitter ${committer}\n\nA date\n`,
	);
	const odd = repository.git('hash-object', '-w', '-t', 'commit', '--literally', '.git/commit');
	repository.git('update-ref', 'refs/heads/main', odd);
	const { entries, report } = await readArchive(repository.directory);
	assert.equal(entries.length, 2);
	assert.deepEqual(report.setAside, {
		'link or submodule in the place of a text': 2,
		'no author date, or one before 1990 or after 2099': 1,
	});
	assert.equal(report.commits, 5);
});

test('a text of more lines than any agreement has is recorded and not followed', async () => {
	recordTwice('Tern/Terms.md');
	repository.write('Tern/Terms.md', 'a\n\n'.repeat(mostOfVersion.lines));
	repository.commit('Record new changes of Tern Terms', '2024-03-01');
	const { entries, platforms } = await readArchive(repository.directory);
	assert.equal(entries[0]?.change.class, 'unfollowed');
	assert.equal(platforms[0]?.agreements[0]?.clauses, 1);
});

test('signs that nobody sees are shown in the names of a foreign archive, each of which keeps its own address', async () => {
	recordTwice('Te\u202ern/Terms\u200b.md');
	recordTwice('Tern/Terms.md');
	const { platforms } = await readArchive(repository.directory);
	const names = platforms.map(({ name, agreements }) => `${name} › ${agreements[0]?.name}`);
	assert.deepEqual(names, ['Te⟨U+202E⟩rn › Terms⟨U+200B⟩', 'Tern › Terms']);
	assert.equal(platforms[1]?.slug, 'tern');
	assert.equal(new Set(platforms.map(({ slug }) => slug)).size, 2);
});

function provision(quote: string, topic = 'content-licence'): string {
	const head = ['platform: Tern', 'agreement: Terms of Service', 'title: Leaving', 'reviewed: 2024-01-15'];
	const rest = ['lead: You may leave.', 'whyItMatters: You are free.', `topic: ${topic}`, `quote: ${quote}`];
	return `---\n${[...head, ...rest].join('\n')}\n---\n`;
}

test('a quote that stood on the day of its review is a provision with its history', async () => {
	recordTwice('Tern/Terms of Service.md');
	repository.write('provisions/Tern/leaving.mdx', provision('after thirty days'));
	const { provisions } = await readArchive(repository.directory);
	const [leaving] = provisions;
	assert.equal(leaving?.agreement.path, 'Tern/Terms of Service.md');
	assert.deepEqual([leaving?.history.state, leaving?.history.movedOn], ['reworded', 1]);
});

test('nothing is read of an archive of which somebody claims what it does not hold', async () => {
	recordTwice('Tern/Terms of Service.md');
	repository.write('provisions/Tern/leaving.mdx', provision('after sixty days'));
	await assert.rejects(readArchive(repository.directory), (error: Error) => {
		assert.match(error.message, /leaving\.mdx:9: quote: "after sixty days" does not stand word for word/);
		assert.match(error.message, /2024-01-15; it stands in today's, since the version of 2024-02-01/);
		return true;
	});
});

test('all that is wrong with what people wrote is said at once, with file and line', async () => {
	recordTwice('Tern/Terms of Service.md');
	repository.write('provisions/Tern/never.mdx', provision('You may never leave.'));
	repository.write('provisions/Tern/topic.mdx', provision('You may leave', 'leaving'));
	repository.write('provisions/Tern/body.mdx', `${provision('You may leave')}\nOne.\n\n{1 + 1}\n`);
	repository.write('posts/empty.mdx', '');
	await assert.rejects(readArchive(repository.directory), (error: Error) => {
		for (const part of [
			/4 faults in what people wrote/,
			/never\.mdx:9: .*nearest passage is "You may leave after (?:thirty|sixty) days\."/,
			/topic\.mdx:8: topic: there is no "leaving"/,
			/body\.mdx:14: an expression in braces/,
			/empty\.mdx:1: it has no head/,
		])
			assert.match(error.message, part);
		return true;
	});
});
