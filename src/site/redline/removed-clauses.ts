/** The clauses of an agreement that stand no more, by the change that took them out: where their old links lead. */
import { withoutNumber } from '../../analysis/clauses/clause-number.ts';
import type { Agreement } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { clausesOnPage } from './changed-clauses.ts';

export interface GoneClause {
	readonly anchor: string;
	readonly number: string;
	/** Enough to know it by; never empty. */
	readonly words: string;
}

export interface Departure {
	readonly change: Change;
	/** In the order of the text in which they last stood. */
	readonly clauses: readonly GoneClause[];
}

/** So many are listed, or the page of an agreement that was rewritten often would grow by its whole past. */
const mostClauses = 80;
const firstWords = 44;

export interface RemovedClauses {
	/** Newest first. */
	readonly departures: readonly Departure[];
	/** Clauses that went out in changes with a page, the listed ones included. */
	readonly all: number;
}

/** Clauses taken out by changes that have a page; what a folded change took out is a failed capture as a rule. */
export function removedClauses({ ledger, changes }: Pick<Agreement, 'ledger' | 'changes'>): RemovedClauses {
	const { clauses, states } = ledger;
	const byVersion = Map.groupBy(clauses.keys(), (clause) => (clauses[clause]?.spans.at(-1)?.last ?? -1) + 1);
	const departures: Departure[] = [];
	let [all, left] = [0, mostClauses];
	for (const change of changes.toReversed()) {
		const gone = byVersion.get(change.index);
		if (gone === undefined || !hasPage(change) || change.class === 'first') continue;
		// One whose sentences stand in other clauses now went nowhere: no page shows it as gone.
		const shown = clausesOnPage({ ledger }, change);
		const told = new Set(gone.filter((clause) => shown.has(clause)));
		const telling = goneClauses(ledger, states[change.index - 1] as State, told);
		all += telling.length;
		const listed = telling.slice(0, left);
		if (listed.length > 0) departures.push({ change, clauses: listed });
		left -= listed.length;
	}
	return { departures, all };
}

/** Those of a text that went out with it, but for the ones without a word. */
function goneClauses(ledger: Ledger, { clauses, texts }: State, gone: ReadonlySet<number>): GoneClause[] {
	return [...clauses].flatMap((clause, at) => {
		const text = ledger.texts[texts[at] as number] as ClauseText;
		if (!gone.has(clause) || text.words === 0) return [];
		const anchor = ledger.clauses[clause]?.anchor ?? '';
		return [{ anchor, number: text.number, words: cutEnd(withoutNumber(text), firstWords) }];
	});
}
