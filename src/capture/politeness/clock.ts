/** Time and chance, as an argument: what waits for minutes on the web waits for none in a test. */
import { setTimeout } from 'node:timers/promises';

export interface Clock {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** @param time in milliseconds */
	readonly sleep: (time: number) => Promise<void>;
	/** At least 0, below 1. */
	readonly random: () => number;
}

export const systemClock: Clock = {
	now: Date.now,
	sleep: (time) => setTimeout(time),
	random: Math.random,
};
