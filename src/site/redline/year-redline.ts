/** The redline of a change that shares a page with the others of its year: its changed clauses and their headings, and no more than a year bears. */
import type { Change } from '../../model/change.ts';
import type { Ledger } from '../../model/ledger.ts';
import { counted } from '../../text/counts-in-words.ts';
import { pageRedline } from './changed-clauses.ts';
import type { CollapsedRedline } from './collapse-trivial.ts';
import { type RedlineFrame, redlineHtml } from './redline-html.ts';
import type { ChangedRow, Row } from './redline-rows.ts';
import { type RedlineBounds, viewRedline } from './redline-view.ts';

export interface YearRedline {
	readonly rows: readonly Row[];
	/** Changed clauses that were left out. */
	readonly omitted: number;
}

/** Characters of HTML that the changed clauses of a year may take, and of one change in it, at best and at least; the same of clauses. */
const yearLength = 60_000;
const [mostLength, leastLength] = [4_000, 800];
const yearClauses = 400;
const [mostClauses, leastClauses] = [24, 3];

/** @param count changes on the page */
export function yearChangeHtml(
	ledger: Ledger,
	change: Pick<Change, 'base' | 'index'>,
	count: number,
	frame: RedlineFrame,
): string {
	const { rows, omitted } = yearRedline(ledger, pageRedline(ledger, change), count);
	const parts = [{ title: '', changes: 0, rows }];
	const drawn = redlineHtml({ parts, omitted: [] }, { ...frame, level: 3 });
	const lang = frame.own.lang === undefined ? '' : ` lang="${frame.own.lang}"`;
	return omitted === 0 ? drawn : `${drawn}<p class="s"${lang}>${counted(omitted, 'more changed clause')}</p>`;
}

/** @param count changes on the page */
export function yearRedline(ledger: Ledger, quiet: CollapsedRedline, count: number): YearRedline {
	const { parts, omitted } = viewRedline(ledger, quiet, boundsOf(count));
	const rows = parts.flatMap((part) => part.rows).filter(isKept);
	// A heading is shown above a clause that changed below it.
	const shown = rows.filter((row, at) => row.kind !== 'heading' || isChange(rows[at + 1]));
	return { rows: shown.map(withoutAnchor), omitted: omitted.length };
}

function boundsOf(count: number): RedlineBounds {
	const whole = between(leastLength, yearLength / count, mostLength);
	const most = Math.floor(between(leastClauses, yearClauses / count, mostClauses));
	return { folded: 0, whole, short: whole, most };
}

function between(least: number, wished: number, most: number): number {
	return Math.max(least, Math.min(wished, most));
}

function isKept({ kind }: Row): boolean {
	return kind === 'change' || kind === 'more' || kind === 'heading';
}

function isChange(row: Row | undefined): boolean {
	return row !== undefined && row.kind !== 'heading';
}

/** The same clause may change again and again in a year. */
function withoutAnchor(row: Row): Row {
	if (row.kind === 'more') return { ...row, rows: row.rows.map((changed) => unnamed(changed)) };
	return row.kind === 'change' ? unnamed(row) : row;
}

function unnamed(row: ChangedRow): ChangedRow {
	return { ...row, anchor: '' };
}
