/** Bands of a page: runs of lines that the same empty strips part from top to bottom, as columns and tables are, and the text between them. */
import type { PdfItem } from './pdf-items.ts';
import { type Extent, extentOf, lineOf, type PdfRow } from './pdf-lines.ts';
import { isMark } from './pdf-marks.ts';

/** Pieces of one line that no wide gap parts. */
export interface Segment extends Extent {
	readonly items: readonly PdfItem[];
	readonly text: string;
}

interface Gap extends Extent {
	/** The document draws other lines between what stands before and behind it. */
	readonly isDrawn: boolean;
}

export interface BandRow {
	readonly segments: readonly Segment[];
	/** As they are read where no column parts them. */
	readonly lines: readonly PdfRow[];
	/** One more than the segments, the first and the last without end. */
	readonly gaps: readonly Gap[];
	readonly baseline: number;
	readonly size: number;
}

export interface Band {
	readonly rows: readonly BandRow[];
	/** From left to right; none in ordinary text. */
	readonly gutters: readonly Extent[];
	/** It ends where the page ends. */
	readonly isLast: boolean;
}

/** Shares of the size: the gaps of justified lines are narrower, those between columns seldom. */
const gutterWidth = 0.9;
/** The same where only so many rows as the place in the list have it: lines that are drawn out may share a gap or two. */
const fewRows = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 2.5, 1.4];
/** The same where the document draws what stands on one side before it comes to the other: cells may almost touch. */
const drawnGutterWidth = 0.25;
/** Of the narrow gaps of a page: where more are drawn so, its order tells nothing. */
const mostDisorder = 0.3;
/** Beyond what the first lines of paragraphs are set in by. */
const outdent = 1.8;
/** Between a number that hangs in the margin and its text. */
const hangingGap = 8;
/** A line that is cut into more pieces is no row of a table that anybody reads. */
const mostGutters = 30;

interface Strip extends Gap {
	/** Rows that have text on both sides of it. */
	readonly rows: number;
}

interface OpenBand {
	readonly rows: BandRow[];
	/** Where its rows with several sides begin. */
	left: number;
	strips: readonly Strip[];
}

/** Each row is compared with the strips of the band before it, which only become fewer: linear in the pieces of text. */
export function bandsOf(rows: readonly PdfRow[]): Band[] {
	const bands: Band[] = [];
	let plain: BandRow[] = [];
	let open: OpenBand | null = null;
	const closePlain = () => {
		if (plain.length > 0) bands.push({ rows: plain, gutters: [], isLast: false });
		plain = [];
	};
	const close = (next: BandRow | null) => {
		if (open === null) return;
		const { core, tail, gutters } = settled(open, next);
		open = null;
		if (gutters.length === 0) for (const row of core) plain.push(row);
		else {
			core.unshift(...besideOf(plain, core, gutters));
			closePlain();
			bands.push({ rows: core, gutters, isLast: next === null });
		}
		for (const row of tail) plain.push(row);
	};
	const isOrderly = drawsInOrder(rows);
	for (const row of sideBySide(rows).map((lines) => bandRowOf(lines, isOrderly))) {
		if (open !== null && takes(open, row)) continue;
		close(row);
		if (row.segments.length > 1) open = { rows: [row], left: leftOf(row), strips: innerOf(row.gaps) };
		else plain.push(row);
	}
	close(null);
	closePlain();
	return bands;
}

/** Adds a row to a band, where it is one of it. */
function takes(band: OpenBand, row: BandRow): boolean {
	const isAlone = row.segments.length === 1;
	// What begins further out is the heading of what follows.
	if (isAlone && leftOf(row) < band.left - outdent * row.size) return false;
	const strips = stripsLeft(band.strips, row);
	if (strips === null) return false;
	band.rows.push(row);
	band.strips = strips;
	if (!isAlone) band.left = Math.min(band.left, leftOf(row));
	return true;
}

function leftOf({ segments }: BandRow): number {
	return segments[0]?.left ?? 0;
}

