/** Which clauses the page of a change shows as changed: only these can be linked to there. */
import { redline } from '../../analysis/redline/redline.ts';
import type { Agreement } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { Ledger, State } from '../../model/ledger.ts';
import { collapseTrivial } from './collapse-trivial.ts';

/**
 * Indexes of the clauses whose anchors the page of the change has: those that it shows as changed, or leaves out for its weight. None
 * on the page of a first record, which holds the text without anchors.
 */
export function clausesOnPage(
	{ ledger }: Pick<Agreement, 'ledger'>,
	change: Pick<Change, 'base' | 'index' | 'class'>,
): ReadonlySet<number> {
	if (!hasPage(change) || change.class === 'first') return new Set();
	if (last?.ledger !== ledger) last = { ledger, known: new Map() };
	const known = last.known.get(change.index) ?? changedClauses(ledger, change);
	last.known.set(change.index, known);
	return known;
}

/** Many links lead to one page, and pages come agreement by agreement: the lists of the last one, by version, are enough. */
let last: { readonly ledger: Ledger; readonly known: Map<number, ReadonlySet<number>> } | undefined;

/** Indexes of the clauses that a page of this change shows as changed, or leaves out for its weight. */
export function changedClauses(
	ledger: Ledger,
	{ base, index }: Pick<Change, 'base' | 'index'>,
): ReadonlySet<number> {
	const [before, after] = [ledger.states[base] as State, ledger.states[index] as State];
	const { blocks } = collapseTrivial(ledger, redline(ledger, before, after));
	return new Set(blocks.flatMap((block) => (block.kind === 'change' ? [block.event.clause] : [])));
}
