import assert from 'node:assert/strict';
import { lstatSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import type { AgreementStatus, Status } from '../model/status.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { clearingSubject, decisionsFile, readDecisions } from './decisions.ts';
import { joinShards } from './join-shards.ts';
import { formatStatus, readStatus } from './status-file.ts';

const [old, now] = ['2026-06-15T04:12:00.000Z', '2026-06-16T04:12:00.000Z'];
const checked = (at: string): AgreementStatus => ({ checked: at, failures: 0 });
const status = (updated: string, agreements: Status['agreements']): Status => ({
	format: 1,
	updated,
	agreements,
});

describe('shards that are joined', () => {
	let archive: TemporaryRepository;
	const folder = temporaryFolder();

	beforeEach(() => {
		archive = makeTemporaryRepository();
		archive.git('config', 'user.name', 'A');
		archive.git('config', 'user.email', 'a@example.org');
		archive.write('status.json', formatStatus(status(old, { 'A/T': checked(old), 'B/T': checked(old) })));
		archive.write('versions/A/T.md', 'a');
		archive.commit('Begin', old);
		archive.git('branch', 'base');
	});

	/** What one machine records on top of the base: a text, and the status that it knows. */
	function shard(name: string, agreement: string, words: string, entry = checked(now)): string {
		archive.git('checkout', '--quiet', '-B', name, 'base');
		archive.write(`versions/${agreement}.md`, words);
		archive.commit(`Record ${agreement}`, now);
		const known = { 'A/T': checked(old), 'B/T': checked(old), [agreement]: entry };
		archive.write('status.json', formatStatus(status(now, known)));
		archive.commit('Record status', now);
		const file = path.join(folder, `${name}.bundle`);
		archive.git('bundle', 'create', '--quiet', file, 'base..HEAD');
		archive.git('checkout', '--quiet', '-B', 'main', 'base');
		return file;
	}

	test('give all versions with their dates, and one status of all', async () => {
		const bundles = [shard('one', 'A/T', 'new a'), shard('two', 'B/T', 'new b')];
		const joined = await joinShards(archive.directory, bundles, new Date(now));
		assert.deepEqual(joined, { versions: 2, leftOut: [] });
		const log = archive.git('log', '--format=%s %ad', '--date=short', 'base..HEAD').trim().split('\n');
		assert.deepEqual(log, [
			'Record status: 2 followed 2026-06-16',
			'Record B/T 2026-06-16',
			'Record A/T 2026-06-16',
		]);
		const { agreements } = (await readStatus(archive.directory)) as Status;
		assert.deepEqual([agreements['A/T']?.checked, agreements['B/T']?.checked], [now, now]);
		assert.equal(archive.git('status', '--porcelain'), '');
	});

	test('leave out a text that somebody changed meanwhile, status and all', async () => {
		const bundles = [shard('one', 'A/T', 'new a'), shard('two', 'B/T', 'new b')];
		archive.write('versions/A/T.md', 'another a');
		archive.commit('Correct A', now);
		const joined = await joinShards(archive.directory, bundles, new Date(now));
		assert.deepEqual(joined, { versions: 1, leftOut: ['A/T'] });
		const { agreements } = (await readStatus(archive.directory)) as Status;
		assert.deepEqual([agreements['A/T']?.checked, agreements['B/T']?.checked], [old, now]);
		assert.equal(archive.git('show', 'HEAD:versions/A/T.md'), 'another a');
	});

	test('keep what a person decided while they ran, and take out what is carried out', async () => {
		const decisions = (on: string) =>
			decisionsFile('decisions/', '', [
				{ letters: 'a'.repeat(64), decision: 'accept', on },
				{ letters: 'b'.repeat(64), decision: 'reject', on },
			]);
		const textOf = (file: ReturnType<typeof decisions>) => ('bytes' in file ? file.bytes.toString() : '');
		archive.write('decisions/A/T.json', textOf(decisions(old)));
		archive.write('decisions/Gone/T.json', textOf(decisions(old)));
		archive.commit('Decide', old);
		archive.git('branch', '--force', 'base');
		const bundles = [shard('one', 'A/T', 'new a', { ...checked(now), recorded: now })];
		archive.write('decisions/B/T.json', textOf(decisions(now)));
		archive.commit('Decide meanwhile', now);
		await joinShards(archive.directory, bundles, new Date(now));
		const read = await readDecisions(archive.directory);
		const kinds = [...read.decisions].map(([key, all]) => [key, all.map(({ decision }) => decision)]);
		assert.deepEqual(kinds, [
			['A/T', ['reject']],
			['B/T', ['accept', 'reject']],
		]);
		assert.equal(archive.git('log', '-1', '--format=%s'), clearingSubject);
		assert.equal(archive.git('status', '--porcelain'), '');
	});

	test('make no text of two', async () => {
		const lines = (...words: string[]) => words.join('\n\n\n\n');
		archive.write('versions/A/T.md', lines('one', 'two', 'three'));
		archive.commit('Begin with lines', old);
		archive.git('branch', '--force', 'base');
		const bundles = [shard('one', 'A/T', lines('one', 'two', 'THREE'))];
		archive.write('versions/A/T.md', lines('ONE', 'two', 'three'));
		archive.commit('Correct A', now);
		assert.deepEqual((await joinShards(archive.directory, bundles, new Date(now))).leftOut, ['A/T']);
		assert.equal(archive.git('show', 'HEAD:versions/A/T.md'), lines('ONE', 'two', 'three'));
	});

	test('bring no decision that no person took', async () => {
		const bundle = shard('one', 'A/T', 'new a');
		archive.git('checkout', '--quiet', '-B', 'evil', 'one');
		archive.write('decisions/A/T.json', '{}');
		archive.commit('Decide', now);
		archive.git('bundle', 'create', '--quiet', bundle, 'base..HEAD');
		archive.git('checkout', '--quiet', '-B', 'main', 'base');
		await assert.rejects(joinShards(archive.directory, [bundle], new Date(now)), /"decisions\/A\/T.json"/);
	});

	test('are all left where they are when one holds what no capture records', async () => {
		const good = shard('one', 'A/T', 'new a');
		archive.write('versions/B/T.md', 'b');
		archive.write('declarations/B.json', '{}');
		const bad = shard('two', 'B/T', 'new b');
		await assert.rejects(joinShards(archive.directory, [good, bad], new Date(now)), /"declarations\/B.json"/);
		assert.equal(archive.git('rev-parse', 'main'), archive.git('rev-parse', 'base'));
		assert.equal(archive.git('status', '--porcelain'), '');
	});

	test('write through no link that lies where the status should be', async () => {
		const bundles = [shard('one', 'A/T', 'new a')];
		const elsewhere = path.join(folder, 'elsewhere.json');
		const file = path.join(archive.directory, 'status.json');
		renameSync(file, elsewhere);
		symlinkSync(elsewhere, file);
		const before = readFileSync(elsewhere, 'utf8');
		await joinShards(archive.directory, bundles, new Date(now));
		assert.equal(readFileSync(elsewhere, 'utf8'), before);
		assert.ok(!lstatSync(file).isSymbolicLink());
	});

	test('are a fault where there is none', async () => {
		await assert.rejects(joinShards(archive.directory, [], new Date(now)), /no shard left anything/);
	});
});
