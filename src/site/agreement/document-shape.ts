/** The outline of a text whose clauses know only their depth: levels of headings, lists within lists. */
import type { ClauseText } from '../../model/ledger.ts';

/**
 * Depths as the platform chose them → levels from 2 to 6 without a gap: the page's title is the only heading of level 1.
 * @param depths of the headings in the order of the document
 */
export function headingLevels(depths: readonly number[]): number[] {
	const known = [...new Set(depths)].sort((a, b) => a - b);
	let before = 1;
	return depths.map((depth) => {
		before = Math.min(2 + known.indexOf(depth), before + 1, 6);
		return before;
	});
}

/** The outermost level that has several headings; a title alone is no section. */
export function sectionLevel(levels: readonly number[]): number {
	return [2, 3, 4].find((level) => levels.filter((other) => other === level).length > 1) ?? 2;
}

/**
 * What stands in one list with the item before it: items, and indented paragraphs, with which an item goes on. These are drawn in the
 * list without a mark, so that nobody takes them for a point of their own.
 */
export function standsInList({ kind, depth }: Pick<ClauseText, 'kind' | 'depth'>): boolean {
	return kind === 'item' || (kind === 'paragraph' && depth > 0);
}

/** Items of greater depth go into the item before them; a list that begins deep begins at its own depth. */
export function nest<Flat extends { readonly depth: number }, Nested>(
	flat: readonly Flat[],
	make: (item: Flat, inner: readonly Nested[]) => Nested,
): Nested[] {
	const items: Nested[] = [];
	for (let at = 0; at < flat.length; ) {
		const item = flat[at] as Flat;
		let end = at + 1;
		while (end < flat.length && (flat[end] as Flat).depth > item.depth) end++;
		items.push(make(item, nest(flat.slice(at + 1, end), make)));
		at = end;
	}
	return items;
}
