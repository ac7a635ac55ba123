/** Runs a piece of work on hostile bytes in a thread of its own, bounded in time and memory, so that it cannot hang or exhaust a run. */
import { Worker } from 'node:worker_threads';

export interface WorkBounds {
	/** In milliseconds, the start of the thread included. */
	readonly time: number;
	/** Of the thread's heap, in MB. */
	readonly memory: number;
}

/** The thread was stopped, or stopped itself, before it answered. */
export class WorkStopped extends Error {
	readonly reason: 'time' | 'memory' | 'ended';

	constructor(reason: WorkStopped['reason'], cause?: unknown) {
		super(`the work ended without an answer (${reason})`, { cause });
		this.name = 'WorkStopped';
		this.reason = reason;
	}
}

/**
 * Starts `file` as a worker thread with `task` as its workerData and returns the first message that it posts.
 * @throws WorkStopped where there is none within the bounds; whatever the thread throws
 */
export async function runBounded(file: URL, task: unknown, bounds: WorkBounds): Promise<unknown> {
	const worker = new Worker(file, {
		workerData: task,
		env: {},
		stdout: true,
		stderr: true,
		resourceLimits: { maxOldGenerationSizeMb: bounds.memory },
	});
	try {
		return await firstAnswer(worker, bounds.time);
	} finally {
		await worker.terminate();
	}
}

/**
 * The next message that a thread posts.
 * @param time to wait for it, in milliseconds
 * @throws WorkStopped where there is none; whatever the thread throws
 */
export async function firstAnswer(worker: Worker, time: number): Promise<unknown> {
	const { promise, resolve, reject } = Promise.withResolvers<unknown>();
	const timer = setTimeout(() => reject(new WorkStopped('time')), time);
	const fail = (error: NodeJS.ErrnoException) =>
		reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkStopped('memory', error) : error);
	const end = () => reject(new WorkStopped('ended'));
	worker.once('message', resolve).once('error', fail).once('exit', end);
	try {
		return await promise;
	} finally {
		clearTimeout(timer);
		worker.off('message', resolve).off('error', fail).off('exit', end);
	}
}
