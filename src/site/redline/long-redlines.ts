/** A long redline in readable pieces: runs of one kind cut short, very large changes in sections. */
import type { EventKind } from '../../model/ledger.ts';
import { grouped } from '../../text/counts-in-words.ts';
import type { ChangedRow, Part, Row } from './redline-rows.ts';

/** Longest run of clauses to which the same happened that is shown whole, and how many of a longer one are. */
const runs: Readonly<Partial<Record<EventKind, { readonly longest: number; readonly head: number }>>> = {
	added: { longest: 12, head: 6 },
	removed: { longest: 12, head: 6 },
	moved: { longest: 4, head: 2 },
	renumbered: { longest: 4, head: 2 },
};

/** The changed clauses that a row shows, or holds behind its line. */
export function changedRows(row: Row): readonly ChangedRow[] {
	if (row.kind === 'more') return row.rows;
	return row.kind === 'change' ? [row] : [];
}

export function shortenRuns(rows: readonly Row[]): Row[] {
	const shortened: Row[] = [];
	for (let at = 0; at < rows.length; ) {
		const run = runAt(rows, at);
		const limit = run[0] && runs[run[0].event];
		if (limit !== undefined && run.length > limit.longest) {
			const label = `${grouped(run.length - limit.head)} more clauses ${runWords(run[0]?.event)}`;
			shortened.push(...run.slice(0, limit.head), { kind: 'more', label, rows: run.slice(limit.head) });
		} else shortened.push(...(run.length > 0 ? run : [rows[at] as Row]));
		at += Math.max(1, run.length);
	}
	return shortened;
}

function runWords(event: EventKind | undefined): string {
	if (event === 'moved') return 'moved here';
	return event === 'renumbered' ? 'renumbered' : `${event} here`;
}

/** The clauses from `at` on to which the same happened, where such a run may be shortened. */
function runAt(rows: readonly Row[], at: number): ChangedRow[] {
	const run: ChangedRow[] = [];
	for (let next = at; next < rows.length; next++) {
		const row = rows[next];
		if (row?.kind !== 'change' || runs[row.event] === undefined) break;
		if (run[0] !== undefined && row.event !== run[0].event) break;
		run.push(row);
	}
	return run;
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
