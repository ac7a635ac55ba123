/** Captures an invented collection of many agreements on many slow hosts, and measures it against what good manners alone cost. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { git } from '../../src/archive/git.ts';
import { captureCollection } from '../../src/ingest/capture-collection.ts';

export interface Load {
	readonly agreements: number;
	readonly hosts: number;
	/** Milliseconds until an answer begins. */
	readonly latency: number;
	/** Seconds of rest after each request to a host. */
	readonly delay: number;
}

export interface RunCost {
	readonly run: string;
	/** Outcome → agreements. */
	readonly outcomes: Readonly<Record<string, number>>;
	readonly requests: number;
	/** Seconds. */
	readonly time: number;
	/** Seconds that the rests of the host that was asked most often take by themselves. */
	readonly dictated: number;
	/** Milliseconds between the answer of a host and the next request to it, the shortest of all. */
	readonly shortestRest: number;
	/** Bytes: the most memory that the process held until then. */
	readonly memory: number;
}

/** Bounds of a run: times of what the rests of its hosts dictate, and bytes. */
const [mostTimes, mostMemory] = [1.3, 500e6];

export function isWithinBounds(runs: readonly RunCost[]): boolean {
	return runs.every(({ time, dictated, memory }) => time <= dictated * mostTimes && memory < mostMemory);
}

/** A first capture, which fetches every page twice and records it; one in which servers say that nothing changed; one in which they do not. */
export async function measureLoad(load: Load): Promise<readonly RunCost[]> {
	const directory = await mkdtemp(path.join(tmpdir(), 'clausetrail-load-'));
	const web = fork(path.join(import.meta.dirname, 'load-web.ts'), [String(load.latency)]);
	try {
		const [port] = await once(web, 'message');
		await createCollection(directory, load);
		const proxy = `http://127.0.0.1:${port}`;
		const runs: RunCost[] = [];
		for (const [at, run] of (['first capture', 'unchanged', 'unchanged, whole pages'] as const).entries())
			runs.push(await measureRun(run, directory, proxy, new Date(Date.UTC(2024, 4, 6 + at)), web, load));
		return runs;
	} finally {
		web.disconnect();
		await rm(directory, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function createCollection(directory: string, { agreements, hosts, delay }: Load): Promise<void> {
	await git(directory, ['init', '--quiet', '--initial-branch=main']);
	await writeFile(path.join(directory, 'collection.yml'), `delay: ${delay}\n`);
	const folder = path.join(directory, 'declarations');
	await mkdir(folder);
	for (let host = 0; host < hosts; host++) {
		const numbers = Array.from({ length: agreements }, (_, at) => at).filter((at) => at % hosts === host);
		const terms = numbers.map((at) => [
			`Agreement ${at}`,
			{ fetch: `http://host-${host}.example/agreements/${at}`, select: 'main' },
		]);
		const declaration = { name: `Platform ${host}`, terms: Object.fromEntries(terms) };
		await writeFile(path.join(folder, `Platform ${host}.json`), JSON.stringify(declaration));
	}
}

async function measureRun(
	run: string,
	directory: string,
	proxy: string,
	now: Date,
	web: ChildProcess,
	{ delay }: Load,
): Promise<RunCost> {
	const begun = performance.now();
	const outcomes = await captureCollection({ directory, now, mode: 'record', proxy });
	const time = (performance.now() - begun) / 1000;
	// What is asked for next after the second run is sent whole.
	web.send({ honoursTags: run === 'first capture' });
	const [hosts] = (await once(web, 'message')) as [{ requests: number; shortestRest: number | null }[]];
	const counts = Object.entries(Object.groupBy(outcomes, ({ kind }) => kind));
	return {
		run,
		outcomes: Object.fromEntries(counts.map(([kind, each]) => [kind, each.length])),
		requests: hosts.reduce((sum, { requests }) => sum + requests, 0),
		time,
		dictated: (Math.max(...hosts.map(({ requests }) => requests)) - 1) * delay,
		shortestRest: Math.min(...hosts.map(({ shortestRest }) => shortestRest ?? Infinity)),
		memory: process.resourceUsage().maxRSS * 1024,
	};
}

export function formatLoad(runs: readonly RunCost[]): string {
	return runs.map(inWords).join('\n');
}

function inWords({ run, outcomes, requests, time, dictated, shortestRest, memory }: RunCost): string {
	const kinds = Object.entries(outcomes).map(([kind, count]) => `${count} ${kind}`);
	const times = `${time.toFixed(1)} s, ${(time / dictated).toFixed(2)} times the ${dictated} s of rest`;
	const gap = `each host rested ${Math.floor(shortestRest)} ms or more`;
	return `${run}: ${kinds.join(', ')}; ${requests} requests; ${times}; ${Math.round(memory / 1e6)} MB; ${gap}`;
}
