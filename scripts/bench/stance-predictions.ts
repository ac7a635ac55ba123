/** Tells the stance of sentences that somebody brings in a table, whose labels lie elsewhere. */
import { readFile } from 'node:fs/promises';
import type { StanceDetector } from '../../src/analysis/topics/stance-detector.ts';
import { Fault } from '../../src/model/fault.ts';
import type { Topic } from '../../src/model/topic.ts';
import { languageWithin } from '../../src/text/language.ts';
import type { Stance } from './stance-topics.ts';

const columns = ['archive', 'path', 'topic', 'lead', 'sentence'] as const;

export type AskedSentence = Readonly<Record<(typeof columns)[number], string>>;

export interface Prediction {
	readonly archive: string;
	readonly path: string;
	readonly topic: string;
	readonly sentence: string;
	readonly stance: Stance;
}

/** @throws Fault where the file cannot be read or is no such table */
export async function predictStances(
	file: string,
	topics: readonly Topic[],
	detect: StanceDetector,
): Promise<Prediction[]> {
	const text = await readFile(file, 'utf8').catch((cause) => {
		throw new Fault('there is no such table', file, 'Name a file with one sentence a line.', cause);
	});
	return parseAsked(text, file, new Set(topics.map(({ id }) => id))).map(
		({ archive, path, topic, lead, sentence }) => {
			const stance = detect(topic, lead, sentence, languageWithin('en', sentence));
			return { archive, path, topic, sentence, stance };
		},
	);
}

/**
 * Columns in any order, others beside them; cells at the end of a line may be left out.
 * @throws Fault that names the column or the line
 */
export function parseAsked(text: string, where: string, topics: ReadonlySet<string>): AskedSentence[] {
	const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
	const names = head.split('\t').map((name) => name.trim());
	const lacking = columns.filter((column) => !names.includes(column));
	if (lacking.length > 0)
		throw new Fault(
			`the head row lacks ${lacking.join(', ')}`,
			`${where}:1`,
			`The first line names the columns, with tabs between: ${columns.join(', ')}.`,
		);
	return lines.flatMap((line, index) => {
		if (line.trim() === '') return [];
		const cells = line.split('\t');
		const row = Object.fromEntries(
			columns.map((column) => [column, unquoted(cells[names.indexOf(column)]?.trim() ?? '')]),
		) as AskedSentence;
		refuseRow(row, cells.length, names.length, `${where}:${index + 2}`, topics);
		return [row];
	});
}

function refuseRow(
	{ topic, sentence }: AskedSentence,
	cells: number,
	wanted: number,
	where: string,
	topics: ReadonlySet<string>,
): void {
	if (cells > wanted)
		throw new Fault(`${cells} cells where the head row has ${wanted}`, where, 'Write no tab inside a cell.');
	if (!topics.has(topic))
		throw new Fault(`${JSON.stringify(topic)} is no topic`, where, `Name one of: ${[...topics].join(', ')}.`);
	if (sentence === '')
		throw new Fault('no sentence', where, 'Each line holds one, in the column that the head row names so.');
}

/** Spreadsheets put a cell that holds quotation marks between two more and double its own; any other marks are words. */
function unquoted(cell: string): string {
	return /^"(?:[^"]|"")*""(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}
