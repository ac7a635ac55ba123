/** The order in which a page is read: columns one after the other, tables by rows. */
import { type Band, type BandRow, bandsOf, columnOf, type Segment } from './pdf-bands.ts';
import { type Extent, extentOf, lineOf, type PdfLine, rowsOf } from './pdf-lines.ts';
import type { SheetRows } from './pdf-running-lines.ts';

export function linesInOrder(sheets: readonly SheetRows[]): PdfLine[] {
	let tables = 0;
	return sheets.flatMap(({ sheet: { page }, rows }) =>
		bandsOf(rows).flatMap((band) => {
			if (band.gutters.length === 0)
				return band.rows.flatMap(({ lines }) => lines.map((line) => lineOf(line, page)));
			const columns = columnsOf(band, page);
			return isProse(columns, band) ? inColumns(columns) : tableLines(band, page, tables++);
		}),
	);
}

function itemsOf({ segments }: BandRow) {
	return segments.flatMap(({ items }) => items);
}

/** The lines of each column, each set by itself: their baselines need not be those of its neighbours. */
function columnsOf({ rows, gutters }: Band, page: number): PdfLine[][] {
	const items = Array.from({ length: gutters.length + 1 }, () => [] as Segment['items'][number][]);
	for (const segment of rows.flatMap(({ segments }) => segments))
		for (const item of segment.items) items[columnOf(segment, gutters)]?.push(item);
	return items.map((column) => rowsOf(column).map((row) => lineOf(row, page)));
}

/** Letters of a line; cells are shorter. */
const proseLine = 18;
/** As a share of the widest line. */
const proseFill = 0.6;
/** As a share of the size; rows of a table stand further apart. */
const proseStep = 1.7;
const leastLines = 3;

/** Columns are running text on every side, and none of the gaps that go across all of them parts row from row. */
function isProse(columns: readonly PdfLine[][], band: Band): boolean {
	const isRunning = columns.every((lines) => {
		const width = (line: PdfLine) => line.right - line.left;
		const widest = lines.reduce((most, line) => Math.max(most, width(line)), 0);
		const steps = lines.slice(1).map((line, at) => (line.baseline - (lines[at]?.baseline ?? 0)) / line.size);
		return (
			lines.length >= leastLines &&
			median(lines.map(({ text }) => text.length)) >= proseLine &&
			median(lines.map(width)) >= widest * proseFill &&
			median(steps) <= proseStep
		);
	});
	return isNumberedDown(columns) || (isRunning && !hasTableRows(band));
}

const leastNumbers = 3;

/** Clauses that count on from the foot of one column to the head of the next, and do not from row to row. */
function isNumberedDown(columns: readonly PdfLine[][]): boolean {
	const numbered = columns.map((lines) =>
		lines.flatMap((line) => {
			const number = /^\(?(\d{1,3})[.)]\s/.exec(line.text)?.[1];
			return number === undefined ? [] : [{ number: Number(number), baseline: line.baseline }];
		}),
	);
	const down = numbered.flat();
	if (down.length < leastNumbers || numbered.some((column) => column.length === 0)) return false;
	const across = down.toSorted((one, other) => one.baseline - other.baseline);
	return countsUp(down) && !countsUp(across);
}

function countsUp(lines: readonly { readonly number: number }[]): boolean {
	return lines.every(({ number }, at) => at === 0 || number === (lines[at - 1]?.number ?? 0) + 1);
}

