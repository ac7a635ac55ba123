/** Versions with no change in the terms as lines: a page that came and went all day is one line, not dozens that say the same. */
import type { Entry } from '../../model/archive.ts';
import { reasonBriefly } from './wording.ts';

export interface UnchangedLine {
	/** The first of its changes in the list: its row in the history, which the others follow. */
	readonly entry: Entry;
	/** "back to what it was", "only dates, 12 times" */
	readonly words: string;
}

/** In their order; those of one agreement that are told in the same words share a line. */
export function unchangedLines(entries: readonly Entry[]): UnchangedLine[] {
	const byAgreement = Map.groupBy(entries, ({ agreement }) => agreement);
	return [...byAgreement.values()].flatMap((own) => {
		const alike = Map.groupBy(own, ({ change }) => reasonBriefly(change));
		return [...alike].map(([words, [entry, ...others]]) => ({
			entry: entry as Entry,
			words: others.length === 0 ? words : `${words}, ${others.length + 1} times`,
		}));
	});
}
