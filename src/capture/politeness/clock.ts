/** Time and chance, as an argument: what waits for minutes on the web waits for none in a test. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
	/** Milliseconds since 1970; never goes back. */
	readonly now: () => number;
	/** May wake a little early, as timers do. @param time in milliseconds @param until ends it early */
	readonly sleep: (time: number, until?: AbortSignal) => Promise<void>;
	/** At least 0, below 1. */
	readonly random: () => number;
}

async function sleep(time: number, until?: AbortSignal): Promise<void> {
	await setTimeout(time, undefined, until && { signal: until }).catch((error: unknown) => {
		if (!until?.aborted) throw error;
	});
}

export const systemClock: Clock = {
	// Not the wall clock: that is set while a run lasts, and a rest would be shorter or longer by as much.
	now: () => performance.timeOrigin + performance.now(),
	sleep,
	random: Math.random,
};
