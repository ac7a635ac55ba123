/** Recording that is killed at any instant leaves whole versions and nothing else, and the next run goes on from there. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { collectionSchema } from '../model/collection.ts';
import { root } from '../root.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { readBlobs } from './blobs.ts';
import { type LoggedCommit, readCommits } from './commit-log.ts';
import { sha256 } from './hashes.ts';
import { parseMessage } from './message.ts';
import { openRecorder } from './recorder.ts';

/** Each is a start of the program: where recording itself was touched, let KILLS be some hundreds. */
const kills = Number(process.env.KILLS ?? 60);
const directory = temporaryFolder();

const git = (...args: string[]) =>
	execFileSync('git', args, { cwd: directory, encoding: 'buffer', stdio: 'pipe', maxBuffer: 1 << 28 });

/**
 * Kills a run some time after it told of so many recorded versions.
 * @returns milliseconds that passed before the last version it told of: how long a recording takes on this machine
 */
async function recordUntilKilled(versions: number, rest: number): Promise<number> {
	const script = path.join(root, 'src', 'samples', 'endless-recording.ts');
	const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
	const closed = once(child, 'close');
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	const told = async () => assert.ok(!(await lines.next()).done, 'the run goes on until it is killed');
	await told();
	const started = performance.now();
	for (let version = 0; version < versions; version++) await told();
	const took = performance.now() - started;
	await sleep(rest);
	child.kill('SIGKILL');
	const [, signal] = await closed;
	assert.equal(signal, 'SIGKILL', 'no run ends by itself');
	return took;
}

test(`an archive whose runs were killed ${kills} times holds whole versions, and the next run goes on`, async () => {
	git('init', '-q', '-b', 'main');
	writeFileSync(path.join(directory, 'collection.yml'), '');
	// The first tells how long a recording takes here; the others are killed before, within and after one, on a machine of any speed.
	const recording = await recordUntilKilled(1, 0);
	for (let kill = 1; kill < kills; kill++) await recordUntilKilled(kill % 3, Math.random() * recording);

	const recorder = await openRecorder(directory, collectionSchema.parse({}), 'record');
	await recorder.close();
	git('fsck', '--strict', '--full');
	assert.equal(git('status', '--porcelain', '--', 'versions', 'snapshots', 'status.json').toString(), '');
	assert.ok(!existsSync(path.join(directory, '.git', 'clausetrail-recording')));
	const commits = await loggedCommits();
	assert.ok(commits.length > kills / 2, 'most runs recorded');
	for (const commit of commits) assertWhole(commit);
});

interface Logged {
	readonly message: string;
	readonly paths: readonly string[];
	/** SHA-256 of each file. */
	readonly hashes: readonly string[];
}

async function loggedCommits(): Promise<Logged[]> {
	const commits: LoggedCommit[] = [];
	for await (const commit of readCommits(directory, 'HEAD')) commits.push(commit);
	const hashes: string[] = [];
	const blobs = commits.flatMap(({ changes }) => changes.map(({ blob }) => blob ?? ''));
	for await (const bytes of readBlobs(directory, blobs)) hashes.push(sha256(bytes));
	return commits.map(({ message, changes }) => ({
		message,
		paths: changes.map(({ path }) => path),
		hashes: hashes.splice(0, changes.length),
	}));
}

/** Text and snapshot in one commit, each as its hash says; or the status alone. */
function assertWhole({ message, paths, hashes }: Logged): void {
	const { evidence } = parseMessage(message);
	if (evidence.textHash === undefined) assert.deepEqual(paths, ['status.json']);
	else assert.deepEqual(hashes, [evidence.snapshotHash, evidence.textHash]);
}
