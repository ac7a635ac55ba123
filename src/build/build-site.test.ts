/** What a build refuses, before it touches anything. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { root } from '../root.ts';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'build-'));
});

afterEach(async () => {
	await rm(folder, { recursive: true });
});

/** Runs the command as a person would, because it is read once per process; returns its exit code and what it said. */
function build(archive: string, outDir = path.join(folder, 'out')): { status: number; said: string } {
	const script = path.join(root, 'scripts', 'build.ts');
	const { SITE, ...env } = process.env;
	try {
		const options = {
			env: { ...env, ARCHIVE: archive },
			encoding: 'utf8',
			stdio: 'pipe',
			timeout: 120_000,
		} as const;
		return { status: 0, said: execFileSync(process.execPath, [script, '--out-dir', outDir], options) };
	} catch (error) {
		const { status, stderr } = error as { status: number; stderr: string };
		return { status, said: stderr };
	}
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
	test('the archive is missing', () => {
		const { status, said } = build(path.join(folder, 'nothing'));
		assert.equal(status, 1);
		assert.match(said, /nothing: there is no such directory\n {2}Name an archive/);
		assert.doesNotMatch(said, /\bat .*\.ts:\d+/);
	});

	test('the archive is in no git repository', async () => {
		await writeFile(path.join(folder, 'collection.yml'), 'name: Mine\n');
		assert.match(build(folder).said, /no git repository/);
	});

	test('the directory is a repository but no archive', async () => {
		assert.match(build(await repository('README.md')).said, /this directory is no archive/);
	});

	test('the archive holds an agreement that was never committed', async () => {
		const archive = await repository('README.md');
		await mkdir(path.join(archive, 'Acme'));
		await writeFile(path.join(archive, 'Acme', 'Terms.md'), '# Terms');
		assert.match(build(archive).said, /no agreement in its history/);
	});

	test('the clone is shallow', async () => {
		const source = await repository('Acme/Terms.md', 'Acme/Privacy.md');
		const clone = path.join(folder, 'clone');
		git(folder, 'clone', '--quiet', '--depth', '1', `file://${source}`, clone);
		const { status, said } = build(clone);
		assert.equal(status, 1);
		assert.match(said, /git fetch --unshallow/);
	});

	test('the target holds something else than a site, and then it stays', async () => {
		const target = path.join(folder, 'letters');
		await mkdir(target);
		await writeFile(path.join(target, 'dear.txt'), 'Dear');
		const { status, said } = build(await repository('Acme/Terms.md'), target);
		assert.equal(status, 1);
		assert.match(said, /holds something else than a site/);
		assert.ok(existsSync(path.join(target, 'dear.txt')));
	});
});
