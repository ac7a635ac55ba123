/** Remembers what was asked for last, as far as there is room. */

export interface Sized<Value> {
	readonly value: Value;
	/** In the same measure as the room. */
	readonly size: number;
}

/**
 * Returns `make`, but with its values kept: those asked for last that fit into the room together, and the newest in any case.
 * @param make must give equal values for equal keys
 */
export function newestWithin<Value>(
	room: number,
	make: (key: string) => Sized<Value>,
): (key: string) => Value {
	const kept = new Map<string, Sized<Value>>();
	let filled = 0;

	function forget(key: string): void {
		filled -= kept.get(key)?.size ?? 0;
		kept.delete(key);
	}

	return (key) => {
		const found = kept.get(key) ?? make(key);
		forget(key);
		for (const oldest of kept.keys()) {
			if (filled + found.size <= room) break;
			forget(oldest);
		}
		kept.set(key, found);
		filled += found.size;
		return found.value;
	};
}
