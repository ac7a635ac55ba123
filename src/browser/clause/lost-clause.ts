/** What became of a clause that is not on the page of its agreement, in the browser. */

import { namedClause } from '../../analysis/ledger/named-clause.ts';
import { changeAddress } from '../../site/redline/clause-history-html.ts';
import { agreementArchive } from './agreement-archive.ts';

/** Where the reader is sent on to, or what they are told. */
type WhereTo = { readonly address: string } | { readonly address: null; readonly words: string };

export async function lostClause(article: HTMLElement, anchor: string): Promise<WhereTo> {
	const archive = await agreementArchive(article);
	const { clauses, states } = archive.ledger;
	const found = namedClause(archive.ledger, anchor) ?? -1;
	const clause = clauses[found];
	const last = clause?.spans.at(-1)?.last;
	if (clause === undefined || last === undefined) {
		return {
			address: null,
			words: 'This agreement never had the clause of this link. Was the address copied as a whole?',
		};
	}
	if (last < states.length - 1) return { address: changeAddress(archive, last + 1, found) };
	if (clause.anchor !== anchor) return { address: `#${clause.anchor}` };
	return {
		address: null,
		words: 'The clause of this link stands in the text below, without words of its own.',
	};
}
