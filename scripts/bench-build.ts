/** Measures one build of an archive against the time that git itself takes to show the same history. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Fault } from '../src/model/fault.ts';
import type { BuildReport } from './build-site.ts';
import { type PeakMemory, watchMemory } from './process-memory.ts';
import { type SiteWeight, weighSite } from './site-weight.ts';

export interface BenchRequest {
	readonly archive: string;
	readonly outDir: string;
	/** False: caches of earlier builds are out of reach. */
	readonly warm: boolean;
}

/** Times in milliseconds, sizes in bytes. */
export interface BenchReport {
	readonly archive: string;
	readonly warm: boolean;
	/** `git log -p` of the same archive, run just before, its output thrown away. */
	readonly yardstick: number;
	/** The build command from start to end, start of the program included. */
	readonly total: number;
	readonly build: BuildReport;
	readonly memory: PeakMemory;
	readonly site: SiteWeight;
	/** Commits read = commits with versions + commits set aside. */
	readonly accounted: boolean;
}

const root = path.dirname(import.meta.dirname);

/** @throws Fault where git or the build fails; what they say is shown as it comes */
export async function bench({ archive, outDir, warm }: BenchRequest): Promise<BenchReport> {
	const directory = path.resolve(archive);
	const yardstick = await timed(() =>
		program('git', ['-C', versionsOf(directory), 'log', '-p', '--', '.'], {}, 'ignore'),
	);
	const cache = await mkdtemp(path.join(tmpdir(), 'clausetrail-cache-'));
	try {
		const args = ['--json', '--out-dir', path.resolve(outDir), ...(warm ? [] : ['--cache', cache])];
		let built: Finished | undefined;
		const total = await timed(async () => {
			const script = path.join(import.meta.dirname, 'build.ts');
			built = await program(process.execPath, [script, ...args], { ARCHIVE: directory }, 'pipe');
		});
		const { output = '', memory = { own: null, children: null, together: null } } = built ?? {};
		const build = JSON.parse(output.trim().split('\n').at(-1) ?? '') as BuildReport;
		const site = await weighSite(build.outDir);
		return { archive: directory, warm, yardstick, total, build, memory, site, accounted: addsUp(build) };
	} finally {
		await rm(cache, { recursive: true, force: true });
	}
}

/** A collection keeps its versions in a folder of that name beside snapshots, which git would show as well. */
function versionsOf(directory: string): string {
	const versions = path.join(directory, 'versions');
	return existsSync(versions) ? versions : directory;
}

function addsUp({ read }: BuildReport): boolean {
	const aside = Object.values(read.setAside).reduce((sum, count) => sum + count, 0);
	return read.commits === read.commitsWithVersions + aside;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return performance.now() - start;
}

interface Finished {
	readonly output: string;
	readonly memory: PeakMemory;
}

function program(
	command: string,
	args: readonly string[],
	env: Readonly<Record<string, string>>,
	stdout: 'ignore' | 'pipe',
): Promise<Finished> {
	const child = spawn(command, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['ignore', stdout, 'inherit'],
	});
	const watch = watchMemory(child.pid ?? 0);
	let output = '';
	child.stdout?.on('data', (chunk: Buffer) => {
		output += chunk;
	});
	return new Promise((resolve, reject) => {
		const end = (status: number | Error | null) => {
			const memory = watch.stop();
			if (status === 0) resolve({ output, memory });
			else reject(failure(command, args, status));
		};
		child.once('error', end);
		child.once('close', end);
	});
}

function failure(command: string, args: readonly string[], status: number | Error | null): Fault {
	const what =
		status instanceof Error ? `could not be started: ${status.message}` : `ended with status ${status}`;
	return new Fault(
		what,
		`${path.basename(command)} ${args.join(' ')}`,
		'What it said stands above; there is nothing to measure.',
	);
}
