/** Lists as an assistant can take them in: a part at a time, and what was left out said. */
import { z } from 'zod';

/** For the arguments of a tool. */
export const skip = z
	.int()
	.min(0)
	.default(0)
	.describe('How many to pass over: `next` of the answer before. Left out: from the beginning.');

/** For its answer, beside the list. */
export const bounds = {
	of: z.int().describe('How many there are in all.'),
	next: z
		.int()
		.nullable()
		.describe('`skip` by which the rest is to be asked for; null where nothing was left out.'),
};

/** Characters of JSON, and items, of one answer. */
const mostCharacters = 24_000;
const mostItems = 100;

/** The first of them from `from` on that have room, one at least. @param say called for those alone */
export function boundedList<Item, Said>(
	items: readonly Item[],
	from: number,
	say: (item: Item) => Said,
): { readonly shown: Said[]; readonly of: number; readonly next: number | null } {
	const shown: Said[] = [];
	let left = mostCharacters;
	for (const item of items.slice(from, from + mostItems)) {
		const said = say(item);
		left -= JSON.stringify(said).length;
		if (left < 0 && shown.length > 0) break;
		shown.push(said);
	}
	const end = from + shown.length;
	return { shown, of: items.length, next: end < items.length ? end : null };
}
