/** Whether a page holds another document than before, so that its sides, set beside each other, would compare two agreements. */
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';

/** Share of the characters that may be of clauses that were there, as they are or in other words: a title and a footer are alike on all pages. */
const mostShared = 0.05;
/** Characters: in a shorter text a paragraph that was rewritten is all of it. */
const fewest = 2000;

/** @param events all between the two versions */
export function isAnotherText(
	{ texts }: Pick<Ledger, 'texts'>,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): boolean {
	const size = (ids: Iterable<number>): number =>
		Array.from(ids).reduce((sum, id) => sum + (texts[id] as ClauseText).visible.length, 0);
	const lasting = events.filter((event) => event.before !== null && event.after !== null);
	return [
		{ own: before.texts, other: after.texts, side: 'before' as const },
		{ own: after.texts, other: before.texts, side: 'after' as const },
	].every(({ own, other, side }) => {
		const known = new Set([...other, ...lasting.map((event) => event[side])]);
		const all = size(own);
		return all >= fewest && size(Array.from(own).filter((id) => known.has(id))) <= mostShared * all;
	});
}
