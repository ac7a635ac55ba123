/** The step of `site.yml` that asks whether anything can be published, run by bash as the runner does, and what hangs on its answer. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../src/root.ts';
import { type LoopbackGitHub, startGitHub } from '../../src/samples/loopback-github.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { readWorkflow, runStep } from './workflow-steps.ts';

const workflow = readWorkflow('site.yml');

let github: LoopbackGitHub;
before(async () => {
	github = await startGitHub();
});
after(() => github.close());

/** @returns what the step puts out, and what stands in the summary of the run */
async function ask(facts: unknown, pages: unknown, branch = 'trunk') {
	github.answers.set('', facts);
	github.answers.set('/pages', pages);
	github.answers.set('/actions/workflows/capture.yml', { state: 'disabled_fork' });
	const home = temporaryFolder({ output: '', 'summary.md': '' });
	const runner = { GITHUB_API_URL: github.api, GITHUB_REPOSITORY: 'tern/archive' };
	const given = { GITHUB_TOKEN: 'secret', BRANCH: branch };
	const { status, said } = await runStep(workflow, ['plan', 'Ask'], { home, cwd: root, runner }, given);
	assert.equal(status, 0, said);
	const [output, summary] = ['output', 'summary.md'].map((name) =>
		readFileSync(path.join(home, name), 'utf8'),
	);
	return { output, summary, said };
}

const isPublic = { private: false, default_branch: 'trunk' };
const isPrivate = { private: true, default_branch: 'trunk' };
const pages = { html_url: 'https://terms.example/', build_type: 'workflow', cname: 'terms.example' };

for (const [what, facts, answer, told] of [
	['a private repository', isPrivate, 404, /this repository is private/],
	['a repository without Pages', isPublic, 404, /has no Pages yet/],
	['Pages that take a branch', isPublic, { ...pages, build_type: 'legacy' }, /Pages take a branch/],
] as const) {
	test(`${what} is no failure: the summary says what to do, and nothing is built`, async () => {
		const { output, summary = '', said } = await ask(facts, answer);
		assert.equal(output, 'publishes=false\nsite=\n');
		assert.match(summary, told);
		assert.match(said, /^::notice::Nothing is published/m);
	});
}

test('a domain of its own is where the site is published; a capture that GitHub does not start is told beside', async () => {
	const { output, summary = '' } = await ask(isPublic, { ...pages, https_enforced: true });
	assert.equal(output, 'publishes=true\nsite=https://terms.example\n');
	assert.match(summary, /No page is captured: .*Enable workflow/);
});

test('no job builds where nothing is published', () => {
	const { jobs } = workflow as { jobs: Readonly<Record<string, { needs?: unknown; if?: string }>> };
	const first = Object.entries(jobs).filter(([, { needs }]) => [needs].flat().includes('plan'));
	for (const [name, { if: condition = '', needs }] of first) {
		const waits = [needs].flat().some((each) => ['analyse', 'deploy'].includes(String(each)));
		if (!waits || name === 'build')
			assert.match(condition, /needs\.plan\.outputs\.publishes == 'true'/, name);
	}
});
