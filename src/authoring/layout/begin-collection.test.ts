import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { askLayout } from '../../../scripts/ask/ask-layout.ts';
import { readCollection, readDeclarations } from '../../archive/collection.ts';
import { Fault } from '../../model/fault.ts';
import { root } from '../../root.ts';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { makeTemporaryRepository } from '../../samples/temporary-repository.ts';
import { beginCollection, type Layout } from './begin-collection.ts';
import { chooseExamples, examplePlatforms } from './example-platforms.ts';
import { addressesOf } from './repository-address.ts';

const nothing: Layout = {
	name: null,
	tagline: null,
	site: null,
	contact: null,
	repository: null,
	examples: [],
};
const examples = await examplePlatforms();
const [first = '', second = ''] = examples;

describe('a collection that is laid out', () => {
	test('reads as what was said, whatever the words', async () => {
		const words = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.trim() !== '');
		await fc.assert(
			fc.asyncProperty(words, words, async (name, tagline) => {
				const directory = temporaryFolder();
				const site = 'https://tern.example/watch/';
				await beginCollection(directory, { ...nothing, name, tagline, site, contact: 'a@tern.example' });
				const read = await readCollection(directory);
				assert.deepEqual(
					[read.name, read.tagline, read.site, read.contact],
					[name, tagline, site, 'a@tern.example'],
				);
				assert.equal(read.repository, undefined);
			}),
			{ numRuns: 40 },
		);
	});

	test('has the chosen declarations, and goes on where it was broken off', async () => {
		const own = '{ "name": "Mine", "terms": {} }';
		const directory = temporaryFolder({ [`declarations/${first}.json`]: own });
		const { written, kept } = await beginCollection(directory, { ...nothing, examples: [first, second] });
		assert.deepEqual(written, ['collection.yml', `declarations/${second}.json`]);
		assert.deepEqual(kept, [`declarations/${first}.json`]);
		assert.equal(readFileSync(path.join(directory, 'declarations', `${first}.json`), 'utf8'), own);
		assert.deepEqual((await readDeclarations(directory)).faults, []);
	});

	for (const [what, files] of [
		['a collection', { 'collection.yml': 'name: Mine\n' }],
		['a collection whose file is broken', { 'collection.yml': 'name: [' }],
		['somebody’s versions', { 'Tern/Terms.md': 'Text.' }],
	] as const)
		test(`is never written over ${what}`, async () => {
			const directory = temporaryFolder(files);
			const before = readdirSync(directory, { recursive: true });
			await assert.rejects(beginCollection(directory, { ...nothing, examples }), /already/);
			assert.deepEqual(readdirSync(directory, { recursive: true }), before);
		});

	test('with an address that is none is refused before anything is written', async () => {
		const directory = temporaryFolder();
		await assert.rejects(beginCollection(directory, { ...nothing, site: 'tern', examples }), /site/);
		assert.deepEqual(readdirSync(directory), []);
	});
});

test('examples are chosen by name in any case, and an unknown one is told', () => {
	assert.deepEqual(chooseExamples('ALL', examples), examples);
	assert.deepEqual(chooseExamples(' none ', examples), []);
	assert.deepEqual(chooseExamples(`${second.toUpperCase()}, ${first}`, examples), [first, second]);
	assert.throws(() => chooseExamples('Nobody', examples), /no example platform "nobody"/);
});

describe('a repository tells', () => {
	const repository = 'https://github.com/Ana/Terms-Watch';
	const site = 'https://ana.github.io/Terms-Watch/';
	for (const [remote, told] of [
		['https://github.com/Ana/Terms-Watch.git', { repository, site }],
		['git@github.com:Ana/Terms-Watch.git', { repository, site }],
		['ssh://git@github.com:22/Ana/Terms-Watch', { repository, site }],
		['https://ana:ghp_secret@github.com/Ana/Terms-Watch', { repository, site }],
		[
			'https://github.com/Ana/ana.github.io',
			{ repository: 'https://github.com/Ana/ana.github.io', site: 'https://ana.github.io/' },
		],
		['https://git.tern.example/a/b/c.git', { repository: 'https://git.tern.example/a/b/c', site: null }],
		['../upstream', { repository: null, site: null }],
		['C:\\archives\\mine', { repository: null, site: null }],
		['', { repository: null, site: null }],
	] as const)
		test(`its address by ${remote || 'nothing'}`, () => {
			assert.deepEqual(addressesOf(remote), told);
		});
});

describe('in a terminal', () => {
	async function answering(
		lines: string,
		known: Layout = nothing,
	): Promise<{ layout: Layout; shown: string }> {
		const input = new PassThrough();
		const output = new PassThrough();
		let shown = '';
		output.on('data', (part) => (shown += part));
		// A person answers what is asked; readline drops a line that nobody asked for.
		const answers = lines.split('\n');
		output.on('data', (part) => {
			if (!String(part).endsWith(': ')) return;
			const answer = answers.shift();
			if (answer === undefined) input.end();
			else input.write(`${answer}\n`);
		});
		return { layout: await askLayout({ input, output }, known, examples), shown };
	}

	test('an empty answer takes what is known, and a wrong one is asked again', async () => {
		const known = { ...nothing, site: 'https://ana.github.io/watch/', examples };
		const { layout, shown } = await answering(`Tern Watch\n\nfoo\n\n\n\nNobody\n${first}`, known);
		assert.deepEqual(layout, { ...known, name: 'Tern Watch', examples: [first] });
		assert.match(shown, /\[https:\/\/ana\.github\.io\/watch\/\]: /);
		assert.match(shown, /no example platform "nobody"/);
	});

	test('that is closed before the last answer nothing is laid out', async () => {
		await assert.rejects(answering('Tern Watch\n'), Fault);
	});
});

describe('npm run init', () => {
	const script = path.join(root, 'scripts', 'init.ts');
	const { GITHUB_REPOSITORY, ...env } = process.env;
	const init = (cwd: string, ...args: readonly string[]) =>
		spawnSync(process.execPath, [script, '--archive', 'archive', ...args], { cwd, encoding: 'utf8', env });

	test('takes flags where there is no terminal, commits that alone, and does nothing a second time', async () => {
		const { directory, git, write, remove } = makeTemporaryRepository();
		git('remote', 'add', 'origin', 'git@github.com:ana/watch.git');
		write('archive/README.md', 'Empty.\n');
		git('add', 'archive');
		const flags = ['--yes', '--commit', '--name', 'Tern Watch', '--examples', `${first}, ${second}`];
		const { status, stdout, stderr } = init(directory, ...flags);
		assert.equal(status, 0, stderr);
		assert.match(stdout, /Begun: archive\/collection\.yml, with 2 example platforms/);
		const read = await readCollection(path.join(directory, 'archive'));
		assert.deepEqual([read.name, read.site], ['Tern Watch', 'https://ana.github.io/watch/']);
		const files = git('show', '--format=', '--name-only', '-z', 'HEAD').split('\0').filter(Boolean);
		assert.deepEqual(files.length, 3);
		assert.match(git('status', '--porcelain'), /^A {2}archive\/README\.md$/);

		const again = init(directory, ...flags);
		assert.equal(again.status, 0);
		assert.match(again.stdout, /nothing was written/);
		assert.equal(init(directory, '--name', 'Other').status, 1);
		remove();
	});

	test('asks nobody where nobody can answer', () => {
		const directory = temporaryFolder();
		const { status, stderr } = init(directory);
		assert.equal(status, 1);
		assert.match(stderr, /no terminal.*\n.*--yes/);
		assert.ok(!existsSync(path.join(directory, 'archive')));
	});
});
