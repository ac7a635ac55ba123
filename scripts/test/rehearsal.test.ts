/**
 * The workflows that write, as they stand: their `run:` steps run by bash as the runner does, in clones as their checkouts ask for, against a
 * bare repository as `origin`, a web and GitHub's API on loopback.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inShard } from '../../src/ingest/shard.ts';
import type { Status } from '../../src/model/status.ts';
import { root } from '../../src/root.ts';
import { type LoopbackGitHub, type LoopbackIssue, startGitHub } from '../../src/samples/loopback-github.ts';
import { cloneAs, readWorkflow, runStep, type StepResult, type Workflow } from './workflow-steps.ts';

const workflow = readWorkflow('capture.yml');
const deciding = readWorkflow('decide.yml');

/** Nothing hangs on what a branch is called. */
const branch = 'archive/kept-since-2026';

const shards = 2;
/** One platform for each shard. */
const platforms = [1, 2].map(
	(number) => ['Auk', 'Pellmell'].find((name) => inShard(name, { number, of: shards })) as string,
);
const [first, second] = platforms as [string, string];

let home: string;
let server: Server;
let github: LoopbackGitHub;
let address: string;
/** Platform → what its page says, or a status. */
const pages = new Map<string, string | number>();

before(async () => {
	home = mkdtempSync(path.join(tmpdir(), 'rehearsal-'));
	github = await startGitHub();
	server = createServer(({ url = '/' }, response) => {
		const page = pages.get(url.slice(1)) ?? 404;
		if (typeof page === 'number') response.writeHead(page).end();
		else response.writeHead(200, { 'content-type': 'text/html' }).end(`<main>${page}</main>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	execFileSync('git', ['init', '--quiet', '--bare', `--initial-branch=${branch}`, 'origin.git'], {
		cwd: home,
	});
	git(path.join(home, 'origin.git'), 'config', 'uploadpack.allowFilter', 'true');
	write(home, 'bin/sleep', '#!/bin/sh\n');
	chmodSync(path.join(home, 'bin', 'sleep'), 0o755);
	const seed = checkout('seed');
	writeFileSync(path.join(seed, '.gitignore'), 'node_modules\nsrc\nscripts\npackage.json\n');
	write(
		seed,
		'archive/collection.yml',
		'contact: mail@tern.example\ndelay: 0\nprivateAddresses: true\nreportAfter: 2\ntimestamps:\n  address: http://127.0.0.1:1/\n',
	);
	for (const name of platforms) {
		const terms = { Terms: { fetch: `${address}/${name}`, select: 'main' } };
		write(seed, `archive/declarations/${name}.json`, JSON.stringify({ name, terms }));
	}
	publish(seed, 'Begin');
});

after(() => {
	github.close();
	server.closeAllConnections();
	server.close();
	rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

function issues(): readonly LoopbackIssue[] {
	return github.issues;
}

function write(directory: string, file: string, text: string): void {
	mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
	writeFileSync(path.join(directory, file), text);
}

const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];

function git(directory: string, ...args: string[]): string {
	return execFileSync('git', [...identity, ...args], {
		cwd: directory,
		encoding: 'utf8',
		stdio: 'pipe',
	}).trim();
}

/** A fresh clone of somebody's own. */
function checkout(name: string): string {
	const directory = path.join(home, name);
	rmSync(directory, { recursive: true, force: true });
	git(home, 'clone', '--quiet', 'origin.git', name);
	return withProgram(directory);
}

/** As the job checks it out. */
function machineOf(job: string, name = job, from = workflow): string {
	const directory = path.join(home, name);
	cloneAs(from, job, `file://${home}/origin.git`, directory);
	return withProgram(directory);
}

/** With the machine in it, which these tests leave out of the repository. */
function withProgram(directory: string): string {
	for (const part of ['src', 'scripts', 'node_modules', 'package.json'])
		symlinkSync(path.join(root, part), path.join(directory, part));
	return directory;
}

function publish(directory: string, message: string): void {
	git(directory, 'add', '.');
	git(directory, 'commit', '--quiet', '-m', message);
	git(directory, 'push', '--quiet', 'origin', `HEAD:${branch}`);
}

function step(
	job: string,
	name: string,
	cwd: string,
	given: Readonly<Record<string, string>> = {},
	from: Workflow = workflow,
): Promise<StepResult> {
	const runner = { GITHUB_API_URL: github.api, GITHUB_REPOSITORY: 'tern/archive' };
	return runStep(from, [job, name], { home, cwd, runner }, given);
}

const token = { GITHUB_TOKEN: 'secret', TOKEN: 'secret' };

/**
 * All jobs but the site.
 * @param meanwhile is run in the clone that is about to push
 * @param machines of so many shards capture; those of the others are lost
 */
async function runWorkflow(
	meanwhile: (clone: string) => void | Promise<void> = () => {},
	machines = shards,
): Promise<StepResult> {
	rmSync(path.join(home, 'temp'), { recursive: true, force: true });
	writeFileSync(path.join(home, 'summary.md'), '');
	for (let shard = 1; shard <= machines; shard++) {
		const variables = { BRANCH: branch, SHARD: String(shard), SHARDS: String(shards) };
		const machine = machineOf('capture', `shard-${shard}`);
		// The machine holds no token by which to fetch what its clone left out.
		git(machine, 'remote', 'set-url', 'origin', 'file:///nowhere');
		for (const name of ['Capture', 'Bundle']) {
			const { status, said } = await step('capture', name, machine, { ...variables, MINUTES: '100' });
			assert.equal(status, 0, said);
		}
	}
	const clone = machineOf('join');
	await meanwhile(clone);
	const joined = await step('join', 'Join and push', clone, { BRANCH: branch });
	if (joined.status === 0) {
		const reported = await step('report', 'Report failures', machineOf('report'), token);
		assert.equal(reported.status, 0, reported.said);
	}
	return joined;
}

function published(): string[] {
	return git(path.join(home, 'origin.git'), 'log', '--format=%s', branch).split('\n');
}

function status(platform: string) {
	const text = git(path.join(home, 'origin.git'), 'show', `${branch}:archive/status.json`);
	return (JSON.parse(text) as Status).agreements[`${platform}/Terms`];
}

const clauses = Array.from(
	{ length: 12 },
	(_, at) =>
		`<p>${at + 1}. You agree that we may use your content under section ${at + 1} of these terms.</p>`,
).join('');

test('the plan names as many shards as the variable says, and refuses anything else', async () => {
	writeFileSync(path.join(home, 'output'), '');
	assert.equal((await step('plan', 'Plan', home, { SHARDS: '3' })).status, 0);
	assert.equal(readFileSync(path.join(home, 'output'), 'utf8'), 'shards=[1,2,3]\n');
	for (const wrong of ['0', '21', 'x', '', '1;ls'])
		assert.equal((await step('plan', 'Plan', home, { SHARDS: wrong })).status, 1, wrong);
});

test('a run that nobody started begins no collection', async () => {
	const empty = path.join(home, 'empty');
	mkdirSync(empty);
	const look = async (cwd: string, EVENT: string) => {
		writeFileSync(path.join(home, 'output'), '');
		writeFileSync(path.join(home, 'summary.md'), '');
		assert.equal((await step('plan', 'Look for a collection', cwd, { EVENT })).status, 0);
		const told = readFileSync(path.join(home, 'summary.md'), 'utf8');
		return [readFileSync(path.join(home, 'output'), 'utf8'), told !== ''];
	};
	assert.deepEqual(await look(empty, 'schedule'), ['', true]);
	assert.deepEqual(await look(empty, 'workflow_dispatch'), ['is-begun=true\n', false]);
	assert.deepEqual(await look(checkout('begun'), 'schedule'), ['is-begun=true\n', false]);
});

test('the first run lays out the collection, and one commit on the branch holds it beside what was recorded', async () => {
	const begun = git(path.join(home, 'origin.git'), 'rev-parse', branch);
	const bare = checkout('bare');
	git(bare, 'rm', '-r', '--quiet', 'archive');
	publish(bare, 'Fork');
	rmSync(path.join(home, 'temp'), { recursive: true, force: true });
	const machine = machineOf('capture', 'shard-1');
	assert.equal((await step('capture', 'Begin', machine)).status, 0);
	const declarations = readdirSync(path.join(machine, 'archive/declarations'));
	assert.ok(declarations.length > 10);
	// Nothing of the examples is fetched here.
	for (const name of declarations) rmSync(path.join(machine, 'archive/declarations', name));
	write(machine, 'archive/collection.yml', 'contact: mail@tern.example\ndelay: 0\nprivateAddresses: true\n');
	const terms = { Terms: { fetch: `${address}/${first}`, select: 'main' } };
	write(machine, `archive/declarations/${first}.json`, JSON.stringify({ name: first, terms }));
	pages.set(first, `<h1>Terms of ${first}</h1>${clauses}`);
	const variables = { BRANCH: branch, SHARD: '1', SHARDS: '1', MINUTES: '100' };
	for (const name of ['Capture', 'Bundle'])
		assert.equal((await step('capture', name, machine, variables)).status, 0);
	const joined = await step('join', 'Join and push', machineOf('join'), { BRANCH: branch });
	assert.equal(joined.status, 0, joined.said);
	assert.deepEqual(published().slice(1, 3), [`First record of ${first} Terms`, 'Begin the collection']);
	const files = git(path.join(home, 'origin.git'), 'ls-tree', '-r', '--name-only', branch, 'archive/');
	assert.equal(
		files.split('\n').filter((file) => file.includes('/declarations/')).length,
		declarations.length,
	);
	git(path.join(home, 'origin.git'), 'update-ref', `refs/heads/${branch}`, begun);
});

// What follows is one year of one archive: each test goes on from the one before.

test('first capture: each shard records its platform, and one status is of all', async () => {
	for (const name of platforms) pages.set(name, `<h1>Terms of ${name}</h1>${clauses}`);
	const { status: code, said } = await runWorkflow();
	assert.equal(code, 0, said);
	// The authority is dead, and what was recorded is pushed all the same.
	assert.match(said, /::warning::No time-stamp.*gave no answer/);
	const [newest, ...subjects] = published();
	assert.equal(newest, 'Record status: 2 followed');
	assert.deepEqual(
		subjects.sort(),
		['Begin', ...platforms.map((name) => `First record of ${name} Terms`)].sort(),
	);
	for (const name of platforms) assert.equal(status(name)?.failures, 0);
	assert.match(readFileSync(path.join(home, 'summary.md'), 'utf8'), /### Recorded\n\n\| agreement/);
});

test('unchanged: nothing but the status is committed', async () => {
	const before = published().length;
	assert.equal((await runWorkflow()).status, 0);
	assert.equal(published().length, before + 1);
});

test('a change at one, a failure at the other: both are told, no issue yet', async () => {
	pages.set(first, `<h1>Terms of ${first}</h1>${clauses.replace('may use', 'must not use')}`);
	pages.set(second, 404);
	assert.equal((await runWorkflow()).status, 0);
	assert.equal(published()[1], `Record new changes of ${first} Terms`);
	assert.equal(status(second)?.failures, 1);
	assert.match(readFileSync(path.join(home, 'summary.md'), 'utf8'), /### Failed\n\n.*\n.*\n.*status 404/);
	assert.deepEqual(issues(), []);
});

test('a second and a third failure: one issue', async () => {
	await runWorkflow();
	await runWorkflow();
	assert.equal(status(second)?.failures, 3);
	assert.deepEqual(
		issues().map(({ state, title }) => [state, title]),
		[['open', `${second} › Terms is not captured`]],
	);
});

test('recovery, while somebody pushes: the push is made anew and the issue closed', async () => {
	pages.set(second, `<h1>Terms of ${second}</h1>${clauses}`);
	const { status: code, said } = await runWorkflow(overtakenBy('Greet'));
	assert.equal(code, 0, said);
	assert.match(said, /rejected/);
	assert.deepEqual(published().slice(0, 2), ['Record status: 2 followed', 'Greet']);
	assert.equal(status(second)?.failures, 0);
	assert.deepEqual(
		issues().map(({ state }) => state),
		['closed'],
	);
});

const lost = (words: string) => `<h1>Terms of ${first}</h1><p>${words}</p>${clauses.split('</p>', 1)}</p>`;

/** From here on nothing happens at the other platform, whose machine need not run. */
function captureFirst(meanwhile?: (clone: string) => void | Promise<void>): Promise<StepResult> {
	return runWorkflow(meanwhile, 1);
}

test('a text that is held twice: an issue shows it, and how to answer', async () => {
	pages.set(first, lost('``` @all [x](https://evil.example)'));
	await captureFirst();
	await captureFirst();
	assert.equal(status(first)?.held?.times, 2);
	const { title, body, state } = heldIssue();
	assert.equal(title, `${first} › Terms is held back`);
	assert.equal(state, 'open');
	assert.match(body, new RegExp(`Address: ${address}/${first}\nWhat differs:\n\\+ ''' @all`));
});

test('an answer of somebody who may not write: nothing is decided', async () => {
	github.permissions.set('stranger', 'read');
	for (const who of ['stranger', 'nobody', '$(id)', 'x[bot]', '../pages'])
		assert.equal(await answer('/accept', who), 'may not');
	assert.equal(heldIssue().comments.length, 0);
});

test('/reject: the issue is closed, and the text recorded at no time', async () => {
	github.permissions.set('gull', 'write');
	const before = published().length;
	assert.equal(await answer('/reject a cookie wall'), 'answered');
	assert.equal(published()[0], `Reject held text of ${first} Terms`);
	assert.match(heldIssue().comments.at(-1) ?? '', /^Rejected: .*as `gull` says/);
	assert.equal(heldIssue().state, 'closed');
	await captureFirst();
	assert.equal(published().length, before + 2);
	assert.equal(status(first)?.held?.rejected?.by, 'gull');
	assert.equal(issues().filter(({ state }) => state === 'open').length, 0);
});

test('an answer about a text that changed meanwhile: that is said, with the text', async () => {
	const former = heldIssue();
	pages.set(first, lost('Another text.'));
	await captureFirst();
	const before = published().length;
	assert.equal(await answer('/accept', 'gull', () => {}, former), 'answered');
	assert.equal(published().length, before);
	assert.match(former.comments.at(-1) ?? '', /Nothing was decided.*shows another text.*\+ Another text/s);
});

test('/accept while a capture runs, and somebody pushes: neither loses anything', async () => {
	await captureFirst();
	await captureFirst(async () => {
		const words = '/accept "; touch owned; `touch owned` $(touch owned)\n\'; touch owned #';
		assert.equal(await answer(words, 'gull', overtakenBy('Greet again')), 'answered');
	});
	assert.match(published()[0] ?? '', /^Record status/);
	assert.deepEqual(published().slice(1, 3), [`Accept held text of ${first} Terms`, 'Greet again']);
	assert.equal(status(first)?.held?.times, 3);
	assert.ok(!existsSync(path.join(home, 'decide', 'owned')) && !existsSync(path.join(home, 'owned')));
	assert.match(heldIssue().comments.at(-1) ?? '', /^Accepted: .*The next capture/);
});

test('the next capture records it, closes the issue and takes the decision away', async () => {
	await captureFirst();
	assert.deepEqual(published().slice(0, 3), [
		'Take away decisions that were carried out',
		'Record status: 2 followed',
		`Record new changes of ${first} Terms`,
	]);
	assert.match(message(2), /^X-accepted: by gull on .* \(doubtful\): "; touch owned/m);
	assert.equal(heldIssue().state, 'closed');
	assert.equal(status(first)?.held, undefined);
	const decisions = git(
		path.join(home, 'origin.git'),
		'show',
		`${branch}:archive/decisions/${first}/Terms.json`,
	);
	assert.match(decisions, /"decision": "reject"/);
	assert.doesNotMatch(decisions, /"decision": "accept"/);
});

/** Of the last text that was held. */
function heldIssue(): LoopbackIssue {
	const found = issues().findLast(({ title }) => title.endsWith('is held back'));
	assert.ok(found);
	return found;
}

function message(back: number): string {
	return git(path.join(home, 'origin.git'), 'log', '-1', '--format=%B', `${branch}~${back}`);
}

/** Just before its first push, somebody else is faster. @param subject of what they push */
function overtakenBy(subject: string): (clone: string) => void {
	return (clone) => {
		const other = checkout('other');
		write(other, 'README.md', subject);
		git(other, 'add', '.');
		git(other, 'commit', '--quiet', '-m', subject);
		const hook = path.join(clone, '.git', 'hooks', 'pre-push');
		write(
			clone,
			'.git/hooks/pre-push',
			`#!/bin/sh\nrm "${hook}"\ngit -C "${other}" push --quiet origin HEAD:${branch}\n`,
		);
		chmodSync(hook, 0o755);
	};
}

/** All jobs of decide.yml. @param issue as it was when the comment was written */
async function answer(
	body: string,
	who = 'gull',
	meanwhile: (clone: string) => void = () => {},
	issue = heldIssue(),
): Promise<'may not' | 'answered'> {
	mkdirSync(path.join(home, 'temp'), { recursive: true });
	writeFileSync(
		path.join(home, 'event.json'),
		JSON.stringify({ issue, comment: { body, user: { login: who } } }),
	);
	const asked = await outputsOf('who', 'Ask', home, { WHO: who, ...token });
	if (asked['may-write'] !== 'true') return 'may not';
	const clone = machineOf('decide', 'decide', deciding);
	meanwhile(clone);
	const { comment = '', closes = '' } = await outputsOf('decide', 'Decide and push', clone, {
		BRANCH: branch,
		...token,
	});
	const given = { ISSUE: String(issue.number), COMMENT: comment, CLOSES: closes, ...token };
	await outputsOf('answer', 'Answer', home, given);
	return 'answered';
}

async function outputsOf(job: string, name: string, cwd: string, given: Readonly<Record<string, string>>) {
	writeFileSync(path.join(home, 'output'), '');
	const { status: code, said } = await step(job, name, cwd, given, deciding);
	assert.equal(code, 0, said);
	const lines = readFileSync(path.join(home, 'output'), 'utf8').trim().split('\n');
	return Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2))) as Readonly<Record<string, string>>;
}

test('a commit that reaches outside archive/: nothing is pushed', async () => {
	await assertRefused((evil) => {
		write(evil, 'README.md', 'evil');
		commitAll(evil);
	}, /::error::A recorded commit reaches outside archive\/.*"README.md", mode 100644.*Nothing was pushed/);
});

test('a collection that lets scripts run: nothing is pushed', async () => {
	await assertRefused((evil) => {
		write(evil, 'archive/collection.yml', 'filterScripts: true\n');
		write(evil, `archive/declarations/${first}.filters.js`, 'export function f() {}\n');
		commitAll(evil);
	}, /::error::A recorded commit reaches outside .*"archive\/collection.yml", mode 100644/);
});

test('a status that leads elsewhere, taken back by the next commit: nothing is pushed', async () => {
	await assertRefused((evil) => {
		const text = readFileSync(path.join(evil, 'archive/status.json'));
		rmSync(path.join(evil, 'archive/status.json'));
		symlinkSync('../.github/workflows/capture.yml', path.join(evil, 'archive/status.json'));
		commitAll(evil);
		rmSync(path.join(evil, 'archive/status.json'));
		writeFileSync(path.join(evil, 'archive/status.json'), text);
		commitAll(evil);
	}, /::error::A recorded commit holds something else than a plain file.*"archive\/status.json", mode 120000/);
});

/** A machine that was taken over leaves a bundle beside those of the others. */
async function assertRefused(make: (clone: string) => void, said: RegExp): Promise<void> {
	const before = published();
	const evil = checkout('evil');
	make(evil);
	const bundle = path.join(home, 'temp', 'shards', '3.bundle');
	git(evil, 'bundle', 'create', '--quiet', bundle, `origin/${branch}..HEAD`);
	const joined = await step('join', 'Join and push', machineOf('join'), { BRANCH: branch });
	assert.equal(joined.status, 1);
	assert.match(joined.said, said);
	assert.deepEqual(published(), before);
}

function commitAll(clone: string): void {
	git(clone, 'add', '--all');
	git(clone, 'commit', '--quiet', '--message', 'Record');
}
