/** One capture at a time for one repository: a lock file in the git directory names the run that holds it. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../model/fault.ts';

interface Holder {
	readonly pid: number;
	readonly host: string;
	/** ISO 8601, UTC. */
	readonly since: string;
}

/** Between two looks at a lock that another run holds, in milliseconds. */
const lookEvery = 100;

/**
 * Takes the lock, and with it what a dead run left: its own lock, and the locks of git commands that died with it. Call the result to
 * give the lock back.
 * @param patience how long to wait for another run, in milliseconds
 * @throws Fault where another run still holds it then
 */
export async function takeRunLock(gitDirectory: string, patience: number): Promise<() => Promise<void>> {
	const file = path.join(gitDirectory, 'clausetrail-lock');
	const own = JSON.stringify({ pid: process.pid, host: hostname(), since: new Date().toISOString() });
	const deadline = Date.now() + patience;
	for (;;) {
		if (await created(file, own)) return () => giveBack(file, own);
		const found = await readFile(file, 'utf8').catch(() => null);
		if (found === null) continue;
		const holder = holderOf(found);
		if (isDead(holder)) await takeOver(file, found, gitDirectory);
		else if (Date.now() >= deadline) throw heldBy(holder, file);
		else await sleep(lookEvery);
	}
}

/** A lock is there with its whole content or not at all: linking is one step. */
async function created(file: string, content: string): Promise<boolean> {
	const draft = `${file}.${randomUUID()}`;
	try {
		await writeFile(draft, content);
		await link(draft, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw new Fault(
			`the archive cannot be written to (${(error as NodeJS.ErrnoException).code})`,
			path.dirname(file),
			'See to the permissions of the folder and to the room on the disk. Nothing was changed.',
			error,
		);
	} finally {
		await rm(draft, { force: true });
	}
}

async function giveBack(file: string, own: string): Promise<void> {
	const found = await readFile(file, 'utf8').catch(() => null);
	if (found === own) await rm(file, { force: true });
}

function holderOf(content: string): Holder | null {
	try {
		const { pid, host, since } = JSON.parse(content);
		return { pid: Number(pid), host: String(host), since: String(since) };
	} catch {
		return null;
	}
}

/** Only of a process of this machine can be told whether it lives. */
function isDead(holder: Holder | null): boolean {
	if (holder === null) return true;
	if (holder.host !== hostname()) return false;
	if (holder.pid === process.pid) return false;
	try {
		process.kill(holder.pid, 0);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ESRCH';
	}
}

/** Two runs may find the same dead lock: renaming is one step, so one of them gets it, and a lock that is not the dead one goes back. */
async function takeOver(file: string, dead: string, gitDirectory: string): Promise<void> {
	const aside = `${file}.${randomUUID()}`;
	try {
		await rename(file, aside);
	} catch {
		return;
	}
	if ((await readFile(aside, 'utf8')) !== dead) await link(aside, file).catch(() => {});
	else await removeGitLocks(gitDirectory, holderOf(dead)?.since);
	await rm(aside, { force: true });
}

/** Git commands that outlive a killed run end within moments; a lock that is older than this has nobody left. */
const gitEndsWithin = 3000;

/** Of locks that git made while the dead run held the archive, those that no git gives back any more. Others are none of ours. */
async function removeGitLocks(gitDirectory: string, since: string | undefined): Promise<void> {
	if (since === undefined) return;
	for (const name of ['index.lock', 'HEAD.lock']) {
		const lock = path.join(gitDirectory, name);
		for (let age = await ageOf(lock); age !== null && age < gitEndsWithin; age = await ageOf(lock))
			await sleep(lookEvery);
		const made = await stat(lock).catch(() => null);
		if (made !== null && made.mtimeMs >= Date.parse(since)) await rm(lock, { force: true });
	}
}

async function ageOf(file: string): Promise<number | null> {
	if (!existsSync(file)) return null;
	const facts = await stat(file).catch(() => null);
	return facts === null ? null : Date.now() - facts.mtimeMs;
}

function heldBy(holder: Holder | null, file: string): Fault {
	const who =
		holder === null ? 'another run' : `process ${holder.pid} on ${holder.host}, since ${holder.since}`;
	return new Fault(
		`another capture is writing to this archive (${who})`,
		file,
		'Wait until it has ended. If it is gone (another machine, a restart), delete this file.',
	);
}
