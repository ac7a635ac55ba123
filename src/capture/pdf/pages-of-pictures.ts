/** Which pages are pictures of text: they show something, and hold almost no text but what stands at the edges of other pages too, as stamps do. */
import { lineOf } from './pdf-lines.ts';
import type { SheetRows } from './pdf-running-lines.ts';

/** Letters and digits: a page number, or a word that a scanner wrote. */
const almostNone = 20;

/** Lines from the top or the foot of a page. */
const edge = 2;

/**
 * @param painted pages with a picture or a drawing, from 0
 * @returns their numbers, from 1
 */
export function pagesOfPictures(sheets: readonly SheetRows[], painted: readonly number[]): number[] {
	if (painted.length === 0) return [];
	const lines = sheets.flatMap(({ sheet, rows }) =>
		rows.map((row, at) => ({
			...lineOf(row, sheet.page),
			isAtEdge: Math.min(at, rows.length - 1 - at) < edge,
		})),
	);
	const pagesOf = Map.groupBy(lines, ({ text }) => text.replace(/\d+/g, '#'));
	const letters = new Map<number, number>();
	for (const group of pagesOf.values()) {
		const isStamp = new Set(group.map(({ page }) => page)).size > 1;
		for (const { text, page, isAtEdge } of group)
			if (!isStamp || !isAtEdge)
				letters.set(page, (letters.get(page) ?? 0) + text.replace(/[^\p{L}\p{N}]/gu, '').length);
	}
	return painted.filter((page) => (letters.get(page) ?? 0) < almostNone).map((page) => page + 1);
}
