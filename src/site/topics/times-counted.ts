/** How many of several stood at each of many moments, where each stood through a few times: counted from starts and ends, not moment by moment. */

/** From a moment on, up to where it ended; null where it goes on. ISO 8601, UTC. */
export interface Time {
	readonly from: string;
	readonly to: string | null;
}

/**
 * For each moment, how many of the groups have a time that covers it.
 * @param moments oldest first
 */
export function countCovered(groups: Iterable<readonly Time[]>, moments: readonly string[]): number[] {
	const steps = Array<number>(moments.length + 1).fill(0);
	for (const times of groups) {
		for (const [first, end] of joined(times.map((time) => runOf(time, moments)))) {
			steps[first] = (steps[first] as number) + 1;
			steps[end] = (steps[end] as number) - 1;
		}
	}
	let standing = 0;
	return moments.map((_, at) => {
		standing += steps[at] as number;
		return standing;
	});
}

/** Of moments that follow each other: index of the first, and of the one behind the last. */
type Run = readonly [first: number, end: number];

/** What ended before it began covers no moment. */
function runOf({ from, to }: Time, moments: readonly string[]): Run {
	return [indexFrom(moments, from), to === null ? moments.length : indexFrom(moments, to)];
}

/** Of the first moment that is not before this one. */
function indexFrom(moments: readonly string[], moment: string): number {
	let [low, high] = [0, moments.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((moments[middle] as string) < moment) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Runs that meet or overlap become one. */
function joined(runs: readonly Run[]): Run[] {
	const apart: Run[] = [];
	for (const [first, end] of runs.toSorted(([one], [other]) => one - other)) {
		if (first >= end) continue;
		const last = apart.at(-1);
		if (last === undefined || first > last[1]) apart.push([first, end]);
		else apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
	}
	return apart;
}
