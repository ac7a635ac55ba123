import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { formatStatus } from '../archive/status-file.ts';
import type { AgreementStatus } from '../model/status.ts';
import { type LoopbackGitHub, startGitHub } from '../samples/loopback-github.ts';
import { temporaryFolder, writeFiles } from '../samples/temporary-folder.ts';
import { repositoryFrom } from './github.ts';
import { reportFailures } from './report-issues.ts';

let github: LoopbackGitHub;
let directory: string;
beforeEach(async () => {
	github = await startGitHub();
	directory = temporaryFolder();
	writeFiles(directory, { 'collection.yml': 'reportAfter: 1\n' });
});
afterEach(() => github.close());

const now = '2026-06-16T04:12:00.000Z';
const failing: AgreementStatus = {
	checked: now,
	failures: 1,
	failing: { since: now, code: 'status', reason: 'status 503', remedy: 'Wait.' },
};
const held = (digit: string): AgreementStatus => ({
	checked: now,
	failures: 0,
	held: { since: now, last: now, times: 1, code: 'lost', reason: 'x', letters: digit.repeat(64) },
});

function report(agreements: Readonly<Record<string, AgreementStatus>>, environment = {}) {
	writeFiles(directory, { 'status.json': formatStatus({ format: 1, updated: now, agreements }) });
	const given = { GITHUB_API_URL: github.api, GITHUB_REPOSITORY: 'tern/archive', GITHUB_TOKEN: 'secret' };
	return reportFailures(directory, repositoryFrom({ ...given, ...environment }));
}

test('issues are opened, found again among hundreds, rewritten and closed', async () => {
	const many = Array.from({ length: 130 }, (_, at) => [`Tern ${at}/Terms`, failing] as const);
	assert.equal(await report({ ...Object.fromEntries(many), 'Auk/Terms': held('a') }), 131);
	assert.equal(await report({ ...Object.fromEntries(many), 'Auk/Terms': held('a') }), 0);
	assert.equal(await report({ ...Object.fromEntries(many), 'Auk/Terms': held('b') }), 1);
	const issue = github.issues.find(({ title }) => title.startsWith('Auk'));
	assert.match(issue?.body ?? '', /bbbbbbbbbbbb/);
	assert.match(issue?.comments.join() ?? '', /another text/);
	assert.equal(await report({ 'Auk/Terms': { checked: now, failures: 0 } }), 131);
	assert.ok(github.issues.every(({ state }) => state === 'closed'));
});

test('where nothing is wrong nothing is written, not even the label', async () => {
	assert.equal(await report({ 'Auk/Terms': { checked: now, failures: 0 } }), 0);
	assert.deepEqual(github.asked, []);
});

test('a repository that keeps no issues is no failure', async () => {
	github.answers.set('/issues', 410);
	assert.equal(await report({ 'Auk/Terms': failing }), null);
});

test('what GitHub refuses is told with its words and what to do', async () => {
	const asked = report({ 'Auk/Terms': failing }, { GITHUB_TOKEN: 'wrong' });
	await assert.rejects(asked, /tern\/archive\/issues: GitHub answered with status 401.*\n.*may write issues/);
});

test('without a repository or a token it says what to set', () => {
	assert.throws(() => repositoryFrom({}), /Set GITHUB_REPOSITORY=.* and GITHUB_TOKEN=/);
});
