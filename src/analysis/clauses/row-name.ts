/** What a row of a table is about: its first cell that has words. "Ann | sales" and "Bob | sales" are two rows, not one reworded. */
import type { ClauseText } from '../../model/ledger.ts';
import { lettersKey } from '../../text/fingerprint.ts';
import { countWords } from '../../text/words.ts';
import { keptByText, type OfText } from './known-of-texts.ts';

/** A longer cell is a text that may be reworded. */
const mostWords = 4;

/** The same where the name is; 0 for what is no row of several cells, or bears no name. */
export const rowName: OfText<number> = keptByText(({ kind, visible }) =>
	kind === 'row' ? nameOf(visible) : 0,
);

/** True where several cells have words: what stands in one of them is said of the other, however few words that are. */
export function isRowOfCells({ kind, visible }: ClauseText): boolean {
	return kind === 'row' && visible.split('|').filter((cell) => lettersKey(cell) !== 0).length > 1;
}

function nameOf(visible: string): number {
	const cells = visible.split('|');
	const first = cells.find((cell) => lettersKey(cell) !== 0);
	if (cells.length < 2 || first === undefined || countWords(first) > mostWords) return 0;
	return lettersKey(first);
}