/** Most pages draw each line from its beginning to its end. */
function drawsInOrder(rows: readonly PdfRow[]): boolean {
	let [narrow, leaps] = [0, 0];
	for (const row of rows)
		for (const [at, item] of row.entries()) {
			const before = row[at - 1];
			if (before === undefined || item.left - before.right >= gutterWidth * item.size) continue;
			narrow++;
			if (leapsTo(before, item)) leaps++;
		}
	return leaps <= narrow * mostDisorder + 2;
}

function leapsTo(before: PdfItem, item: PdfItem): boolean {
	return item.order > before.order + 1;
}

/** Columns need not share their baselines: lines that stand beside each other, lower by less than a line, are one row of the band. */
function sideBySide(rows: readonly PdfRow[]): PdfRow[][] {
	const groups: { lines: PdfRow[]; baseline: number; size: number }[] = [];
	for (const row of rows) {
		const { baseline, size } = lineOf(row, 0);
		const group = groups.at(-1);
		const isNear = group !== undefined && baseline - group.baseline < Math.min(size, group.size);
		if (isNear && group.lines.length < mostBeside && group.lines.every((line) => areBeside(line, row, size)))
			group.lines.push(row);
		else groups.push({ lines: [row], baseline, size });
	}
	return groups.map(({ lines }) => lines);
}

/** More columns than anybody sets. */
const mostBeside = 6;

function areBeside(one: PdfRow, other: PdfRow, size: number): boolean {
	const [a, b] = [extentOf(one), extentOf(other)];
	return Math.max(a.left, b.left) - Math.min(a.right, b.right) > gutterWidth * size;
}

function bandRowOf(lines: readonly PdfRow[], isOrderly: boolean): BandRow {
	const row = lines.flat().toSorted((one, other) => one.left - other.left);
	const { baseline, size } = lineOf(lines[0] as PdfRow, 0);
	const segments: Segment[] = [];
	const isDrawn: boolean[] = [];
	for (const item of row) {
		const last = segments.at(-1);
		const before = last?.items.at(-1);
		if (last === undefined || before === undefined) {
			segments.push({ items: [item], text: item.text.trim(), left: item.left, right: item.right });
			continue;
		}
		const gap = item.left - last.right;
		const leaps = isOrderly && gap > drawnGutterWidth * size && leapsTo(before, item);
		if ((gap < gutterWidth * size && !leaps) || hangs(last, item, gap, size))
			segments.push(joinedTo(segments.pop() as Segment, item));
		else {
			isDrawn.push(leaps);
			segments.push({ items: [item], text: item.text.trim(), left: item.left, right: item.right });
		}
	}
	const parts = segments.length > mostGutters ? [whole(segments)] : segments;
	return { segments: parts, gaps: gapsOf(parts, isDrawn), lines, baseline, size };
}

