/** Finds headings, paragraphs and lists in the lines of a PDF and writes them as HTML, so that the way to Markdown is that of every page. */
import { extentOf, type PdfLine } from './pdf-lines.ts';
import { bullet, label } from './pdf-marks.ts';
import { withoutWideLetters } from './wide-letters.ts';

export function htmlOfLines(written: readonly PdfLine[]): string {
	const lines = withoutWideLetters(written);
	const shape = shapeOf(lines);
	return blocksOf(lines, shape)
		.map((block) => htmlOf(block, shape))
		.join('')
		.replaceAll('</ul><ul>', '');
}

/** What the document does as a rule, to see its exceptions by. */
interface Shape {
	/** Size of most letters, in points. */
	readonly body: number;
	/** From one baseline to the next inside paragraphs, as a share of the size. */
	readonly leading: number;
	/** Where full lines end, in points. */
	readonly margin: number;
	/** Sizes of headings, largest first. */
	readonly headings: readonly number[];
	readonly words: ReadonlySet<string>;
	/** Words are divided at the ends of lines. */
	readonly isHyphenated: boolean;
}

/** Body text varies by a tenth within real documents; headings that are set larger are so by an eighth and more. */
const clearlyLarger = 1.12;
/** Lines of one paragraph are equally far apart; a gap between paragraphs is a third of a line and more. */
const clearlyApart = 1.3;
/** One line in fifty that ends in a hyphen is more than compound words bring about. */
const hyphenShare = 0.02;

function shapeOf(lines: readonly PdfLine[]): Shape {
	const body = mostFrequent(lines.map(({ size, text }) => [rounded(size), text.length]));
	const steps = lines.flatMap((line, at) => {
		const step = stepBetween(lines[at - 1], line);
		return step === null || step > 3 ? [] : [[Math.round(step * 20) / 20, 1] as const];
	});
	const isHeading = (size: number) => size > body * clearlyLarger;
	const text = lines.map((line) => line.text).join('\n');
	return {
		body,
		leading: mostFrequent(steps) || 1.2,
		margin: Math.max(0, extentOf(lines.filter(({ size }) => rounded(size) === body)).right),
		headings: [...new Set(lines.map(({ size }) => rounded(size)).filter(isHeading))].sort((a, b) => b - a),
		words: new Set(text.toLowerCase().match(/[\p{L}-]+/gu)),
		isHyphenated: lines.filter((line) => /\p{L}-$/u.test(line.text)).length > lines.length * hyphenShare,
	};
}

/** Half points: the same size is written with many fractions. */
function rounded(size: number): number {
	return Math.round(size * 2) / 2;
}

/** The value with the greatest sum of weights; 0 where there is none. */
function mostFrequent(weighted: readonly (readonly [number, number])[]): number {
	const sums = new Map<number, number>();
	for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
	return [...sums].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** From one line down to the next, as a share of the size; null where the next does not stand below on the same page. */
function stepBetween(before: PdfLine | undefined, line: PdfLine): number | null {
	if (before === undefined || before.page !== line.page || line.baseline <= before.baseline) return null;
	return (line.baseline - before.baseline) / Math.max(line.size, before.size);
}

function blocksOf(lines: readonly PdfLine[], shape: Shape): PdfLine[][] {
	const blocks: PdfLine[][] = [];
	for (const [at, line] of lines.entries()) {
		const before = lines[at - 1];
		if (before !== undefined && continues(before, line, shape)) blocks.at(-1)?.push(line);
		else blocks.push([line]);
	}
	return blocks;
}

const endOfSentence = /[.!?:;]["'”’»)\]]*$/;

function continues(before: PdfLine, line: PdfLine, shape: Shape): boolean {
	if (before.cell !== undefined || line.cell !== undefined) return before.cell?.table === line.cell?.table;
	if (bullet.test(line.text) || label.test(line.text)) return false;
	if (headingLevel(before, shape) !== headingLevel(line, shape)) return false;
	const step = stepBetween(before, line);
	const isFull = before.right > fullFrom(before, shape);
	if (step === null) return goesOn(before, line) && isFull;
	if (step > shape.leading * clearlyApart) return false;
	return isFull || !endOfSentence.test(before.text);
}

/** Where lines end that are as long as any: the next word did not fit. */
function fullFrom({ column }: PdfLine, { margin, body }: Shape): number {
	if (column === undefined) return margin - 8 * body;
	return column.right - Math.min(8 * body, 0.3 * (column.right - column.left));
}

/** A sentence that a new page or column cut in two. */
function goesOn(before: PdfLine, line: PdfLine): boolean {
	return !endOfSentence.test(before.text) && /^[\p{Ll}\p{Lo}\d("“«]/u.test(line.text);
}

/** 1 to 4; 0 for body text. */
function headingLevel(line: PdfLine, shape: Shape): number {
	return Math.min(4, shape.headings.indexOf(rounded(line.size)) + 1);
}

function htmlOf(block: readonly PdfLine[], shape: Shape): string {
	if (block[0]?.cell !== undefined) return tableOf(block, shape);
	const text = textOf(block, shape);
	const level = headingLevel(block[0] as PdfLine, shape);
	const hasWords = /[\p{L}\p{N}]/u.test(text);
	if (level > 0 && hasWords) return `<h${level}>${escaped(text)}</h${level}>`;
	if (bullet.test(text)) return `<ul><li>${escaped(text.replace(bullet, ''))}</li></ul>`;
	return `<p>${escaped(text)}</p>`;
}

function textOf(lines: readonly PdfLine[], shape: Shape): string {
	const texts = lines.map(({ text }) => text);
	const parts = texts.map((text, at) => {
		const next = texts[at + 1];
		return next === undefined ? text : beforeNext(text, next, shape);
	});
	return parts.join('');
}

/** Without a head: nothing tells the first row from one. */
function tableOf(lines: readonly PdfLine[], shape: Shape): string {
	const width = lines.reduce((most, { cell }) => Math.max(most, (cell?.column ?? 0) + 1), 0);
	const rows = Map.groupBy(lines, ({ cell }) => cell?.row);
	const html = [...rows.values()].map((row) => {
		const cells = Map.groupBy(row, ({ cell }) => cell?.column ?? 0);
		const texts = Array.from({ length: width }, (_, column) => textOf(cells.get(column) ?? [], shape));
		return `<tr>${texts.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
	});
	return `<table>${html.join('')}</table>`;
}

/** No word is longer. */
const longestWord = 100;

/**
 * The line as it stands before the next one. A hyphen at its end belongs to the word where the document writes it so elsewhere; else it only
 * divides it.
 */
function beforeNext(text: string, next: string, { words, isHyphenated }: Shape): string {
	const half = /[\p{L}-]+(?=[-\u00ad]$)/u.exec(text.slice(-longestWord))?.[0];
	const rest = /^\p{Ll}[\p{L}-]*/u.exec(next.slice(0, longestWord))?.[0];
	if (half === undefined || rest === undefined) return `${text} `;
	const isSoft = text.endsWith('\u00ad');
	const isWhole = words.has(`${half}${rest}`.toLowerCase());
	const isCompound = words.has(`${half}-${rest}`.toLowerCase());
	const drops = isSoft || (isWhole && !isCompound) || (isHyphenated && !isCompound);
	return drops ? text.slice(0, -1) : text;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
