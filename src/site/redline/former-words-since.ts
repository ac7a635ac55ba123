/** Since when the words had stood that a change took out: from change to change a reader follows one clause back without a script. */
import { wordings } from '../../analysis/history/wordings.ts';
import type { Entry } from '../../model/archive.ts';
import type { EventKind } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { dayInWords } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { clausesOnPage } from './changed-clauses.ts';
import type { FormerWords } from './redline-html.ts';

/** Kinds that take words out. */
const takingOut: ReadonlySet<EventKind> = new Set(['reworded', 'number', 'removed']);

/** @returns anchor of a clause → the change that had brought its former words in */
export function formerWordsSince(
	{ platform, agreement, change }: Entry,
	blocks: readonly RedlineBlock[],
): Map<string, FormerWords> {
	const known = wordings(agreement);
	const formerWords = new Map<string, FormerWords>();
	for (const block of blocks) {
		if (block.kind !== 'change' || !takingOut.has(block.event.kind) || block.event.before === null) continue;
		const stays = known.of(block.event.before)?.stays ?? [];
		const from = stays.findLast((stay) => stay.from.index < change.index)?.from;
		const anchor = agreement.ledger.clauses[block.event.clause]?.anchor;
		if (from === undefined || anchor === undefined) continue;
		// The words may have stood in another clause before, or this one have changed in its look alone.
		const isThere = !from.onYearPage && clausesOnPage(agreement, from).has(block.event.clause);
		const href = changeHref(platform, agreement, from, isThere ? anchor : undefined);
		formerWords.set(anchor, { since: dayInWords(from.version.fetched), href });
	}
	return formerWords;
}