/** Numbers and bullets belong to what follows them. */
function hangs(mark: Segment, { text }: PdfItem, gap: number, size: number): boolean {
	return gap < hangingGap * size && isMark(mark.text) && /^\s*["“„«'‘([]?\p{L}/u.test(text);
}

function joinedTo({ items, text, left, right }: Segment, item: PdfItem): Segment {
	// The text of a mark alone is asked for, and marks are short.
	const sum = text.length < 20 ? `${text}${item.text.trim()}` : text;
	(items as PdfItem[]).push(item);
	return { items, text: sum, left, right: Math.max(right, item.right) };
}

function whole(segments: readonly Segment[]): Segment {
	const items = segments.flatMap((segment) => segment.items);
	return { items, text: '', ...extentOf(segments) };
}

function gapsOf(segments: readonly Segment[], isDrawn: readonly boolean[]): Gap[] {
	return [...segments, null].map((segment, at) => ({
		left: segments[at - 1]?.right ?? Number.NEGATIVE_INFINITY,
		right: segment?.left ?? Number.POSITIVE_INFINITY,
		isDrawn: isDrawn[at - 1] ?? false,
	}));
}

function innerOf(gaps: readonly Gap[]): Strip[] {
	return gaps.slice(1, -1).map((gap) => ({ ...gap, rows: 1 }));
}

/**
 * The strips that the row leaves empty; null where the band ends before it: none is left, or it lies across one that several rows have, and
 * is neither a cell that spans others nor shorter than half of them.
 */
function stripsLeft(strips: readonly Strip[], { gaps, size, segments }: BandRow): readonly Strip[] | null {
	const left: Strip[] = [];
	let at = 0;
	for (const gap of gaps) {
		while (at < strips.length && (strips[at] as Strip).right <= gap.left) at++;
		for (let index = at; index < strips.length && (strips[index] as Strip).left < gap.right; index++) {
			const strip = strips[index] as Strip;
			const common = { left: Math.max(strip.left, gap.left), right: Math.min(strip.right, gap.right) };
			const isInner = Number.isFinite(gap.left) && Number.isFinite(gap.right);
			const isDrawn = strip.isDrawn || gap.isDrawn;
			if (common.right - common.left >= (isDrawn ? drawnGutterWidth : gutterWidth * 0.8) * size)
				left.push({ ...common, isDrawn, rows: strip.rows + (isInner ? 1 : 0) });
		}
	}
	const strong = (of: readonly Strip[]) => of.filter(({ rows }) => rows >= 2).length;
	const lost = strong(strips) - left.filter(({ rows }) => rows >= 2).length;
	if (left.length === 0) return null;
	if (lost <= 0) return left;
	if (segments.length === 1) return null;
	// A cell that spans several columns ends none of them.
	return lost <= strong(strips) / 2 ? strips : null;
}

/** What of an open band is one: from its first row with text on both sides to its last, and what clearly belongs to it. */
function settled(
	{ rows, strips }: OpenBand,
	next: BandRow | null,
): { core: BandRow[]; tail: BandRow[]; gutters: Extent[] } {
	const size = rows[0]?.size ?? 0;
	const gutters = strips.filter(
		({ left, right, rows: count, isDrawn }) =>
			count >= 2 &&
			right - left >= size * (isDrawn ? drawnGutterWidth : (fewRows[count] ?? gutterWidth * 0.8)),
	);
	if (gutters.length === 0) return { core: rows, tail: [], gutters };
	const last = rows.findLastIndex((row) => sidesOf(row, gutters) > 1);
	// At the end of a page the longer column is alone; before text across the page a heading may stand nearer to that.
	const end = next === null ? rows.length : largestStep(rows, last, next);
	return { core: rows.slice(0, end), tail: rows.slice(end), gutters };
}

function sidesOf({ segments }: BandRow, gutters: readonly Extent[]): number {
	return new Set(segments.map((segment) => columnOf(segment, gutters))).size;
}

/** From 0. */
export function columnOf({ left }: Extent, gutters: readonly Extent[]): number {
	let column = 0;
	while (column < gutters.length && left >= (gutters[column] as Extent).right - 0.01) column++;
	return column;
}

/** Lines of one text are equally far apart; what is further down by so much is another. */
const clearlyFurther = 1.3;

/** Where the rows behind the last one with several sides are to be cut off: before the step down that is clearly larger than theirs. */
function largestStep(rows: readonly BandRow[], last: number, next: BandRow): number {
	const stepTo = (at: number) => (rows[at] ?? next).baseline - (rows[at - 1] as BandRow).baseline;
	let usual = Number.POSITIVE_INFINITY;
	for (let at = 1; at <= last; at++) usual = Math.min(usual, stepTo(at));
	let best = rows.length;
	let largest = usual * clearlyFurther;
	for (let at = last + 1; at <= rows.length; at++)
		if (stepTo(at) > largest * 1.05) [best, largest] = [at, stepTo(at)];
	return best;
}

/** Rows above a band that stand in its right part alone and close to it: a column that begins higher. They are taken out of `plain`. */
function besideOf(plain: BandRow[], core: readonly BandRow[], gutters: readonly Extent[]): BandRow[] {
	const beside: BandRow[] = [];
	let below = core[0] as BandRow;
	for (;;) {
		const row = plain.at(-1);
		const first = row?.segments[0];
		if (row === undefined || first === undefined) return beside;
		const isNear = below.baseline - row.baseline < 1.6 * row.size;
		if (!isNear || columnOf(first, gutters) === 0) return beside;
		beside.unshift(row);
		plain.pop();
		below = row;
	}
}
