/** By which number each version of an agreement is known to have its text. */
import { type TextRows, textRows } from '../../analysis/history/text-rows.ts';
import type { Agreement } from '../../model/archive.ts';
import type { Ledger } from '../../model/ledger.ts';

let last: { readonly ledger: Ledger; readonly rows: TextRows } | undefined;

/** Two answers of an agreement are made one after the other: the rows of the last one are enough. */
export function rowsOf(ledger: Ledger): TextRows {
	if (last?.ledger !== ledger) last = { ledger, rows: textRows(ledger) };
	return last.rows;
}

/** One a version; null where it is too long to be followed. */
export function textNumbers({ ledger, changes }: Pick<Agreement, 'ledger' | 'changes'>): (number | null)[] {
	const { textOf } = rowsOf(ledger);
	return changes.map((change, at) => (change.class === 'unfollowed' ? null : (textOf[at] as number)));
}
