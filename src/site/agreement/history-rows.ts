/**
 * Rows of the history table. A page that comes and goes, or that turns its links, leaves hundreds of versions of which there is but one thing
 * to say: those that follow each other share a row, which says it once and lists them.
 */
import type { Agreement, Archive } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import { unchangedReason } from '../addresses/wording.ts';
import { notesOn } from '../provisions/notes.ts';

/** Fewer stand better in rows of their own. */
const leastShared = 3;

/**
 * @param changes that follow each other in the history
 * @returns in their order, all of them: rows of one, and rows of several that are told by the same words
 */
export function historyRows(
	{ notes }: Pick<Archive, 'notes'>,
	agreement: Agreement,
	changes: readonly Change[],
): (readonly Change[])[] {
	const alike: [told: string | null, changes: Change[]][] = [];
	for (const change of changes) {
		const told = toldBy({ notes }, agreement, change);
		const last = alike.at(-1);
		if (last !== undefined && told !== null && last[0] === told) last[1].push(change);
		else alike.push([told, [change]]);
	}
	return alike.flatMap(([, own]) => (own.length < leastShared ? own.map((change) => [change]) : [own]));
}

/** All that a row says of a version beside its time and commit; null where it says what is true of no other. */
function toldBy({ notes }: Pick<Archive, 'notes'>, agreement: Agreement, change: Change): string | null {
	const previous = agreement.versions[change.index - 1];
	const isRenamed = previous !== undefined && previous.path !== change.version.path;
	const isOwn = hasPage(change) || isRenamed || change.hindsight !== null;
	return isOwn || notesOn({ notes }, { agreement, change }).length > 0 ? null : unchangedReason(change);
}
