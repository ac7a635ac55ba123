/** Threads that stay for many pieces of work on hostile bytes, as starting one takes longer than most of them; each piece is bounded. */
import { Worker } from 'node:worker_threads';
import { firstAnswer, type WorkBounds } from './bounded-worker.ts';

/** Each of the three parts of the heap for what is new, in MB: the usual sixteen only let garbage lie for longer. */
const youngMemory = 16;

/**
 * Returns what hands a task to one of at most `most` threads that run `file`, and waits for its turn and the answer: one message for each.
 * A thread that was stopped is followed by a new one. Idle ones do not keep the program alive.
 */
export function createThreads(
	file: URL,
	bounds: WorkBounds,
	most: number,
): (task: unknown) => Promise<unknown> {
	const idle: Worker[] = [];
	const waiting: (() => void)[] = [];
	let busy = 0;
	return async (task) => {
		if (busy < most) busy++;
		else await new Promise<void>((resolve) => waiting.push(resolve));
		try {
			const thread = idle.pop() ?? startThread(file, bounds);
			const answer = await answerOf(thread, task, bounds);
			idle.push(thread);
			return answer;
		} finally {
			// A turn that somebody waits for is handed over without ending.
			const next = waiting.shift();
			if (next === undefined) busy--;
			else next();
		}
	};
}

function startThread(file: URL, { memory }: WorkBounds): Worker {
	const limits = { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory };
	return new Worker(file, { env: {}, stdout: true, stderr: true, resourceLimits: limits });
}

async function answerOf(thread: Worker, task: unknown, bounds: WorkBounds): Promise<unknown> {
	thread.ref();
	try {
		thread.postMessage(task);
		const answer = await firstAnswer(thread, bounds.time);
		thread.unref();
		return answer;
	} catch (error) {
		await thread.terminate();
		throw error;
	}
}
