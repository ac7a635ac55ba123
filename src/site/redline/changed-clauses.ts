/** Which clauses the page of a change shows as changed: only these can be linked to there. */
import { redline } from '../../analysis/redline/redline.ts';
import type { Agreement } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { Ledger, State } from '../../model/ledger.ts';
import { type CollapsedRedline, collapseTrivial } from './collapse-trivial.ts';

/**
 * Indexes of the clauses whose anchors the page of the change has: those that it shows as changed, or leaves out for its weight. None
 * on the page of a first record, which holds the text without anchors.
 */
export function clausesOnPage(
	{ ledger }: Pick<Agreement, 'ledger'>,
	change: Pick<Change, 'base' | 'index' | 'class'>,
): ReadonlySet<number> {
	if (!hasPage(change) || change.class === 'first') return new Set();
	const pages = pagesOf(ledger);
	const known = pages.get(change.index) ?? changedClauses(ledger, change);
	pages.set(change.index, known);
	return known;
}

/** What the page of a change shows. Its clauses are remembered: links of later pages lead to them. */
export function pageRedline(ledger: Ledger, change: Pick<Change, 'base' | 'index'>): CollapsedRedline {
	const quiet = quietRedline(ledger, change);
	pagesOf(ledger).set(change.index, changedIn(quiet));
	return quiet;
}

/** Many links lead to one page, and pages come agreement by agreement: the lists of the last one, by version, are enough. */
let last: { readonly ledger: Ledger; readonly pages: Map<number, ReadonlySet<number>> } | undefined;

function pagesOf(ledger: Ledger): Map<number, ReadonlySet<number>> {
	if (last?.ledger !== ledger) last = { ledger, pages: new Map() };
	return last.pages;
}

/** Indexes of the clauses that a page of this change shows as changed, or leaves out for its weight. */
export function changedClauses(ledger: Ledger, change: Pick<Change, 'base' | 'index'>): ReadonlySet<number> {
	return changedIn(quietRedline(ledger, change));
}

function quietRedline(ledger: Ledger, { base, index }: Pick<Change, 'base' | 'index'>): CollapsedRedline {
	const [before, after] = [ledger.states[base] as State, ledger.states[index] as State];
	return collapseTrivial(ledger, redline(ledger, before, after));
}

function changedIn({ blocks }: CollapsedRedline): ReadonlySet<number> {
	return new Set(blocks.flatMap((block) => (block.kind === 'change' ? [block.event.clause] : [])));
}