function median(values: readonly number[]): number {
	return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** Three parts and more that each begin in every column at once: no paragraphs of independent columns do. */
function hasTableRows(band: Band): boolean {
	const parts = partsOf(band.rows);
	const cells = ({ segments }: BandRow) => new Set(segments.map((each) => columnOf(each, band.gutters))).size;
	const full = parts.filter((part) => part[0] !== undefined && cells(part[0]) > band.gutters.length);
	const isHead =
		parts[0]?.length === 1 && (parts[0][0]?.segments ?? []).every(({ items }) => items.length < 4);
	const isShortHead =
		isHead && itemsOf(parts[0]?.[0] as BandRow).every(({ text }) => text.length < proseLine * 1.5);
	return full.length >= parts.length * 0.8 && (parts.length >= 3 || (parts.length === 2 && isShortHead));
}

/** As a share of the size: lines of one cell are nearer to each other. */
const cellStep = 1.45;

/** Rows that stand close together, parted where a gap goes across all columns. */
function partsOf(rows: readonly BandRow[]): BandRow[][] {
	const parts: BandRow[][] = [];
	for (const [at, row] of rows.entries()) {
		const before = rows[at - 1];
		const step = before === undefined ? Number.POSITIVE_INFINITY : row.baseline - before.baseline;
		if (step > cellStep * Math.max(row.size, before?.size ?? 0)) parts.push([row]);
		else parts.at(-1)?.push(row);
	}
	return parts;
}

function inColumns(columns: readonly PdfLine[][]): PdfLine[] {
	const isRightToLeft = columns
		.flat()
		.filter(({ text }) => /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text));
	const ordered = isRightToLeft.length > columns.flat().length / 2 ? columns.toReversed() : columns;
	return ordered.flatMap((lines) => {
		const column = extentOf(lines);
		return lines.map((line) => ({ ...line, column }));
	});
}

/** Cell by cell, row by row; a cell may have several lines. */
function tableLines(band: Band, page: number, table: number): PdfLine[] {
	const columns = Array.from({ length: band.gutters.length + 1 }, (_, column) => column);
	return tableRowsOf(band).flatMap((rows, row) =>
		columns.flatMap((column) => {
			const segments = rows.flatMap((each) => each.segments);
			const items = segments
				.filter((segment) => columnOf(segment, band.gutters) === column)
				.flatMap((segment) => segment.items);
			return rowsOf(items).map((line) => ({ ...lineOf(line, page), cell: { table, row, column } }));
		}),
	);
}

/** The band's rows, those together that are lines of one row of the table. */
function tableRowsOf(band: Band): BandRow[][] {
	const widths = columnWidths(band);
	return partsOf(band.rows).flatMap((part) => {
		const rows: BandRow[][] = [];
		for (const row of part) {
			const above = rows.at(-1);
			if (above !== undefined && isContinued(above.at(-1) as BandRow, row, band, widths)) above.push(row);
			else rows.push([row]);
		}
		return rows;
	});
}

function columnWidths({ rows, gutters }: Band): number[] {
	const widths = gutters.map(() => 0).concat(0);
	for (const segment of rows.flatMap(({ segments }) => segments)) {
		const column = columnOf(segment, gutters);
		widths[column] = Math.max(widths[column] ?? 0, segment.right - segment.left);
	}
	return widths;
}

/** Cells of so many letters' sizes run over several lines. */
const longCell = 12;

/** A row of the page goes on with the one above: its cells are drawn at once with those above, its first cell is empty, a cell begins in the middle of a sentence, or one above is full. */
function isContinued(above: BandRow, row: BandRow, { gutters }: Band, widths: readonly number[]): boolean {
	const first = row.segments[0];
	if (first === undefined) return true;
	const isLong = widths.some((width) => width > longCell * row.size);
	if (isLong && row.segments.some((segment) => follows(above, segment, gutters))) return true;
	const isSmall = row.segments.every(({ text }) => /^[\p{Ll}(&]/u.test(text));
	const isFull = above.segments.some((segment) => {
		const width = widths[columnOf(segment, gutters)] ?? 0;
		return (
			width > longCell * row.size && segment.right - segment.left > width * 0.8 && !endsSentence(segment)
		);
	});
	const isBelowText = row.segments.every((segment) =>
		above.segments.some((other) => columnOf(other, gutters) === columnOf(segment, gutters)),
	);
	if (columnOf(first, gutters) > 0 && (row.segments.length <= gutters.length || isBelowText))
		return isFull || isSmall || row.segments.length === 1;
	return isSmall || isFull;
}

/** Drawn directly after the line above it, before what stands beside that. */
function follows(above: BandRow, { items, left, right }: Segment, gutters: readonly Extent[]): boolean {
	const column = columnOf({ left, right }, gutters);
	const over = above.segments.findLast((segment) => columnOf(segment, gutters) === column);
	return (
		over !== undefined &&
		above.segments.length > 1 &&
		over.items.at(-1)?.order === (items[0]?.order ?? 0) - 1 &&
		over !== above.segments.at(-1)
	);
}

function endsSentence({ items }: Segment): boolean {
	return /[.!?;]$/.test(items.at(-1)?.text.trimEnd() ?? '');
}
