/** Threads for work on hostile bytes, each piece bounded in time and memory, so that it cannot hang or exhaust a run. */
import { Worker } from 'node:worker_threads';
import { createSlots } from '../slots.ts';

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

/** Which of the bounds the work would have overstepped. */
export function boundOf(
	{ reason }: WorkStopped,
	{ time, memory }: WorkBounds,
): { readonly seconds: number } | { readonly megabytes: number } {
	return reason === 'time' ? { seconds: time / 1000 } : { megabytes: memory };
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
		return await nextMessage(worker, bounds.time);
	} finally {
		await worker.terminate();
	}
}

/**
 * The next message that a thread posts.
 * @param time to wait for it, in milliseconds
 * @throws WorkStopped where there is none; whatever the thread throws
 */
async function nextMessage(worker: Worker, time: number): Promise<unknown> {
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

/** Each of the three parts of the heap for what is new, in MB: the usual sixteen only let garbage lie for longer. */
const youngMemory = 16;

/**
 * Threads that stay for many pieces of work, as starting one takes longer than most of them: returns what hands a task to one of at most
 * `most` threads that run `file`, and waits for its turn and the result. One message for each.
 * A thread that was stopped is followed by a new one. Idle ones do not keep the program alive.
 */
export function createThreads(
	file: URL,
	bounds: WorkBounds,
	most: number,
): (task: unknown) => Promise<unknown> {
	const idle: Worker[] = [];
	const inSlot = createSlots(most);
	return (task) =>
		inSlot(async () => {
			const thread = idle.pop() ?? startThread(file, bounds);
			const result = await resultOf(thread, task, bounds);
			idle.push(thread);
			return result;
		});
}

function startThread(file: URL, { memory }: WorkBounds): Worker {
	const limits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory };
	return new Worker(file, { env: {}, stdout: true, stderr: true, resourceLimits: limits });
}

async function resultOf(thread: Worker, task: unknown, bounds: WorkBounds): Promise<unknown> {
	thread.ref();
	try {
		thread.postMessage(task);
		const result = await nextMessage(thread, bounds.time);
		thread.unref();
		return result;
	} catch (error) {
		await thread.terminate();
		throw error;
	}
}
