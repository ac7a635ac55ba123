/** Asks each host one thing at a time, with a rest after each, and many hosts at once. */
import { CaptureFault } from '../capture-fault.ts';
import { createSlots } from '../slots.ts';
import type { Clock } from './clock.ts';
import { longestRest } from './limits.ts';

export interface HostQueue {
	/**
	 * Runs `work` as soon as everything that was asked of this host before has ended and the host has rested.
	 * @param host name, with its port where that is not the usual one
	 * @throws CaptureFault `rate-limited` where the host wants to be left alone for longer than a run waits
	 */
	readonly turn: <Result>(host: string, work: () => Promise<Result>) => Promise<Result>;
	/** From now on this host rests at least so long after each request, in milliseconds. */
	readonly slowDown: (host: string, delay: number) => void;
	/** Nothing is asked of this host for so long, in milliseconds. */
	readonly rest: (host: string, time: number) => void;
}

interface Host {
	/** Ends with the turn that was asked for last. */
	tail: Promise<void>;
	delay: number;
	/** When the rest after the last request is over. */
	free: number;
	/** When the rest that the host asked for is over. */
	rested: number;
}

export interface QueueOptions {
	/** Rest after each request, in milliseconds. */
	readonly delay: number;
	/** Requests under way at once, over all hosts. */
	readonly atOnce: number;
	readonly clock: Clock;
}

export function createHostQueue({ delay, atOnce, clock }: QueueOptions): HostQueue {
	const hosts = new Map<string, Host>();
	const inSlot = createSlots(atOnce);
	const hostNamed = (name: string): Host => {
		const known = hosts.get(name);
		if (known !== undefined) return known;
		const host = { tail: Promise.resolve(), delay, free: 0, rested: 0 };
		hosts.set(name, host);
		return host;
	};
	return {
		turn: async (name, work) => {
			const host = hostNamed(name);
			const before = host.tail;
			const { promise, resolve } = Promise.withResolvers<void>();
			host.tail = promise;
			await before;
			try {
				await waitFor(name, host, clock);
				return await inSlot(() => work().finally(() => takeRest(host, clock)));
			} finally {
				resolve();
			}
		},
		slowDown: (name, time) => {
			const host = hostNamed(name);
			host.free += Math.max(0, time - host.delay);
			host.delay = Math.max(host.delay, time);
		},
		rest: (name, time) => {
			const host = hostNamed(name);
			host.rested = Math.max(host.rested, clock.now() + time);
		},
	};
}

function takeRest(host: Host, clock: Clock): void {
	host.free = clock.now() + host.delay;
}

/** Until the clock says so, not until a timer does: timers end up to a millisecond early. */
async function waitFor(name: string, host: Host, clock: Clock): Promise<void> {
	for (;;) {
		const now = clock.now();
		if (host.rested - now > longestRest) throw new CaptureFault('host-at-rest', name, { until: host.rested });
		const wait = Math.max(host.free, host.rested) - now;
		if (wait <= 0) return;
		await clock.sleep(wait);
	}
}
