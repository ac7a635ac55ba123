/** The lines of a PDF: pieces of text that stand on one baseline. */
import type { PdfItem } from './pdf-items.ts';

/** Lengths in points. */
export interface PdfLine {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	readonly baseline: number;
	readonly size: number;
	/** From 0. */
	readonly page: number;
	/** The column that it stands in, where the page has several. */
	readonly column?: Extent;
	/** The cell that it stands in, where it is part of a table. */
	readonly cell?: PdfCell;
}

export interface Extent {
	readonly left: number;
	readonly right: number;
}

/** Numbers from 0, the table's in the document, the others in the table. */
export interface PdfCell {
	readonly table: number;
	readonly row: number;
	readonly column: number;
}

/** Pieces of text on one baseline. */
export type PdfRow = readonly PdfItem[];

/** Shares of the letters' size: superscripts leave the line by less than a half, the next line is a whole one away. */
const sameLine = 0.5;
/** Letters of two sizes are set on one line as long as they differ by no more than this factor, or almost share a baseline. */
const sameText = 2;

/** From top to bottom, each from left to right. */
export function rowsOf(items: readonly PdfItem[]): PdfRow[] {
	const rows: { largest: PdfItem; items: PdfItem[] }[] = [];
	for (const item of items.toSorted((one, other) => one.baseline - other.baseline)) {
		const row = rows.at(-1);
		if (row !== undefined && sharesLine(row.largest, item)) {
			row.items.push(item);
			if (item.size > row.largest.size) row.largest = item;
		} else rows.push({ largest: item, items: [item] });
	}
	return rows.map((row) => row.items.toSorted((one, other) => one.left - other.left));
}

function sharesLine(one: PdfItem, other: PdfItem): boolean {
	const [small, large] = [Math.min(one.size, other.size), Math.max(one.size, other.size)];
	const size = large > sameText * small ? small : large;
	return Math.abs(other.baseline - one.baseline) < sameLine * size;
}

/** A space is a quarter of the size wide in most fonts; letters that are set wide stay together below this. */
const space = 0.15;
/** Where a blank was drawn it may be narrower, as in condensed or justified lines. */
const drawnSpace = 0.05;

/** @param wide between pieces that stand further apart than a space of the widest lines */
export function lineOf(row: PdfRow, page: number, wide = ' '): PdfLine {
	const isRightToLeft = row.filter((item) => item.rightToLeft).length > row.length / 2;
	const ordered = isRightToLeft ? row.toReversed() : row;
	const { baseline, size } = mainOf(row);
	const apart = isRightToLeft ? spaced : apartIn(row);
	let text = '';
	let before: PdfItem | undefined;
	for (const item of ordered) {
		const gap =
			before === undefined ? 0 : isRightToLeft ? before.left - item.right : item.left - before.right;
		const own = isRightToLeft ? item.text : withoutRepeated(text, item, -gap);
		const marked = before === undefined ? own : raised(own, item, baseline, size, text.at(-1) ?? '');
		text += (before === undefined ? '' : apart(gap, item, before, wide)) + marked;
		if (before === undefined || isRightToLeft || item.right > before.right) before = item;
	}
	return {
		text: tidied(text),
		...extentOf(row),
		baseline,
		size,
		page,
	};
}

/** The letters that most of the line is set in: largest of those that are more than a sign or two. */
function mainOf(row: PdfRow): PdfItem {
	return row.reduce((main, item) => (item.size > main.size * 1.02 ? item : main));
}

/** From here on a gap is no space of a justified line, as a share of the size. */
const wideGap = 1.5;

type Apart = (gap: number, item: PdfItem, before: PdfItem, wide: string) => string;

const spaced: Apart = (gap, item, before, wide) => {
	const size = Math.min(item.size, before.size);
	if (gap > wideGap * size) return wide;
	return gap > (item.afterBlank ? drawnSpace : space) * size ? ' ' : '';
};

/** Where letters are drawn one by one and set wide, a gap parts words that is clearly wider than most. */
function apartIn(row: PdfRow): Apart {
	const single = row.filter(({ text }) => /^\p{L}$/u.test(text)).length;
	if (row.length < 4 || single < row.length * 0.8) return spaced;
	const gaps = row.slice(1).map((item, at) => item.left - (row[at] as PdfItem).right);
	const usual = gaps.toSorted((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? 0;
	return (gap, item, before, wide) =>
		usual <= space * item.size ? spaced(gap, item, before, wide) : gap > 1.4 * usual ? ' ' : '';
}

/** A piece that lies upon the one before it begins with the same letters: they were drawn twice. */
function withoutRepeated(text: string, { text: own, left, right }: PdfItem, overlap: number): string {
	const letter = (right - left) / own.length;
	if (overlap < letter * 0.5) return own;
	const most = Math.round(overlap / letter);
	for (let count = Math.min(own.length, most + 2); count >= Math.max(1, most - 2); count--)
		if (text.endsWith(own.slice(0, count))) return own.slice(count);
	return own;
}

const raisedSigns = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾';
const loweredSigns = '₀₁₂₃₄₅₆₇₈₉₊₋₍₎';
/** Shares of the size: a raised mark is set smaller and above the line by this at least. */
const smaller = 0.9;
const off = 0.12;

/** A footnote's mark is no digit of the number that it stands behind. */
function raised(own: string, item: PdfItem, baseline: number, size: number, last: string): string {
	const height = (baseline - item.baseline) / size;
	const isMark = item.size < size * smaller || Math.abs(height) > 0.25;
	if (!isMark || Math.abs(height) < off || own.length > 6 || !/[\p{L}\p{N})\]%]/u.test(last)) return own;
	const signs = height > 0 ? raisedSigns : loweredSigns;
	if (/^[\d+\-()]+$/.test(own))
		return own.replace(/[\d+\-()]/g, (sign) => signs['0123456789+-()'.indexOf(sign)] ?? sign);
	// "1st", "2e" and "1º" are one word; a letter that leads to a footnote is none of the number.
	return /\d/.test(last) && /^[b-df-np-z]$/.test(own) ? `^${own}` : own;
}

/** Soft hyphens show at the end of a line alone. */
function tidied(text: string): string {
	return text
		.replace(/\u00ad(?=\S)/g, '')
		.replace(/[^\S\t]+/g, ' ')
		.trim();
}

/** @param parts at least one; by a loop, as a page may hold more pieces than a call takes arguments */
export function extentOf(parts: readonly Extent[]): Extent {
	let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const part of parts) {
		left = Math.min(left, part.left);
		right = Math.max(right, part.right);
	}
	return { left, right };
}
