/** Time and chance, as an argument: what waits for minutes on the web waits for none in a test. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** @param time in milliseconds @param until ends it early */
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
	now: Date.now,
	sleep,
	random: Math.random,
};
