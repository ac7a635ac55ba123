/** Renders the pages of platforms on all cores: each thread takes the next platform when it is done with one. */
import { on } from 'node:events';
import { availableParallelism, totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import { partOf, surroundingsOf } from '../../load/platform-part.ts';
import type { Archive, Platform } from '../../model/archive.ts';
import type { RenderAnswer, RenderBrief, RenderTask, TaskResult } from './render-worker.ts';

export interface PlatformTask extends Omit<RenderTask, 'part'> {
	readonly platform: Platform;
	/** Tasks of a lower turn come first. */
	readonly turn: number;
}

/** What a thread takes at most on a large archive, in bytes. */
const threadMemory = 600_000_000;

/**
 * @param tell is called with what was written for each task, as it is done
 * @throws Error that names the first page that failed
 */
export async function renderPlatforms(
	archive: Archive,
	brief: Omit<RenderBrief, 'surroundings'>,
	tasks: readonly PlatformTask[],
	tell: (platform: Platform, result: TaskResult) => void,
): Promise<void> {
	const heaviestFirst = tasks.toSorted(
		(one, other) => one.turn - other.turn || weightOf(other) - weightOf(one),
	);
	const surroundings = surroundingsOf(archive);
	const workers = Array.from(
		{ length: threadsFor(tasks) },
		() =>
			new Worker(new URL('render-worker.ts', import.meta.url), {
				workerData: { ...brief, surroundings } satisfies RenderBrief,
			}),
	);
	try {
		await Promise.all(workers.map((worker) => work(worker, archive, heaviestFirst, tell)));
	} finally {
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}

/** Versions whose pages take about as long as a thread takes to start. */
const worthThread = 100;

function threadsFor(tasks: readonly PlatformTask[]): number {
	const worth = Math.ceil(tasks.reduce((sum, task) => sum + weightOf(task), 0) / worthThread);
	const fitting = Math.ceil(totalmem() / 2 / threadMemory);
	return Math.min(tasks.length, availableParallelism(), fitting, Math.max(1, worth));
}

/** Given to a thread ahead of the one it works on: this thread renders pages too, and is not always there to hand on the next. */
const ahead = 1;

/** Gives a thread one task after the other until there is none. */
async function work(
	worker: Worker,
	archive: Archive,
	tasks: PlatformTask[],
	tell: (platform: Platform, result: TaskResult) => void,
): Promise<void> {
	const given: Platform[] = [];
	const giveNext = (): void => {
		const task = tasks.shift();
		if (task === undefined) return;
		const { platform, turn, ...wanted } = task;
		worker.postMessage({ part: partOf(archive, platform), ...wanted } satisfies RenderTask);
		given.push(platform);
	};
	for (let count = 0; count <= ahead; count++) giveNext();
	if (given.length === 0) return;
	for await (const [answer] of on(worker, 'message') as AsyncIterable<[RenderAnswer]>) {
		if ('failed' in answer) throw new Error(`a page could not be rendered: ${answer.failed}`);
		tell(given.shift() as Platform, answer);
		giveNext();
		if (given.length === 0) return;
	}
}

/** About what its pages cost. */
function weightOf({ platform }: PlatformTask): number {
	return platform.agreements.reduce((sum, { versions }) => sum + versions.length, 0);
}
