/** Remembers the few values asked for last. */

/**
 * Returns `make`, but with its values kept: the `most` that were asked for last.
 * @param make must give equal values for equal keys
 */
export function newestFew<Value>(most: number, make: (key: string) => Value): (key: string) => Value {
	const kept = new Map<string, Value>();
	return (key) => {
		const value = kept.has(key) ? (kept.get(key) as Value) : make(key);
		kept.delete(key);
		kept.set(key, value);
		const [oldest] = kept.keys();
		if (kept.size > most && oldest !== undefined) kept.delete(oldest);
		return value;
	};
}
