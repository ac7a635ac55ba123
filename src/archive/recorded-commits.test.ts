/** Whatever a machine that was taken over puts into its commits, one that holds what no capture records is refused, and named. */
import assert from 'node:assert/strict';
import { rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { Fault } from '../model/fault.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readRecordedCommits } from './recorded-commits.ts';

for (const prefix of ['', 'archive/'])
	describe(`of an archive in ${prefix === '' ? 'the root of its repository' : 'a folder'}, a commit`, () => {
		let archive: TemporaryRepository;
		before(() => {
			archive = makeTemporaryRepository();
			for (const file of ['versions/A/T.md', 'snapshots/A/T.html', 'status.json', 'collection.yml'])
				put(file);
			archive.write('README.md', 'read me');
			archive.commit('Begin', '2024-01-01');
			archive.git('branch', 'base');
		});
		after(() => archive.remove());
		beforeEach(() => {
			archive.git('checkout', '--quiet', '--force', '-B', 'main', 'base');
			archive.git('clean', '--quiet', '-d', '--force');
		});

		const put = (file: string, words = 'old') => archive.write(`${prefix}${file}`, words);
		const commit = () => archive.commit('Record', '2024-01-02');
		const folders = {
			versions: `${prefix}versions/`,
			snapshots: `${prefix}snapshots/`,
			status: `${prefix}status.json`,
		};
		const read = () => readRecordedCommits(archive.directory, 'base..HEAD', folders);

		async function assertRefused(commit: string, file: string, mode: string): Promise<void> {
			await assert.rejects(read(), (error: unknown) => {
				assert.ok(error instanceof Fault);
				assert.ok(error.what.includes(`commit ${commit.slice(0, 12)}`), error.what);
				assert.ok(error.what.includes(JSON.stringify(file)), error.what);
				assert.ok(error.what.endsWith(`mode ${mode}`), error.what);
				return true;
			});
		}

		test('as captures make them is taken', async () => {
			put('versions/A/T.md', 'new');
			put('snapshots/A/T.html', 'new');
			commit();
			put('versions/Größe & Co/Terms of Service.md', 'new');
			put('snapshots/Größe & Co/Terms of Service #1.html', 'new');
			put('snapshots/Größe & Co/Terms of Service #2.pdf', 'new');
			commit();
			put('status.json', 'new');
			commit();
			assert.equal((await read()).length, 3);
		});

		for (const file of [
			'collection.yml',
			'declarations/A.json',
			'declarations/A.filters.js',
			'declarations/A.history.json',
			'provisions/A/x.mdx',
			'.gitattributes',
			'versions/.gitattributes',
			'versions/A/.gitattributes',
			'versions/.github/x.md',
			'versions/A/.md',
			'versions/T.md',
			'versions/A/B/T.md',
			'versions/A/T.md.exe',
			'versions/A/T.html',
			'versions/A/con.md',
			'snapshots/A/T.js',
			'snapshots/A/T.md',
			'snapshots/T.html',
			'status.json.bak',
			'versionsA/T.md',
			'Versions/A/T.md',
			'.github/workflows/site.yml',
			'package.json',
			'node_modules/zod/index.js',
		])
			test(`that brings ${file} is refused`, async () => {
				put(file, 'evil');
				await assertRefused(commit(), `${prefix}${file}`, '100644');
			});

		test('that brings a file beside the archive is refused', async () => {
			archive.write('README.md', 'evil');
			await assertRefused(commit(), 'README.md', '100644');
		});

		for (const file of ['status.json', 'versions/A/T.md', 'snapshots/A/T.html'])
			test(`that makes a link of ${file} is refused`, async () => {
				const full = path.join(archive.directory, prefix, file);
				rmSync(full);
				symlinkSync('../.github/workflows/site.yml', full);
				await assertRefused(commit(), `${prefix}${file}`, '120000');
			});

		test('that makes a link of a folder is refused', async () => {
			const full = path.join(archive.directory, prefix, 'versions', 'A');
			rmSync(full, { recursive: true });
			symlinkSync('../../.github', full);
			await assertRefused(commit(), `${prefix}versions/A`, '120000');
		});

		test('that makes a text executable is refused', async () => {
			archive.git('update-index', '--chmod=+x', `${prefix}versions/A/T.md`);
			archive.git('commit', '--quiet', '--message', 'Record');
			const name = archive.git('rev-parse', 'HEAD');
			await assertRefused(name, `${prefix}versions/A/T.md`, '100755');
		});

		test('that puts a submodule in the place of a text is refused', async () => {
			const entry = `160000,${archive.git('rev-parse', 'HEAD')},${prefix}versions/A/T.md`;
			archive.git('update-index', '--cacheinfo', entry);
			archive.git('commit', '--quiet', '--message', 'Record');
			const name = archive.git('rev-parse', 'HEAD');
			await assertRefused(name, `${prefix}versions/A/T.md`, '160000');
		});

		test('that deletes is refused', async () => {
			archive.git('rm', '--quiet', `${prefix}versions/A/T.md`);
			await assertRefused(commit(), `${prefix}versions/A/T.md`, '000000');
		});

		test('that renames is refused, also where config says how to tell it', async () => {
			archive.git('config', 'diff.renames', 'copies');
			archive.git('mv', `${prefix}collection.yml`, `${prefix}versions/A/U.md`);
			await assertRefused(commit(), `${prefix}collection.yml`, '000000');
		});

		test('that takes back what another one brought does not hide it', async () => {
			put('collection.yml', 'filterScripts: true');
			const evil = commit();
			put('collection.yml', 'old');
			commit();
			put('versions/A/T.md', 'new');
			commit();
			await assertRefused(evil, `${prefix}collection.yml`, '100644');
		});

		test('that joins others is refused, whatever it brings', async () => {
			archive.git('checkout', '--quiet', '-B', 'side');
			put('versions/A/T.md', 'side');
			commit();
			archive.git('checkout', '--quiet', 'main');
			put('versions/B/T.md', 'main');
			commit();
			archive.git('merge', '--quiet', '--no-ff', '--no-edit', 'side');
			await assert.rejects(read(), /joins others/);
		});

		test('that comes from another history is refused', async () => {
			archive.git('checkout', '--quiet', '--orphan', 'other');
			await assert.rejects(async () => {
				commit();
				await read();
			}, /reaches outside/);
		});
	});

test('where the versions lie at the root beside the rest, what is no text of an agreement is refused', async () => {
	const archive = makeTemporaryRepository();
	archive.write('collection.yml', 'versions: .');
	archive.commit('Begin', '2024-01-01');
	archive.git('branch', 'base');
	const folders = { versions: '', snapshots: 'snapshots/', status: 'status.json' };
	const read = () => readRecordedCommits(archive.directory, 'base..HEAD', folders);
	archive.write('A/T.md', 'new');
	archive.commit('Record', '2024-01-02');
	assert.equal((await read()).length, 1);
	archive.write('declarations/A.json', '{}');
	archive.commit('Record', '2024-01-02');
	await assert.rejects(read(), /reaches outside/);
	archive.remove();
});
