/** Lines that a document repeats at the edges of its pages: running heads, page numbers. They are none of the text, unless they carry terms. */
import type { PdfSheet } from './pdf-items.ts';
import { lineOf, type PdfLine, type PdfRow, rowsOf } from './pdf-lines.ts';
import { numbersIn, signsOf, speaksOfTerms } from './pdf-running-words.ts';

export interface SheetRows {
	readonly sheet: PdfSheet;
	/** From top to bottom. */
	readonly rows: readonly PdfRow[];
}

/** So many lines at the top and at the bottom of a page may be running heads. */
const edge = 2;
/** In points: the same place, written with other fractions or with letters of another height. */
const samePlace = 3;
/** Lines of one paragraph are nearer to each other, as a share of their size: what runs stands further from the body. */
const apart = 1.5;
/** Of the pages that a line stands on: on some a foot note or a table may come near to it. */
const mostOf = 0.5;

interface EdgeLine extends PdfLine {
	readonly row: PdfRow;
	/** The sentence that it is part of, where it is part of one; else its own text, in which tabulators part what stands far apart. */
	readonly said: string;
	readonly isTop: boolean;
	/** To the next line towards the body, as a share of the size. */
	readonly distance: number;
}

/**
 * The rows of all sheets without those that run: at the edge of at least two pages and half of all, in one place, apart from the body, the
 * same but for page numbers, and neither a sentence nor a price, a rate or a time.
 */
export function withoutRunningLines(sheets: readonly PdfSheet[], pages: number): SheetRows[] {
	const all = sheets.map((sheet) => ({ sheet, rows: rowsOf(sheet.items) }));
	const least = Math.max(2, pages / 2);
	const running = new Set<PdfRow>();
	const groups = Map.groupBy(
		all.flatMap(({ sheet, rows }) => edgeLines(rows, sheet).map((line) => ({ line, angle: sheet.angle }))),
		({ line, angle }) => `${angle} ${line.isTop} ${signsOf(line.text)}`,
	);
	for (const group of groups.values()) {
		const lines = inOnePlace(group.map(({ line }) => line));
		if (new Set(lines.map(({ page }) => page)).size < least || !runs(lines)) continue;
		for (const { row } of lines) running.add(row);
	}
	return all.map(({ sheet, rows }) => ({ sheet, rows: rows.filter((row) => !running.has(row)) }));
}

function runs(lines: readonly EdgeLine[]): boolean {
	const isApart = lines.filter(({ distance }) => distance >= apart).length >= lines.length * mostOf;
	return isApart && !lines.some(({ text, said }) => speaksOfTerms(text, said)) && countsPages(lines);
}

function edgeLines(rows: readonly PdfRow[], sheet: PdfSheet): EdgeLine[] {
	const lines = (part: readonly PdfRow[]) =>
		part.map((row) => ({ row, line: lineOf(row, sheet.page, '\t') }));
	// From the edge of the page towards the body.
	const tops = lines(rows.slice(0, edge + 1));
	const feet = lines(rows.slice(-edge - 1)).reverse();
	return [true, false].flatMap((isTop) => {
		const inwards = isTop ? tops : feet;
		return inwards.slice(0, edge).map(({ row, line }, at): EdgeLine => {
			const [outer, inner, body] = [inwards[at - 1]?.line, inwards[at + 1]?.line, inwards[at + 2]?.line];
			const said = isTop ? saidBy(line, outer, inner) : saidBy(line, inner, outer);
			const near = distanceOf(line, inner);
			// Of two running lines the outer one stands close to the other, which is as far from the body as both.
			const distance = near < apart && at === 0 && inner !== undefined ? distanceOf(inner, body) : near;
			return { ...line, row, said, isTop, distance };
		});
	});
}

function distanceOf(line: PdfLine, other: PdfLine | undefined): number {
	return other === undefined
		? Number.POSITIVE_INFINITY
		: Math.abs(other.baseline - line.baseline) / line.size;
}

/** Sentences run over two lines at times. */
function saidBy(line: PdfLine, above: PdfLine | undefined, below: PdfLine | undefined): string {
	const goesOn = ({ text }: PdfLine) => /^\p{Ll}/u.test(text);
	if (below !== undefined && distanceOf(line, below) < apart && goesOn(below))
		return `${line.text} ${below.text}`;
	if (above !== undefined && distanceOf(line, above) < apart && goesOn(line))
		return `${above.text} ${line.text}`;
	return line.text;
}

/** The largest group of lines on one height that begin, end or are centred in one place, on left pages another than on right ones at most. */
function inOnePlace(lines: readonly EdgeLine[]): EdgeLine[] {
	const onHeight = densest(lines, ({ baseline }) => baseline);
	return [0, 1].flatMap((side) => {
		const pages = onHeight.filter(({ page }) => page % 2 === side);
		const places = [
			densest(pages, ({ left }) => left),
			densest(pages, ({ right }) => right),
			densest(pages, ({ left, right }) => (left + right) / 2),
		];
		return places.toSorted((one, other) => other.length - one.length)[0] ?? [];
	});
}

function densest(lines: readonly EdgeLine[], placeOf: (line: EdgeLine) => number): EdgeLine[] {
	const sorted = lines.toSorted((one, other) => placeOf(one) - placeOf(other));
	let best: [number, number] = [0, 0];
	let from = 0;
	for (const [to, line] of sorted.entries()) {
		while (placeOf(line) - placeOf(sorted[from] as EdgeLine) > samePlace) from++;
		if (to + 1 - from > best[1] - best[0]) best = [from, to + 1];
	}
	return sorted.slice(...best);
}

/** Where numbers change from page to page they must be those of the pages: one more a page, or from one again. */
function countsPages(lines: readonly EdgeLine[]): boolean {
	const byPage = lines.toSorted((one, other) => one.page - other.page);
	const numbers = byPage.map(({ text }) => numbersIn(text));
	return (numbers[0] ?? []).every((_, slot) => {
		const values = numbers.map((each) => each[slot]);
		const isSame = values.every((each) => each?.value === values[0]?.value);
		if (isSame) return true;
		if (!values.every((each) => each?.mayCountPages === true)) return false;
		return values.every((each, at) => {
			const before = values[at - 1];
			const pages = (byPage[at]?.page ?? 0) - (byPage[at - 1]?.page ?? 0);
			return (
				at === 0 || each?.value === (before?.value ?? 0) + pages || (each?.value ?? 0) <= Math.max(1, pages)
			);
		});
	});
}
