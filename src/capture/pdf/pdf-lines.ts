/** The lines of a PDF: pieces of text that stand on one baseline, without what repeats at the edges of its pages. */
import type { PdfItem, PdfPage } from './pdf-items.ts';

/** Lengths in points. */
export interface PdfLine {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly baseline: number;
	readonly size: number;
	/** From 0. */
	readonly page: number;
}

/** The lines of all pages in the order of the document, without running heads and page numbers. */
export function linesOf(pages: readonly PdfPage[]): PdfLine[] {
	const lines = pages.map((items, page) => groupByBaseline(items).map((group) => lineOf(group, page)));
	return withoutRunningLines(lines).flat();
}

/** Shares of the letters' size: superscripts leave the line by less than a half, the next line is a whole one away. */
const sameLine = 0.5;
/** A space is a quarter of the size wide in most fonts; letters that are set wide stay together below this. */
const space = 0.15;

function groupByBaseline(items: PdfPage): PdfItem[][] {
	const groups: PdfItem[][] = [];
	for (const item of items) {
		const group = groups.at(-1);
		const last = group?.at(-1);
		const first = group?.[0];
		const isSame =
			last !== undefined &&
			first !== undefined &&
			Math.abs(item.baseline - first.baseline) < sameLine * Math.max(item.size, first.size) &&
			(item.rightToLeft || item.left > last.left);
		if (isSame) group?.push(item);
		else groups.push([item]);
	}
	return groups;
}

function lineOf(group: readonly PdfItem[], page: number): PdfLine {
	const isRightToLeft = group.filter((item) => item.rightToLeft).length > group.length / 2;
	const ordered = isRightToLeft ? group.toSorted((one, other) => other.left - one.left) : group;
	const largest = Math.max(...group.map(({ size }) => size));
	let text = '';
	let before: PdfItem | undefined;
	for (const item of ordered) {
		const gap =
			before === undefined ? 0 : isRightToLeft ? before.left - item.right : item.left - before.right;
		text += gap > space * largest ? ` ${item.text}` : item.text;
		before = item;
	}
	return {
		text: text.replace(/\s+/g, ' ').trim(),
		left: Math.min(...group.map(({ left }) => left)),
		right: Math.max(...group.map(({ right }) => right)),
		baseline: group[0]?.baseline ?? 0,
		size: largest,
		page,
	};
}

/** So many lines at the top and at the bottom of a page may be running heads. */
const edge = 2;

/** A line at the edge of at least two pages and half of all, the same but for its digits, is none of the text. */
function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
	const counts = new Map<string, number>();
	for (const lines of pages) {
		for (const key of new Set(edgeLines(lines).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	const least = Math.max(2, pages.length / 2);
	return pages.map((lines) => {
		const edges = new Set(edgeLines(lines).filter((line) => (counts.get(keyOf(line)) ?? 0) >= least));
		return lines.filter((line) => !edges.has(line));
	});
}

function edgeLines(lines: readonly PdfLine[]): PdfLine[] {
	const byHeight = lines.toSorted((one, other) => one.baseline - other.baseline);
	return [...byHeight.slice(0, edge), ...byHeight.slice(-edge)];
}

function keyOf({ text }: PdfLine): string {
	return text.replace(/\d+/g, '#');
}
