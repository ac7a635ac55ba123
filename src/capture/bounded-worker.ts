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
	const { promise, resolve, reject } = Promise.withResolvers<unknown>();
	const timer = setTimeout(() => reject(new WorkStopped('time')), bounds.time);
	worker.once('message', resolve);
	worker.once('error', (error: NodeJS.ErrnoException) =>
		reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new WorkStopped('memory', error) : error),
	);
	worker.once('exit', () => reject(new WorkStopped('ended')));
	try {
		return await promise;
	} finally {
		clearTimeout(timer);
		await worker.terminate();
	}
}
