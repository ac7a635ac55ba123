/** A long redline in readable pieces: runs of one kind cut short, very large changes in sections. */
import type { EventKind } from '../../model/ledger.ts';
import { grouped } from '../../text/counts-in-words.ts';
import type { ChangedRow, Part, Row } from './redline-rows.ts';

interface Limit {
	readonly longest: number;
	readonly head: number;
}

/** Longest run of clauses to which the same happened that is shown whole, and how many of a longer one are. */
const runs: Readonly<Partial<Record<EventKind, Limit>>> = {
	added: { longest: 12, head: 6 },
	removed: { longest: 12, head: 6 },
	moved: { longest: 4, head: 2 },
	renumbered: { longest: 4, head: 2 },
};
/** A new column is seen in the head of its table and two rows. */
const columnRun: Limit = { longest: 6, head: 3 };

/** The changed clauses that a row shows, or holds behind its line. */
export function changedRows(row: Row): readonly ChangedRow[] {
	if (row.kind === 'more') return row.rows;
	return row.kind === 'change' ? [row] : [];
}

export function shortenRuns(rows: readonly Row[]): Row[] {
	const shortened: Row[] = [];
	for (let at = 0; at < rows.length; ) {
		const run = runAt(rows, at);
		const [first] = run;
		const limit = first && limitOf(first);
		if (limit !== undefined && run.length > limit.longest) {
			const label = moreWords(run.length - limit.head, first as ChangedRow);
			shortened.push(...run.slice(0, limit.head), { kind: 'more', label, rows: run.slice(limit.head) });
		} else shortened.push(...(run.length > 0 ? run : [rows[at] as Row]));
		at += Math.max(1, run.length);
	}
	return shortened;
}

function limitOf({ column, event }: ChangedRow): Limit | undefined {
	return column === null ? runs[event] : columnRun;
}

function moreWords(count: number, { column, event }: ChangedRow): string {
	if (column !== null)
		return `${grouped(count)} more rows ${column.kind === 'in' ? 'with the new' : 'without that'} column`;
	const words = event === 'moved' ? 'moved here' : event === 'renumbered' ? 'renumbered' : `${event} here`;
	return `${grouped(count)} more clauses ${words}`;
}

/** The clauses from `at` on to which the same happened, where such a run may be shortened. */
function runAt(rows: readonly Row[], at: number): ChangedRow[] {
	const run: ChangedRow[] = [];
	for (let next = at; next < rows.length; next++) {
		const row = rows[next];
		if (row?.kind !== 'change' || limitOf(row) === undefined) break;
		if (run[0] !== undefined && !isAlike(row, run[0])) break;
		run.push(row);
	}
	return run;
}

function isAlike(one: ChangedRow, other: ChangedRow): boolean {
	if (one.column === null || other.column === null)
		return one.column === other.column && one.event === other.event;
	return one.column.kind === other.column.kind && one.column.at === other.column.at;
}

/** Sections in which nothing changed are left out. */
export function byHeading(rows: readonly Row[]): Part[] {
	const parts: { title: string; rows: Row[] }[] = [];
	for (const row of rows) {
		const title = titleOf(row);
		if (title !== '' || parts.length === 0) parts.push({ title: title || 'Beginning', rows: [] });
		if (row.kind !== 'heading') parts.at(-1)?.rows.push(row);
	}
	return parts
		.map((part) => ({ ...part, changes: part.rows.flatMap(changedRows).length }))
		.filter(({ changes }) => changes > 0);
}

/** Words of a heading that stands or came in; empty for any other row. */
function titleOf(row: Row): string {
	if (row.kind === 'heading') return `${row.number} ${row.text}`.trim();
	return row.kind === 'change' && row.event !== 'removed' ? row.heading : '';
}
