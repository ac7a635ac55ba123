/**
 * Last parts of the addresses of an agreement's changes: the day of the fetch, numbered where a day has several. Not in slugs.ts:
 * the browser names days too, and has no hashes of Node.
 */

/** A function to be called for each version in commit order: what comes later never alters an address. */
export function dayNamer(): (fetched: string) => string {
	const seen = new Map<string, number>();
	return (fetched) => {
		const day = fetched.slice(0, 10);
		const count = (seen.get(day) ?? 0) + 1;
		seen.set(day, count);
		return count === 1 ? day : `${day}-${count}`;
	};
}
