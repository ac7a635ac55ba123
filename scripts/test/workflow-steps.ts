/** Runs single steps of a workflow by bash, as GitHub's runner does: what GitHub fills in is given by name of the variable. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../../src/root.ts';

interface Step {
	readonly name?: string;
	readonly run?: string;
	readonly uses?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly env?: Readonly<Record<string, string>>;
}

export interface Workflow {
	readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>;
}

export interface StepResult {
	readonly status: number | null;
	readonly said: string;
}

export function readWorkflow(name: string): Workflow {
	return parse(readFileSync(path.join(root, '.github', 'workflows', name), 'utf8')) as Workflow;
}

export interface RunnerPlace {
	/** Folder of what the runner has beside the checkout: programs in `bin`, `temp`, what steps put out. */
	readonly home: string;
	readonly cwd: string;
	/** Variables that the runner gives to every step, beside those of places. */
	readonly runner?: Readonly<Record<string, string>>;
}

/**
 * A fresh clone with what the job's checkout asks for: depth, filter, files.
 * @param origin address of a repository that serves partial clones
 */
export function cloneAs({ jobs }: Workflow, job: string, origin: string, directory: string): void {
	const step = jobs[job]?.steps?.find(({ uses }) => uses?.startsWith('actions/checkout@'));
	assert.ok(step, `${job} checks out`);
	const { filter, 'fetch-depth': depth = 1, 'sparse-checkout': files } = step.with ?? {};
	const options = [
		...(filter === undefined ? [] : [`--filter=${filter}`]),
		...(depth === 0 ? [] : [`--depth=${depth}`]),
	];
	const git = (...args: string[]) => execFileSync('git', args, { stdio: 'pipe' });
	rmSync(directory, { recursive: true, force: true });
	git('clone', '--quiet', '--no-checkout', ...options, origin, directory);
	const patterns = typeof files === 'string' ? files.trim().split('\n') : [];
	if (patterns.length > 0) git('-C', directory, 'sparse-checkout', 'set', '--no-cone', ...patterns);
	git('-C', directory, 'checkout', '--quiet');
}

/** @param given the step's own variables; one that is left out is empty */
export async function runStep(
	{ jobs }: Workflow,
	[job, name]: readonly [job: string, name: string],
	{ home, cwd, runner = {} }: RunnerPlace,
	given: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
	const step = jobs[job]?.steps?.find((each) => each.name === name);
	assert.ok(step?.run, `${job} has a step ${name}`);
	const { ARCHIVE, SITE, ...inherited } = process.env;
	writeStarter(path.join(home, 'bin'));
	const env = {
		...inherited,
		PATH: `${path.join(home, 'bin')}:${process.env.PATH}`,
		RUNNER_TEMP: path.join(home, 'temp'),
		GITHUB_OUTPUT: path.join(home, 'output'),
		GITHUB_STEP_SUMMARY: path.join(home, 'summary.md'),
		GITHUB_EVENT_PATH: path.join(home, 'event.json'),
		...runner,
		...Object.fromEntries(Object.keys(step.env ?? {}).map((variable) => [variable, given[variable] ?? ''])),
	};
	const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', step.run], { cwd, env });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { status, said };
}

/** In the place of npm, which takes half a second to start one of this package's programs, and looks at nothing that matters here. */
function writeStarter(bin: string): void {
	const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		readonly scripts: Readonly<Record<string, string>>;
	};
	const programs = Object.entries(scripts).filter(([, command]) => command.startsWith('node '));
	const text = [
		'#!/bin/sh',
		'[ "$1" = run ] || exit 64; shift',
		'[ "$1" != --silent ] || shift',
		'name=$1; shift',
		'[ "$1" != -- ] || shift',
		'PATH="$PWD/node_modules/.bin:$PATH"',
		'case $name in',
		...programs.map(([name, command]) => `${name}) exec ${command} "$@";;`),
		'esac',
		'echo "no program is called $name" >&2; exit 1',
	];
	mkdirSync(bin, { recursive: true });
	writeFileSync(path.join(bin, 'npm'), `${text.join('\n')}\n`);
	chmodSync(path.join(bin, 'npm'), 0o755);
}
