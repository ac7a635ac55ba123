/** The longest increasing run of a sequence, by patience sorting: O(n log n). */

/** Places of `values` that form a longest increasing run, −1 left out: what lies outside it are the fewest that can be said to have moved. */
export function longestIncreasing(values: Int32Array): Set<number> {
	const tails: number[] = [];
	const previous = new Int32Array(values.length).fill(-1);
	for (let at = 0; at < values.length; at++) {
		const value = values[at] as number;
		if (value === -1) continue;
		const pile = lowerBound(tails, values, value);
		previous[at] = pile === 0 ? -1 : (tails[pile - 1] as number);
		tails[pile] = at;
	}
	const run = new Set<number>();
	for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) run.add(at);
	return run;
}

/** The first pile whose last value is not below this one. */
function lowerBound(tails: readonly number[], values: Int32Array, value: number): number {
	let low = 0;
	let high = tails.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[tails[middle] as number] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
