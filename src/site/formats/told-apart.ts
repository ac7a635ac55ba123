/** Names by which the items of one feed are known: a reader shows of two that are called alike one alone. */

/**
 * What happened to several clauses at once is called alike, and each has its number. The first keeps the bare name: where a feed is cut, the
 * others fall off before it, and none is called anew.
 */
export function toldApart<Item extends { readonly identity: string }>(items: readonly Item[]): Item[] {
	const seen = new Map<string, number>();
	return items.map((item) => {
		const count = (seen.get(item.identity) ?? 0) + 1;
		seen.set(item.identity, count);
		return count === 1 ? item : { ...item, identity: `${item.identity} (${count})` };
	});
}
