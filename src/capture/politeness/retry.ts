/** Tries again what may pass within a run: a few times, with growing pauses of random length, and never against a server's word. */
import { CaptureFault } from '../capture-fault.ts';
import type { Clock } from './clock.ts';
import { firstBackOff, longestBackOff, longestRest, triesInAll } from './limits.ts';

/**
 * @returns what `work` returns in the end
 * @throws what it threw last
 */
export async function persistently<Result>(clock: Clock, work: () => Promise<Result>): Promise<Result> {
	for (let tried = 1; ; tried++) {
		try {
			return await work();
		} catch (error) {
			const pause = tried < triesInAll ? pauseAfter(error, tried, clock) : null;
			if (pause === null) throw error;
			await clock.sleep(pause);
		}
	}
}

/**
 * Full jitter: any time up to the back-off, so that what failed together does not come back together.
 * @returns null where another try makes no sense in this run
 */
function pauseAfter(error: unknown, tried: number, clock: Clock): number | null {
	if (!(error instanceof CaptureFault) || !error.mayPass) return null;
	const wait = 'wait' in error.facts ? error.facts.wait : null;
	if (wait === null) return clock.random() * Math.min(longestBackOff, firstBackOff * 2 ** (tried - 1));
	return wait <= longestRest ? wait : null;
}

/**
 * Milliseconds that a server asks to wait; null where it does not say, or nothing that can be understood.
 * @param value of Retry-After: seconds, or a date
 * @param date value of Date: the server's clock may be wrong, the time between two of its dates is not
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-10.2.3
 */
export function parseRetryAfter(value: string, date: string, now: number): number | null {
	if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
	const until = parseHttpDate(value);
	return until === null ? null : Math.max(0, until - (parseHttpDate(date) ?? now));
}

function parseHttpDate(value: string): number | null {
	const time = /^[a-z]{3,9},? /i.test(value.trim()) ? Date.parse(value) : Number.NaN;
	return Number.isNaN(time) ? null : time;
}
