/** Remembers what was made, as far as there is room. */

export interface Sized<Value> {
	readonly value: Value;
	/** In the same measure as the room. */
	readonly size: number;
}

/**
 * Returns `make`, but with its values kept: those asked for last that fit into `room`, and the newest in any case.
 * @param make must give equal values for equal keys
 */
export function newestWithin<Value>(
	room: number,
	make: (key: string) => Sized<Value>,
): (key: string) => Value {
	const newest = new Map<string, Sized<Value>>();
	let left = room;

	function forget(key: string): void {
		left += newest.get(key)?.size ?? 0;
		newest.delete(key);
	}

	return (key) => {
		const found = newest.get(key) ?? make(key);
		forget(key);
		for (const oldest of newest.keys()) {
			if (found.size <= left) break;
			forget(oldest);
		}
		newest.set(key, found);
		left -= found.size;
		return found.value;
	};
}
