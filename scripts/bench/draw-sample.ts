/** Draws recorded changes at random, the same ones for the same seed on every machine. */

/** `count` different items in random order; all of them where there are fewer. */
export function sample<Item>(items: readonly Item[], count: number, seed: number): Item[] {
	const random = mulberry32(seed);
	const pool = [...items];
	const drawn: Item[] = [];
	while (drawn.length < count && pool.length > 0) {
		const at = Math.floor(random() * pool.length);
		drawn.push(pool[at] as Item);
		pool[at] = pool.at(-1) as Item;
		pool.pop();
	}
	return drawn;
}

/** Numbers from 0 to 1. Small and good enough for drawing; public-domain algorithm by Tommy Ettinger. */
function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
