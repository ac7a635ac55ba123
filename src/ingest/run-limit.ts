/** When a run has to end itself: what it has by then is recorded and told, where whoever stops it from outside would lose it. */
import type { Clock } from '../capture/politeness/clock.ts';

export interface RunLimit {
	/** Nothing more is begun. */
	readonly isOver: () => boolean;
	/** What `work` comes to; null where the time was over first. It is not stopped: whoever asked for it no longer waits. */
	readonly within: <Result>(work: Promise<Result>) => Promise<Result | null>;
}

export const noLimit: RunLimit = { isOver: () => false, within: (work) => work };

/**
 * @param time from now on, in milliseconds
 * @param ended when the run has ended, so that nothing waits for its limit any more
 */
export function limitAfter(time: number, clock: Clock, ended: AbortSignal): RunLimit {
	let isOver = false;
	const over = clock.sleep(time, ended).then(() => {
		isOver = true;
		return null;
	});
	return { isOver: () => isOver, within: (work) => Promise.race([work, over]) };
}
