/** What a build refuses, before it touches anything. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { Fault } from '../model/fault.ts';
import { root } from '../root.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { buildSite } from './build-site.ts';

let folder: string;

beforeEach(() => {
	folder = temporaryFolder();
});

/** What refusing to build says. */
async function refusalOf(archive: string, outDir = path.join(folder, 'out')): Promise<string> {
	const outcome: unknown = await buildSite({ archive, outDir }).catch((error: unknown) => error);
	assert.ok(outcome instanceof Fault, `not refused: ${outcome}`);
	return outcome.message;
}

function git(directory: string, ...args: string[]): void {
	execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: directory });
}

async function repository(...files: string[]): Promise<string> {
	const directory = path.join(folder, 'archive');
	await mkdir(directory);
	git(directory, 'init', '--quiet');
	for (const file of files) {
		await mkdir(path.dirname(path.join(directory, file)), { recursive: true });
		await writeFile(path.join(directory, file), `# ${file}\n\nYou agree to these terms.\n`);
		git(directory, 'add', '.');
		git(directory, 'commit', '--quiet', '-m', `Record ${file}`);
	}
	return directory;
}

describe('a build is refused, with what is wrong and what to do, where', () => {
	test('the archive is missing: the command says so without a stack', () => {
		const script = path.join(root, 'scripts', 'build.ts');
		const env = { ...process.env, ARCHIVE: path.join(folder, 'nothing') };
		const { status, stderr } = spawnSync(process.execPath, [script, '--out-dir', path.join(folder, 'out')], {
			env,
			encoding: 'utf8',
		});
		assert.equal(status, 1);
		assert.match(stderr, /nothing: there is no such directory\n {2}Name an archive/);
		assert.doesNotMatch(stderr, /\bat .*\.ts:\d+/);
	});

	test('the archive is in no git repository', async () => {
		await writeFile(path.join(folder, 'collection.yml'), 'name: Mine\n');
		assert.match(await refusalOf(folder), /no git repository/);
	});

	test('the directory is a repository but no archive', async () => {
		assert.match(await refusalOf(await repository('README.md')), /there is no collection yet/);
	});

	test('the archive holds an agreement that was never committed', async () => {
		const archive = await repository('README.md');
		await mkdir(path.join(archive, 'Acme'));
		await writeFile(path.join(archive, 'Acme', 'Terms.md'), '# Terms');
		assert.match(await refusalOf(archive), /no agreement in its history/);
	});

	test('the clone is shallow', async () => {
		const source = await repository('Acme/Terms.md', 'Acme/Privacy.md');
		const clone = path.join(folder, 'clone');
		git(folder, 'clone', '--quiet', '--depth', '1', `file://${source}`, clone);
		assert.match(await refusalOf(clone), /git fetch --unshallow/);
	});

	test('the target holds something else than a site, and then it stays', async () => {
		const target = path.join(folder, 'letters');
		await mkdir(target);
		await writeFile(path.join(target, 'dear.txt'), 'Dear');
		assert.match(
			await refusalOf(await repository('Acme/Terms.md'), target),
			/holds something else than a site/,
		);
		assert.ok(existsSync(path.join(target, 'dear.txt')));
	});
});
