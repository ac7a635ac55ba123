/** Finds the clause that an address names. */
import type { Ledger } from '../../model/ledger.ts';
import { anchorName, withoutBirth } from './anchors.ts';

/**
 * Index of the clause with this anchor; where there is none, of the latest that stood in the words which the anchor is named by: another
 * way of cutting or following clauses may have known these words as a clause of their own. Undefined where neither is.
 */
export function namedClause(
	{ clauses, states, texts }: Pick<Ledger, 'clauses' | 'states' | 'texts'>,
	anchor: string,
): number | undefined {
	const exact = clauses.findIndex((clause) => clause.anchor === anchor);
	if (exact !== -1) return exact;
	const name = withoutBirth(anchor);
	const alike = new Set(texts.flatMap(({ key }, id) => (anchorName(key) === name ? [id] : [])));
	const last = states.findLast((state) => state.texts.some((text) => alike.has(text)));
	return last?.clauses[last.texts.findIndex((text) => alike.has(text))];
}
