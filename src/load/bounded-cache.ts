/** Remembers what was made, as far as there is room: the first values for good, of the others those asked for last. */

export interface Sized<Value> {
	readonly value: Value;
	/** In the same measure as the room. */
	readonly size: number;
}

/**
 * Returns `make`, but with its values kept: as many as fit into `room` for good, of the rest those asked for last that fit into `little`,
 * and the newest in any case. Who goes through all values again and again would find none if the newest alone were kept.
 * @param make must give equal values for equal keys
 */
export function newestWithin<Value>(
	room: number,
	little: number,
	make: (key: string) => Sized<Value>,
): (key: string) => Value {
	const first = new Map<string, Value>();
	const newest = new Map<string, Sized<Value>>();
	let [left, leftForNewest] = [room, little];

	function forget(key: string): void {
		leftForNewest += newest.get(key)?.size ?? 0;
		newest.delete(key);
	}

	function keepNewest(key: string, found: Sized<Value>): void {
		forget(key);
		for (const oldest of newest.keys()) {
			if (found.size <= leftForNewest) break;
			forget(oldest);
		}
		newest.set(key, found);
		leftForNewest -= found.size;
	}

	return (key) => {
		if (first.has(key)) return first.get(key) as Value;
		const found = newest.get(key) ?? make(key);
		if (found.size > left) keepNewest(key, found);
		else {
			first.set(key, found.value);
			left -= found.size;
		}
		return found.value;
	};
}
