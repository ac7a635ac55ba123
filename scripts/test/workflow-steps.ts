/** Runs single steps of a workflow by bash, as GitHub's runner does: what GitHub fills in is given by name of the variable. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../../src/root.ts';

interface Step {
	readonly name?: string;
	readonly run?: string;
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

/**
 * @param home folder of what the runner has beside the checkout: programs in `bin`, `temp`, what steps put out
 * @param given the step's own variables; one that is left out is empty
 */
export async function runStep(
	{ jobs }: Workflow,
	[job, name]: readonly [job: string, name: string],
	{ home, cwd }: { readonly home: string; readonly cwd: string },
	given: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
	const step = jobs[job]?.steps?.find((each) => each.name === name);
	assert.ok(step?.run, `${job} has a step ${name}`);
	const { ARCHIVE, SITE, ...inherited } = process.env;
	const env = {
		...inherited,
		PATH: `${path.join(home, 'bin')}:${process.env.PATH}`,
		RUNNER_TEMP: path.join(home, 'temp'),
		GITHUB_OUTPUT: path.join(home, 'output'),
		GITHUB_STEP_SUMMARY: path.join(home, 'summary.md'),
		...Object.fromEntries(Object.keys(step.env ?? {}).map((variable) => [variable, given[variable] ?? ''])),
	};
	const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', step.run], { cwd, env });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
	return { status, said };
}
