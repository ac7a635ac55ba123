/** Remembers what was asked for last, as far as there is room. */

export interface Sized<Value> {
	readonly value: Value;
	/** In the same measure as the room. */
	readonly size: number;
}

/**
 * Returns `make`, but with its values kept: all of them as long as they fit into `room` together; from then on those asked for last that
 * fit into `little`, and the newest in any case. Who goes through all values again and again finds none that was kept unless all were.
 * @param make must give equal values for equal keys
 */
export function newestWithin<Value>(
	room: number,
	little: number,
	make: (key: string) => Sized<Value>,
): (key: string) => Value {
	const kept = new Map<string, Sized<Value>>();
	let left = room;
	let most = room;

	function forget(key: string): void {
		left += kept.get(key)?.size ?? 0;
		kept.delete(key);
	}

	function makeRoom(size: number): void {
		if (size <= left) return;
		left -= most - little;
		most = little;
		for (const oldest of kept.keys()) {
			if (size <= left) return;
			forget(oldest);
		}
	}

	return (key) => {
		const found = kept.get(key) ?? make(key);
		forget(key);
		makeRoom(found.size);
		kept.set(key, found);
		left -= found.size;
		return found.value;
	};
}
