/**
 * The job of `site.yml` that sends alerts, its `run:` steps run by bash as the runner does, each run on a machine of its own that has nothing but
 * the repository and what the cache kept: the first tells nothing, a change is told, once more where the machine died, and a dead channel
 * becomes an issue.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../../src/root.ts';
import { type LoopbackGitHub, startGitHub } from '../../src/samples/loopback-github.ts';
import { writeSmallVocabulary } from '../../src/samples/small-vocabulary.ts';
import { temporaryFolder, writeFiles } from '../../src/samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../../src/samples/temporary-repository.ts';
import { readWorkflow, runStep } from './workflow-steps.ts';

const workflow = readWorkflow('site.yml');
const site = 'https://tern.example/agreements/';

let home: string;
let machine: string;
let origin: TemporaryRepository;
let server: Server;
let github: LoopbackGitHub;
let got: string[] = [];
let status = 200;

before(async () => {
	server = createServer((request, response) => {
		let body = '';
		request.on('data', (part) => (body += part));
		request.on('end', () => {
			got.push(body);
			response.writeHead(status).end('no_service');
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	github = await startGitHub();
	home = temporaryFolder();
	machine = path.join(home, 'machine');
	process.env.VOCABULARY = writeSmallVocabulary(path.join(home, 'vocabulary'), ['termination-by-platform']);
	origin = makeTemporaryRepository();
	origin.write('archive/collection.yml', `site: ${site}\nalerts:\n  - to: slack\n    secret: HOOK\n`);
	origin.write('.gitignore', 'node_modules\nsrc\nscripts\npackage.json\n.astro\n');
	record('2024-01-01', 'thirty days of notice');
});

after(() => {
	github.close();
	return new Promise((resolve) => server.close(resolve));
});

function record(day: string, notice: string): void {
	const clauses = [
		'# Terms of Tern',
		'You become a member by paying the fee of the year before the first boat leaves.',
		`We may end your membership with ${notice} in writing, and we say why.`,
		'You may carry your own boat ashore where the birds do not breed.',
	];
	origin.write('archive/versions/Tern/Terms of Service.md', clauses.join('\n\n'));
	origin.commit('Record new changes of Tern Terms of Service', day);
}

const secret = () => ({
	ALERT_SECRETS: `HOOK=http://127.0.0.1:${(server.address() as AddressInfo).port}/services/secretpart`,
});

interface Ran {
	readonly said: string;
	readonly status: number | null;
}

/** A machine with a fresh clone, the program in it, and what the cache holds. */
function startJob(): void {
	for (const used of [machine, path.join(home, 'summary.md')]) rmSync(used, { recursive: true, force: true });
	execFileSync('git', ['clone', '--quiet', origin.directory, machine]);
	for (const part of ['src', 'scripts', 'node_modules', 'package.json'])
		symlinkSync(path.join(root, part), path.join(machine, part));
	if (existsSync(cache())) cpSync(cache(), path.join(machine, '.astro/alerts'), { recursive: true });
}

const cache = () => path.join(home, 'cache');

/** As the steps between do. */
function saveCache(): void {
	mkdirSync(cache(), { recursive: true });
	cpSync(path.join(machine, '.astro/alerts'), cache(), { recursive: true });
}

function step(name: string, given: Record<string, string> = {}): Promise<Ran> {
	const runner = { GITHUB_API_URL: github.api, GITHUB_REPOSITORY: 'tern/archive' };
	const own = { SITE: site, GITHUB_TOKEN: 'secret', ...given };
	return runStep(workflow, ['alert', name], { home, cwd: machine, runner }, own);
}

/** @param dies after the messages went out, before the cache has them */
async function job(dies = false): Promise<string> {
	startJob();
	const noted = await step('Note');
	assert.equal(noted.status, 0, noted.said);
	saveCache();
	const sent = await step('Send', secret());
	assert.equal(sent.status, 0, sent.said);
	if (dies) return noted.said + sent.said;
	saveCache();
	const reported = await step('Report dead channels');
	assert.equal(reported.status, 0, reported.said);
	return noted.said + sent.said;
}

const told = () => JSON.stringify(github.issues);

test('alerts live through their runs', async (context) => {
	await context.test('the first tells nothing of what was there', async () => {
		await job();
		assert.deepEqual(got, []);
	});

	await context.test(
		'a change is told with its page on the published site, by a machine that dies then',
		async () => {
			record('2024-02-01', 'three days of notice');
			const said = await job(true);
			assert.equal(got.length, 1);
			assert.match(
				got[0] ?? '',
				/"url":"https:\/\/tern\.example\/agreements\/tern\/terms-of-service\/2024-02-01\/"/,
			);
			assert.match(said, /slack HOOK: 1 message sent, of 1 change/);
		},
	);

	await context.test('the next run tells it once more, and says so', async () => {
		got = [];
		assert.match(await job(), /1 change sent once more/);
		assert.equal(got.length, 1);
	});

	await context.test('a dead channel is a warning, then an issue, and no word of its secret', async () => {
		[got, status] = [[], 404];
		record('2024-04-01', 'no notice at all');
		const first = await job();
		assert.match(first, /::warning::Some alerts could not be sent/);
		assert.equal(github.issues.length, 0);
		await job();
		const titles = github.issues.map(({ title, labels }) => [title, labels]);
		assert.deepEqual(titles, [['Alerts do not arrive: slack HOOK', ['alerts']]]);
		const summary = readFileSync(path.join(home, 'summary.md'), 'utf8');
		assert.match(summary, /\| `slack HOOK` \| 0 \| 0 \| 1 \| `it answered 404: no_service` See to/);
		for (const text of [told(), summary, readFileSync(path.join(cache(), 'ledger.json'), 'utf8')])
			assert.doesNotMatch(text, /secretpart/);
		[got, status] = [[], 200];
		await job();
		assert.equal(got.length, 1, 'what it did not take is told when it takes messages again');
		assert.equal(github.issues[0]?.state, 'closed');
	});
});

test('the plan starts the job only where somebody is to be told', async () => {
	for (const [collection, isAsked] of [
		['name: Tern\n', false],
		['name: Tern\n# alerts:\n', false],
		['name: Tern\nalerts:\n  - to: slack\n    secret: HOOK\n', true],
	] as const) {
		const folder = temporaryFolder();
		writeFiles(folder, {
			output: '',
			'bin/git': '#!/bin/sh\necho 7\n',
			'archive/collection.yml': collection,
		});
		chmodSync(path.join(folder, 'bin/git'), 0o755);
		await runStep(workflow, ['plan', 'Plan'], { home: folder, cwd: folder }, {});
		assert.equal(/^alerts=true$/m.test(readFileSync(path.join(folder, 'output'), 'utf8')), isAsked);
	}
});
