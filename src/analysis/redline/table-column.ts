/** Tells a row of a table that got one cell more, or lost one, and else stayed as it is: a column came in or went out. */
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';

export interface ColumnStep {
	readonly kind: 'in' | 'out';
	/** Place of the cell in the row that has it, from 0. */
	readonly at: number;
}

/** Null where another cell differs as well, or the clause is no row. */
export function columnStep({ texts }: Ledger, { before, after }: ClauseEvent): ColumnStep | null {
	if (before === null || after === null) return null;
	const [old, fresh] = [texts[before] as ClauseText, texts[after] as ClauseText];
	if (old.kind !== 'row' || fresh.kind !== 'row') return null;
	const [one, other] = [cellsIn(old), cellsIn(fresh)];
	const come = placeOfCell(one, other);
	if (come !== null) return { kind: 'in', at: come };
	const gone = placeOfCell(other, one);
	return gone === null ? null : { kind: 'out', at: gone };
}

/** Without the blanks around them. */
export function cellsIn({ visible }: ClauseText): string[] {
	return visible.split('|').map((cell) => cell.trim());
}

/** Of the one cell that `more` has beside those of `fewer`. */
function placeOfCell(fewer: readonly string[], more: readonly string[]): number | null {
	if (fewer.length === 0 || more.length !== fewer.length + 1) return null;
	const differing = fewer.findIndex((cell, at) => cell !== more[at]);
	const place = differing === -1 ? fewer.length : differing;
	// An empty cell is how the table was written.
	if (more[place] === '') return null;
	return fewer.slice(place).every((cell, at) => cell === more[place + 1 + at]) ? place : null;
}
