import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { takeRunLock } from './run-lock.ts';

let directory = '';
const file = () => path.join(directory, 'clausetrail-lock');
beforeEach(() => {
	directory = temporaryFolder();
});

/** A process that has ended. */
const gone = () => spawnSync(process.execPath, ['--version']).pid;
const since = '2024-05-06T04:12:00Z';
const leave = (pid: number, host = hostname()) => writeFileSync(file(), JSON.stringify({ pid, host, since }));

describe('the lock of a run', () => {
	test('is given back, and leaves nothing behind', async () => {
		const giveBack = await takeRunLock(directory, 0);
		assert.ok(existsSync(file()));
		await giveBack();
		assert.deepEqual(readdirSync(directory), []);
	});

	test('is refused to a second run with who holds it and what to do', async () => {
		const giveBack = await takeRunLock(directory, 0);
		await assert.rejects(
			takeRunLock(directory, 0),
			new RegExp(`process ${process.pid} on .*\\n.*delete this file`),
		);
		await giveBack();
	});

	test('goes to a second run that waits', async () => {
		const giveBack = await takeRunLock(directory, 0);
		const second = takeRunLock(directory, 60_000);
		await giveBack();
		await (await second)();
		assert.deepEqual(readdirSync(directory), []);
	});

	test('of a dead process is taken over by one of many, with the lock of its git', async () => {
		leave(gone());
		const index = path.join(directory, 'index.lock');
		writeFileSync(index, '');
		utimesSync(index, new Date(), new Date('2024-05-06T05:00:00Z'));
		const taken = await Promise.allSettled(Array.from({ length: 8 }, () => takeRunLock(directory, 0)));
		assert.equal(taken.filter(({ status }) => status === 'fulfilled').length, 1);
		assert.ok(!existsSync(index));
	});

	test('leaves a lock alone that git had before the dead run', async () => {
		leave(gone());
		const index = path.join(directory, 'index.lock');
		writeFileSync(index, '');
		utimesSync(index, new Date(), new Date('2024-05-06T03:00:00Z'));
		await takeRunLock(directory, 0);
		assert.ok(existsSync(index));
	});

	test('of another machine is left to a person', async () => {
		leave(gone(), 'elsewhere.example');
		await assert.rejects(takeRunLock(directory, 0), /on elsewhere\.example/);
	});

	test('that makes no sense is taken over', async () => {
		writeFileSync(file(), '');
		await takeRunLock(directory, 0);
	});

	test('cannot be had in a folder that cannot be written to', {
		skip: process.getuid?.() === 0,
	}, async () => {
		chmodSync(directory, 0o500);
		await assert.rejects(takeRunLock(directory, 0), /cannot be written to \(EACCES\)/);
	});
});
