/**
 * The capture workflow as it stands, its `run:` steps run by bash as the runner does, against a bare repository as `origin` and a web on
 * loopback; `gh` writes down what it is asked.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { inShard } from '../../src/ingest/shard.ts';
import type { Status } from '../../src/model/status.ts';
import { root } from '../../src/root.ts';
import { readWorkflow, runStep, type StepResult } from './workflow-steps.ts';

const workflow = readWorkflow('capture.yml');

const shards = 2;
/** One platform for each shard. */
const platforms = [1, 2].map(
	(number) => ['Auk', 'Pellmell'].find((name) => inShard(name, { number, of: shards })) as string,
);
const [first, second] = platforms as [string, string];

let home: string;
let server: Server;
let address: string;
/** Platform → what its page says, or a status. */
const pages = new Map<string, string | number>();

before(async () => {
	home = mkdtempSync(path.join(tmpdir(), 'rehearsal-'));
	server = createServer(({ url = '/' }, response) => {
		const page = pages.get(url.slice(1)) ?? 404;
		if (typeof page === 'number') response.writeHead(page).end();
		else response.writeHead(200, { 'content-type': 'text/html' }).end(`<main>${page}</main>`);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', 'origin.git'], { cwd: home });
	fakePrograms();
	const seed = checkout('seed');
	writeFileSync(path.join(seed, '.gitignore'), 'node_modules\nsrc\nscripts\npackage.json\n');
	write(
		seed,
		'archive/collection.yml',
		'contact: mail@tern.example\ndelay: 0\nprivateAddresses: true\nreportAfter: 2\n',
	);
	for (const name of platforms) {
		const terms = { Terms: { fetch: `${address}/${name}`, select: 'main' } };
		write(seed, `archive/declarations/${name}.json`, JSON.stringify({ name, terms }));
	}
	publish(seed, 'Begin');
});

after(() => {
	server.closeAllConnections();
	server.close();
	rmSync(home, { recursive: true, force: true, maxRetries: 5 });
});

/** `gh` remembers its issues in a file; `sleep` does not. */
function fakePrograms(): void {
	const gh = `#!/usr/bin/env node
const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
const [, , ...args] = process.argv;
const file = ${JSON.stringify(path.join(home, 'issues.json'))};
const issues = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const value = (name) => args[args.indexOf(name) + 1];
appendFileSync(${JSON.stringify(path.join(home, 'gh.log'))}, args.slice(0, 2).join(' ') + '\\n');
if (args[1] === 'list') console.log(JSON.stringify(issues.filter(({ open }) => open)));
if (args[0] === 'issue' && args[1] === 'create')
	issues.push({ number: issues.length + 1, open: true, title: value('--title'), body: value('--body') });
if (args[1] === 'close') issues.find(({ number }) => String(number) === args[2]).open = false;
writeFileSync(file, JSON.stringify(issues));
`;
	write(home, 'bin/gh', gh);
	write(home, 'bin/sleep', '#!/bin/sh\n');
	for (const name of ['gh', 'sleep']) chmodSync(path.join(home, 'bin', name), 0o755);
}

function issues(): readonly { readonly open: boolean; readonly title: string }[] {
	return JSON.parse(readFileSync(path.join(home, 'issues.json'), 'utf8'));
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

/** A fresh clone with the machine in it, which these tests leave out of the repository. */
function checkout(name: string): string {
	const directory = path.join(home, name);
	rmSync(directory, { recursive: true, force: true });
	git(home, 'clone', '--quiet', 'origin.git', name);
	for (const part of ['src', 'scripts', 'node_modules', 'package.json'])
		symlinkSync(path.join(root, part), path.join(directory, part));
	return directory;
}

function publish(directory: string, message: string): void {
	git(directory, 'add', '.');
	git(directory, 'commit', '--quiet', '-m', message);
	git(directory, 'push', '--quiet', 'origin', 'HEAD:main');
}

function step(
	job: string,
	name: string,
	cwd: string,
	given: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
	return runStep(workflow, [job, name], { home, cwd }, given);
}

/** All jobs but the site. @param meanwhile is run in the clone that is about to push */
async function runWorkflow(meanwhile: (clone: string) => void = () => {}): Promise<StepResult> {
	rmSync(path.join(home, 'temp'), { recursive: true, force: true });
	writeFileSync(path.join(home, 'summary.md'), '');
	for (let shard = 1; shard <= shards; shard++) {
		const variables = { BRANCH: 'main', SHARD: String(shard), SHARDS: String(shards) };
		const machine = checkout(`shard-${shard}`);
		for (const name of ['Capture', 'Bundle']) {
			const { status, said } = await step('capture', name, machine, { ...variables, MINUTES: '100' });
			assert.equal(status, 0, said);
		}
	}
	const clone = checkout('join');
	meanwhile(clone);
	const joined = await step('join', 'Join and push', clone, { BRANCH: 'main' });
	if (joined.status === 0) {
		const reported = await step('report', 'Report failures', checkout('report'));
		assert.equal(reported.status, 0, reported.said);
	}
	return joined;
}

function published(): string[] {
	return git(path.join(home, 'origin.git'), 'log', '--format=%s', 'main').split('\n');
}

function status(platform: string) {
	const text = git(path.join(home, 'origin.git'), 'show', 'main:archive/status.json');
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

test('the workflow lives through its year', async (context) => {
	await context.test('first capture: each shard records its platform, and one status is of all', async () => {
		for (const name of platforms) pages.set(name, `<h1>Terms of ${name}</h1>${clauses}`);
		const { status: code, said } = await runWorkflow();
		assert.equal(code, 0, said);
		const [newest, ...subjects] = published();
		assert.equal(newest, 'Record status: 2 followed');
		assert.deepEqual(
			subjects.sort(),
			['Begin', ...platforms.map((name) => `First record of ${name} Terms`)].sort(),
		);
		for (const name of platforms) assert.equal(status(name)?.failures, 0);
		assert.match(readFileSync(path.join(home, 'summary.md'), 'utf8'), /### Recorded\n\n\| agreement/);
	});

	await context.test('unchanged: nothing but the status is committed', async () => {
		const before = published().length;
		assert.equal((await runWorkflow()).status, 0);
		assert.equal(published().length, before + 1);
	});

	await context.test('a change at one, a failure at the other: both are told, no issue yet', async () => {
		pages.set(first, `<h1>Terms of ${first}</h1>${clauses.replace('may use', 'must not use')}`);
		pages.set(second, 404);
		assert.equal((await runWorkflow()).status, 0);
		assert.equal(published()[1], `Record new changes of ${first} Terms`);
		assert.equal(status(second)?.failures, 1);
		assert.match(readFileSync(path.join(home, 'summary.md'), 'utf8'), /### Failed\n\n.*\n.*\n.*status 404/);
		assert.deepEqual(issues(), []);
	});

	await context.test('a second and a third failure: one issue', async () => {
		await runWorkflow();
		await runWorkflow();
		assert.equal(status(second)?.failures, 3);
		assert.deepEqual(
			issues().map(({ open, title }) => [open, title]),
			[[true, `${second} › Terms is not captured`]],
		);
	});

	await context.test(
		'recovery, while somebody pushes: the push is made anew and the issue closed',
		async () => {
			pages.set(second, `<h1>Terms of ${second}</h1>${clauses}`);
			const { status: code, said } = await runWorkflow((clone) => {
				// Just before the first push of the robot, somebody else is faster.
				const other = checkout('other');
				write(other, 'README.md', 'hello');
				git(other, 'add', '.');
				git(other, 'commit', '--quiet', '-m', 'Greet');
				const hook = path.join(clone, '.git', 'hooks', 'pre-push');
				write(
					clone,
					'.git/hooks/pre-push',
					`#!/bin/sh\nrm "${hook}"\ngit -C "${other}" push --quiet origin HEAD:main\n`,
				);
				chmodSync(hook, 0o755);
			});
			assert.equal(code, 0, said);
			assert.match(said, /rejected/);
			assert.deepEqual(published().slice(0, 2), ['Record status: 2 followed', 'Greet']);
			assert.equal(status(second)?.failures, 0);
			assert.deepEqual(
				issues().map(({ open }) => open),
				[false],
			);
		},
	);

	await context.test('a commit that reaches outside archive/: nothing is pushed', async () => {
		await assertRefused((evil) => {
			write(evil, 'README.md', 'evil');
			commitAll(evil);
		}, /::error::A recorded commit reaches outside archive\/.*"README.md", mode 100644.*Nothing was pushed/);
	});

	await context.test('a collection that lets scripts run: nothing is pushed', async () => {
		await assertRefused((evil) => {
			write(evil, 'archive/collection.yml', 'filterScripts: true\n');
			write(evil, `archive/declarations/${first}.filters.js`, 'export function f() {}\n');
			commitAll(evil);
		}, /::error::A recorded commit reaches outside .*"archive\/collection.yml", mode 100644/);
	});

	await context.test(
		'a status that leads elsewhere, taken back by the next commit: nothing is pushed',
		async () => {
			await assertRefused((evil) => {
				const text = readFileSync(path.join(evil, 'archive/status.json'));
				rmSync(path.join(evil, 'archive/status.json'));
				symlinkSync('../.github/workflows/capture.yml', path.join(evil, 'archive/status.json'));
				commitAll(evil);
				rmSync(path.join(evil, 'archive/status.json'));
				writeFileSync(path.join(evil, 'archive/status.json'), text);
				commitAll(evil);
			}, /::error::A recorded commit holds something else than a plain file.*"archive\/status.json", mode 120000/);
		},
	);

	/** A machine that was taken over leaves a bundle beside those of the others. */
	async function assertRefused(make: (clone: string) => void, said: RegExp): Promise<void> {
		const before = published();
		const evil = checkout('evil');
		make(evil);
		const bundle = path.join(home, 'temp', 'shards', '3.bundle');
		git(evil, 'bundle', 'create', '--quiet', bundle, 'origin/main..HEAD');
		const joined = await step('join', 'Join and push', checkout('join'), { BRANCH: 'main' });
		assert.equal(joined.status, 1);
		assert.match(joined.said, said);
		assert.deepEqual(published(), before);
	}

	function commitAll(clone: string): void {
		git(clone, 'add', '--all');
		git(clone, 'commit', '--quiet', '--message', 'Record');
	}
});
