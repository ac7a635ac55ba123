/** A whole run that is killed while it is at work leaves an archive that the next one completes. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../root.ts';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture, kindsOf } from '../samples/sample-capture.ts';
import {
	clause,
	makeCollection,
	monday,
	pageOf,
	type SampleCollection,
} from '../samples/sample-collection.ts';

let web: PageWeb;
before(async () => {
	web = await startPageWeb();
});
after(() => web.close());

let place: SampleCollection;
beforeEach(() => {
	web.clear();
	place = makeCollection();
});
afterEach(() => place.remove());

describe('a killed run', () => {
	test('leaves an archive that the next run completes', async () => {
		const names = Array.from({ length: 12 }, (_, at) => `Terms ${at}`);
		place.declare('Tern', Object.fromEntries(names.map((name, at) => [name, web.terms(`/${at}`)])));
		let killed = 0;
		for (let round = 0; round < 4; round++) {
			for (const at of names.keys()) web.pages.set(`/${at}`, pageOf(`${clause} Round ${round}.`));
			if (await captureUntilKilled(3 * round + 1)) killed++;
		}
		assert.ok(killed > 0, 'a run was killed at work');
		await capture(place);
		place.git('fsck', '--strict');
		assert.deepEqual(
			kindsOf(await capture(place)),
			names.map(() => 'unchanged'),
		);
		assert.equal(place.git('status', '--porcelain', '--', 'archive/versions', 'archive/snapshots'), '');
		const touched = place.git('log', '--format=%x00', '--name-only').split('\0').slice(1);
		for (const files of touched.map((names) => names.trim().split('\n'))) {
			const isStatus = files[0] === 'archive/status.json';
			assert.equal(files.length, isStatus ? 1 : 2);
		}
	});

	test('between a commit and the working tree is completed first', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(clause));
		await capture(place);
		const version = path.join(place.directory, 'versions/Tern/Terms.md');
		const text = readFileSync(version, 'utf8');
		writeFileSync(version, 'An older text.\n');
		writeFileSync(
			path.join(place.repository, '.git/clausetrail-recording'),
			'archive/versions/Tern/Terms.md\0archive/snap',
		);
		web.pages.set('/terms', 503);
		await capture(place);
		assert.equal(readFileSync(version, 'utf8'), text);
		assert.ok(!existsSync(path.join(place.repository, '.git/clausetrail-recording')));
	});
});

/** Kills a run once it recorded so many agreements, while it is at work on others. @returns false where it had ended before */
async function captureUntilKilled(recorded: number): Promise<boolean> {
	const script = path.join(root, 'scripts', 'capture.ts');
	const args = [script, '--archive', place.directory, '--now', monday.toISOString()];
	const { http_proxy, HTTP_PROXY, ...env } = process.env;
	const before = commits();
	const child = spawn(process.execPath, args, { stdio: 'ignore', env });
	const closed = once(child, 'close');
	while (child.exitCode === null && commits() < before + recorded) await sleep(10);
	child.kill('SIGKILL');
	const [, signal] = await closed;
	await gitToEnd();
	return signal === 'SIGKILL';
}

function commits(): number {
	return Number(place.git('rev-list', '--count', '--branches'));
}

/** A git process that outlives its killed parent ends by itself; its locks are gone then. */
async function gitToEnd(): Promise<void> {
	const locks = ['index.lock', 'HEAD.lock', 'refs/heads/main.lock'];
	while (locks.some((lock) => existsSync(path.join(place.repository, '.git', lock)))) await sleep(20);
}
