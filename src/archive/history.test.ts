import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { Fault } from '../model/fault.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readBlobs } from './blobs.ts';
import { type History, readHistory } from './history.ts';
import { openRepository } from './repository.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
});
afterEach(() => repository.remove());

async function read(folder = ''): Promise<History> {
	return readHistory(await openRepository(path.join(repository.directory, folder)));
}

function commitsOf(history: History, file: string): (string | undefined)[] {
	return (history.versions.get(file) ?? []).map(({ commit }) => commit);
}

function assertAddsUp({ report }: History): void {
	const aside = Object.values(report.setAside).reduce((sum, count) => sum + count, 0);
	assert.equal(report.commits, report.commitsWithVersions + aside);
}

test('every commit that touches an agreement becomes a version, in commit order and not in date order', async () => {
	repository.write('README.md', 'an archive');
	repository.commit('Initial commit', '2024-01-01');
	repository.write('Tern/Terms of Service.md', 'one');
	const first = repository.commit('First record of Tern Terms of Service', '2024-03-01');
	repository.write('Tern/Terms of Service.md', 'two');
	const second = repository.commit('Refilter Tern Terms of Service', '2024-02-01');
	const history = await read();
	assert.deepEqual(commitsOf(history, 'Tern/Terms of Service.md'), [first, second]);
	assert.equal(history.versions.get('Tern/Terms of Service.md')?.[1]?.origin, 'technical');
	assert.deepEqual(history.report.setAside, { 'touches no agreement': 1 });
	assertAddsUp(history);
});

test('the status of a capture run is no version and set aside under its name', async () => {
	repository.write('Tern/Terms.md', 'one');
	repository.commit('First record of Tern Terms', '2024-01-01');
	repository.write('status.json', '{}');
	repository.commit('Record status: 1 checked', '2024-01-02');
	const { report, versions } = await read();
	assert.equal(versions.size, 1);
	assert.deepEqual(report.setAside, { 'status of a capture run': 1 });
});

test('the path decides which agreement it is, never the subject', async () => {
	repository.write('Tern/Privacy Policy.md', 'one');
	repository.commit('First record of Gull Terms of Service', '2024-03-01');
	assert.deepEqual([...(await read()).versions.keys()], ['Tern/Privacy Policy.md']);
});

test('a commit that touches several agreements gives each of them a version', async () => {
	repository.write('Tern/Terms.md', 'one');
	repository.write('Gull/Terms.md', 'one');
	repository.commit('Import', '2024-03-01');
	const history = await read();
	assert.deepEqual([...history.versions.keys()].sort(), ['Gull/Terms.md', 'Tern/Terms.md']);
	assert.equal(history.report.versions, 2);
	assertAddsUp(history);
});

test('a deleted, renamed and re-added file loses no version', async () => {
	repository.write('Tern/Terms.md', 'one');
	repository.commit('add', '2024-01-01');
	repository.git('mv', 'Tern/Terms.md', 'Tern/Terms of Use.md');
	repository.commit('rename', '2024-01-02');
	repository.write('Tern/Terms.md', 'again');
	repository.commit('add again', '2024-01-03');
	const history = await read();
	assert.deepEqual(
		history.versions.get('Tern/Terms.md')?.map(({ blob }) => blob === null),
		[false, true, false],
	);
	assert.equal(history.versions.get('Tern/Terms of Use.md')?.length, 1);
});

test('an empty file is a version with an empty text', async () => {
	repository.write('Tern/Terms.md', '');
	repository.commit('empty', '2024-01-01');
	const [version] = (await read()).versions.get('Tern/Terms.md') ?? [];
	for await (const bytes of readBlobs(repository.directory, [version?.blob ?? '']))
		assert.equal(bytes.length, 0);
});

