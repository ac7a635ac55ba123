/** A quote followed through every version of its agreement: found word for word, as the same clause in other words, or nearly. */
import type { Span } from './ledger.ts';

/** How a version holds a quote: in its words, as the same clause otherwise worded, as something alike, or not at all. */
export type QuoteFit = 'exact' | 'clause' | 'alike' | 'none';

/** `reworded`: the clause stands, the quoted words do not. `restored`: they were away for longer than a failed capture lasts. */
export type QuoteState = 'current' | 'reworded' | 'removed' | 'restored';

export interface QuoteHistory {
	/** As of today's text. */
	readonly state: QuoteState;
	/**
	 * Indexes into `Ledger.clauses`, in the order of the document, usually one: the clauses that the quote runs through in the newest version
	 * that holds it. The words may have stood in others before.
	 */
	readonly clauses: readonly number[];
	/** The same of the version in which it was verified. */
	readonly readIn: readonly number[];
	readonly anchor: string;
	/** Leading number in the newest wording; empty where it has none. */
	readonly number: string;
	/** The version in which the quote was verified: the one in force on the day of the review. Index into the versions. */
	readonly verified: number;
	/** How often its words stand there; prefix and suffix tell which are meant. */
	readonly times: number;
	/** Runs of versions that fit alike, in order, without gaps. */
	readonly fits: readonly (Span & { readonly fit: QuoteFit })[];
	/** First of the run of versions with the quoted words that the review saw, in whatever clause. */
	readonly inTheseWordsSince: number;
	/** Index of the change after the review that ended the quoted words; null while they stand. */
	readonly movedOn: number | null;
}
