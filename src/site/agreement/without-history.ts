/** What is said of an agreement whose newest text is not followed clause by clause. */
import { shownVersion } from '../../analysis/history/shown-version.ts';
import type { Agreement } from '../../model/archive.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { boundsInWords } from '../addresses/wording.ts';

export interface WithoutHistory {
	/** `without clause history since 3 May 2026` */
	readonly briefly: string;
	/** Sentences. */
	readonly words: string;
}

/** Null where the newest text is followed. */
export function withoutHistory({ changes }: Pick<Agreement, 'changes'>): WithoutHistory | null {
	const shown = shownVersion(changes);
	const first = changes[shown + 1];
	if (first === undefined) return null;
	const last = changes[shown];
	if (last === undefined) return { briefly: 'without clause history', words: saying('', '') };
	const since = ` since ${dayInWords(first.version.fetched)}`;
	const stands = ` The text of ${dayInWords(last.version.fetched)} is shown, the last one that was followed.`;
	return { briefly: `without clause history${since}`, words: saying(since, stands) };
}

function saying(since: string, stands: string): string {
	return `This agreement is shown without clause history${since}: ${boundsInWords}.${stands} Every recorded version is in the history table, with its commit.`;
}
