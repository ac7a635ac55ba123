/** Asks what compare-texts.ts answers in another thread: a text made to hang whoever compares it ends as a named fault of its agreement. */
import { CaptureFault } from '../capture/capture-fault.ts';
import {
	boundOf,
	createThreads,
	type WorkBounds,
	WorkStopped,
} from '../capture/isolation/bounded-threads.ts';
import type { ComparingTask, Comparisons } from './compare-thread.ts';

/** Real texts take milliseconds, a platform of a hundred agreements a second. A slow machine needs several times that. */
const bounds: WorkBounds = { time: 40_000, memory: 512 };

/** A run compares what changed alone; with two, one text that takes all its time does not hold up the others. */
const mostThreads = 2;

/** @param where the address of the page, for the fault */
export type Compare = <Ask extends keyof Comparisons>(
	where: string,
	ask: Ask,
	...texts: Parameters<Comparisons[Ask]>
) => Promise<ReturnType<Comparisons[Ask]>>;

/** Its threads start when they are needed, serve one question after the other, and end with the program. */
export function createComparer(within: WorkBounds, threads: number): Compare {
	const run = createThreads(new URL('compare-thread.ts', import.meta.url), within, threads);
	return async (where, ask, ...texts) => {
		const task: ComparingTask = { ask, texts };
		return (await run(task).catch((error: unknown) => {
			throw comparingFault(error, where, within);
		})) as never;
	};
}

function comparingFault(error: unknown, where: string, within: WorkBounds): CaptureFault {
	if (error instanceof WorkStopped)
		return new CaptureFault('text-takes-too-much', where, { bound: boundOf(error, within) }, error);
	return new CaptureFault('page-defeats-parser', where, { said: String(error) }, error);
}

/** @throws CaptureFault where a text defeats it */
export const compareTexts = createComparer(bounds, mostThreads);
