/**
 * The matrix in sheets that a page and paper can hold: so many topics, so many platforms. Whoever reads without a script goes from sheet to
 * sheet.
 */
import type { Matrix, MatrixTopic } from './matrix.ts';
import type { MatrixRow } from './matrix-question.ts';

export interface MatrixSheet {
	/** From 1 on: sheet 1 is `/matrix/`, the others `/matrix/<number>/`. */
	readonly number: number;
	readonly topics: readonly MatrixTopic[];
	readonly rows: readonly MatrixRow[];
}

/** As many columns as a screen and a sheet in landscape show, and as many rows as keep a page below 100 kB in gzip: 385 take a quarter of it. */
const mostTopics = 12;
const mostRows = 1000;

/** Topics and platforms in equal parts: the same platforms with all topics, then the next ones. At least one sheet. */
export function sheetsOf({ topics, platforms }: Matrix): MatrixSheet[] {
	const parts = inParts(topics.length, mostTopics);
	return inParts(platforms.length, mostRows)
		.flatMap(([first, end]) => parts.map(([from, to]) => ({ first, end, from, to })))
		.map(({ first, end, from, to }, at) => ({
			number: at + 1,
			topics: topics.slice(from, to),
			rows: platforms.slice(first, end).map(({ name, slug, cells }) => ({
				name,
				slug,
				cells: (cells.get('all') ?? []).slice(from, to),
			})),
		}));
}

/** How many sheets there are for so many of each. */
export function countSheets(topics: number, platforms: number): number {
	return inParts(topics, mostTopics).length * inParts(platforms, mostRows).length;
}

function inParts(count: number, most: number): (readonly [from: number, to: number])[] {
	const parts = Math.max(1, Math.ceil(count / most));
	const size = Math.ceil(count / parts);
	return Array.from({ length: parts }, (_, at) => [at * size, Math.min(count, (at + 1) * size)] as const);
}
