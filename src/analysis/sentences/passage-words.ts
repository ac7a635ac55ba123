/** The words of a passage as a reader sees them. */
import type { ClauseText, Ledger, Passage } from '../../model/ledger.ts';

/** The blank behind it included; empty where there is no passage. */
export function passageWords(
	{ texts }: Pick<Ledger, 'texts'>,
	passage: Pick<Passage, 'text' | 'start' | 'end'> | null,
): string {
	if (passage === null) return '';
	return (texts[passage.text] as ClauseText).visible.slice(passage.start, passage.end);
}
