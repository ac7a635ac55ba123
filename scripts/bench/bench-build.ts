/** Measures a build of an archive, and one more after a new commit, against the time that git itself takes to show the same history. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuildReport } from '../../src/build/build-site.ts';
import { Fault } from '../../src/model/fault.ts';
import { root } from '../../src/root.ts';
import { cloneArchive, recordOnce } from './next-capture.ts';
import { type PeakMemory, watchMemory } from './process-memory.ts';
import { type SiteWeight, weighSite } from './site-weight.ts';

export interface BenchRequest {
	readonly archive: string;
	readonly outDir: string;
	/** True: one commit is then added to a copy of the archive, and the site built again with what the first build kept. */
	readonly warm: boolean;
}

/** What one build cost. */
export interface BuildCost {
	/** The build command from start to end, start of the program included. */
	readonly total: number;
	readonly build: BuildReport;
	readonly memory: PeakMemory;
}

/** Times in milliseconds, sizes in bytes. The cost is that of a build that finds nothing kept. */
export interface BenchReport extends BuildCost {
	readonly archive: string;
	/** `git log -p` of the same archive, run just before, its output thrown away. */
	readonly yardstick: number;
	/** The build after one new commit; null where nobody asked for it. */
	readonly next: BuildCost | null;
	readonly site: SiteWeight;
	/** Commits read = commits with versions + commits set aside. */
	readonly accounted: boolean;
}

/** @throws Fault where git or the build fails; what they say is shown as it comes */
export async function bench({ archive, outDir, warm }: BenchRequest): Promise<BenchReport> {
	const directory = path.resolve(archive);
	const yardstick = await timed(() =>
		program('git', ['-C', versionsOf(directory), 'log', '-p', '--', '.'], {}, 'ignore'),
	);
	const folder = await mkdtemp(path.join(tmpdir(), 'clausetrail-bench-'));
	try {
		const measured = warm ? await cloneArchive(directory, folder) : directory;
		const cache = path.join(folder, 'cache');
		const first = await buildCost(measured, outDir, cache);
		if (warm) await recordOnce(measured);
		const next = warm ? await buildCost(measured, outDir, cache) : null;
		const site = await weighSite(first.build.outDir);
		return { archive: directory, yardstick, ...first, next, site, accounted: addsUp(first.build) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

export async function buildCost(archive: string, outDir: string, cache: string): Promise<BuildCost> {
	const script = path.join(root, 'scripts', 'build.ts');
	const args = [script, '--json', '--out-dir', path.resolve(outDir), '--cache', cache];
	const start = performance.now();
	const { output, memory } = await program(process.execPath, args, { ARCHIVE: archive }, 'pipe');
	const total = performance.now() - start;
	return { total, build: JSON.parse(output.trim().split('\n').at(-1) ?? '') as BuildReport, memory };
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
