/** Which shard of a build has what: about as much work for each, and the same shares on every machine that sees the same history. */
import type { Archive, Platform } from '../../model/archive.ts';

/**
 * The heaviest first, each to whoever has least so far.
 * @returns a list for each shard, in the order of `items`; the first is empty only where there are none
 */
export function sharesOf<Item>(
	items: readonly Item[],
	weightOf: (item: Item) => number,
	count: number,
): Item[][] {
	const loads = Array.from({ length: count }, () => 0);
	const shardOf = new Map<Item, number>();
	for (const item of items.toSorted((one, other) => weightOf(other) - weightOf(one))) {
		const least = loads.indexOf(Math.min(...loads));
		loads[least] = (loads[least] as number) + weightOf(item);
		shardOf.set(item, least);
	}
	return loads.map((_, shard) => items.filter((item) => shardOf.get(item) === shard));
}

/** The pages of a platform are made by one shard, as are its records for the search. */
export function platformShares({ platforms }: Pick<Archive, 'platforms'>, count: number): Platform[][] {
	return sharesOf(
		platforms,
		({ agreements }) => agreements.reduce((sum, { versions }) => sum + versions.length, 0),
		count,
	);
}