test('a merge counts only where it ends in a text that was not the last one recorded', async () => {
	repository.write('Tern/Terms.md', 'base');
	repository.commit('base', '2024-01-01');
	repository.git('checkout', '--quiet', '-b', 'side');
	repository.write('Tern/Terms.md', 'side');
	repository.commit('side', '2024-01-02');
	repository.git('checkout', '--quiet', 'main');
	repository.write('Tern/Terms.md', 'main');
	repository.commit('main', '2024-01-03');
	repository.git('merge', '--quiet', '--strategy=ours', '--no-edit', 'side');
	const history = await read();
	const blobs = history.versions.get('Tern/Terms.md')?.map(({ blob }) => blob);
	assert.equal(blobs?.at(-1), repository.git('rev-parse', 'HEAD:Tern/Terms.md'));
	assertAddsUp(history);
});

test('a merge that brings nothing is set aside with its reason', async () => {
	repository.write('Tern/Terms.md', 'base');
	repository.commit('base', '2024-01-01');
	repository.git('checkout', '--quiet', '-b', 'side');
	repository.write('README.md', 'read me');
	repository.commit('side', '2024-01-02');
	repository.git('checkout', '--quiet', 'main');
	repository.write('Tern/Terms.md', 'main');
	repository.commit('main', '2024-01-03');
	repository.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
	const { report } = await read();
	assert.deepEqual(report.setAside, { 'touches no agreement': 1, 'merge that brings no new text': 1 });
});

test('names with quotes, umlauts and line breaks in messages are read as they are', async () => {
	repository.write('Bücher "Laden"/Terms\tof Use.md', 'one');
	repository.commit('Subject\n\nBody with\n\n:100644 looks like raw output', '2024-01-01');
	assert.deepEqual([...(await read()).versions.keys()], ['Bücher "Laden"/Terms\tof Use.md']);
});

test('hidden folders, deeper files and other kinds of file are no agreements', async () => {
	repository.write('.github/readme.md', 'no');
	repository.write('Tern/deep/Terms.md', 'no');
	repository.write('Tern/Terms.html', 'no');
	repository.commit('nothing of ours', '2024-01-01');
	assert.equal((await read()).versions.size, 0);
});

test('a folder inside a repository is read with its own commits alone', async () => {
	repository.write('src/main.ts', 'code');
	repository.commit('code', '2024-01-01');
	repository.write('archive/versions/Tern/Terms.md', 'one');
	repository.commit('record', '2024-01-02');
	const history = await read('archive/versions');
	assert.deepEqual([...history.versions.keys()], ['Tern/Terms.md']);
	assert.equal(history.report.commits, 1);
});

test('a repository without a commit and a folder that does not exist yet are empty archives', async () => {
	assert.equal((await read()).versions.size, 0);
	assert.equal((await read('archive/versions')).versions.size, 0);
});

test('a shallow clone is refused with the command that deepens it', async () => {
	for (const text of ['one', 'two']) {
		repository.write('Tern/Terms.md', text);
		repository.commit(text, '2024-01-01');
	}
	const clone = temporaryFolder();
	repository.git('clone', '--quiet', '--depth=1', `file://${repository.directory}`, clone);
	await assert.rejects(openRepository(clone), (fault: Fault) => /--unshallow/.test(fault.remedy));
});

test('a folder outside any repository is refused with what to do', async () => {
	const folder = temporaryFolder();
	await assert.rejects(openRepository(folder), (fault: Fault) => /git init/.test(fault.remedy));
});

test('a text that git has lost stops the reading', async () => {
	const lost = '1'.repeat(40);
	await assert.rejects(async () => {
		for await (const _ of readBlobs(repository.directory, [lost]));
	}, Fault);
});

test('texts come back byte for byte, whatever they hold', async () => {
	const texts = ['', '\n', 'plain', 'ünïcode ﻿', 'a\0b', `${'x'.repeat(300_000)}\n`];
	const names = texts.map((text, index) => {
		repository.write(`blob-${index}`, text);
		return repository.git('hash-object', '-w', `blob-${index}`);
	});
	const read: string[] = [];
	for await (const bytes of readBlobs(repository.directory, names)) read.push(bytes.toString('utf8'));
	assert.deepEqual(read, texts);
});
