/** A redline as data: what the change page, the feeds and the compare view each draw in their own way. */
import type { ClauseEvent } from './ledger.ts';

/** A run of words; a deletion stands before the insertion that takes its place. */
export interface WordEdit {
	readonly kind: 'same' | 'ins' | 'del';
	readonly text: string;
}

/** Whole sentences that stood in another clause, or in another copy, before (`came`), or stand there now (`went`). */
export interface Passing {
	readonly kind: 'came' | 'went';
	readonly text: string;
}

export type ClauseEdit = WordEdit | Passing;

/** Where a moved clause stands, in words for people: its number as written and the heading above it; empty where it has none. */
export interface Place {
	readonly number: string;
	readonly section: string;
	/** True where it stands under one and the same heading before and after. */
	readonly sameSection: boolean;
}

/** A link whose target changed; a target is empty where a link came in or went out. */
export interface TargetChange {
	readonly before: string;
	readonly after: string;
}

/** A changed clause. What differs inside it is asked for where it is drawn: `src/analysis/redline/changed-clause.ts`. */
export interface ChangeBlock {
	readonly kind: 'change';
	readonly event: ClauseEvent;
	/** Where it stood before; null unless the event says moved. */
	readonly cameFrom: Place | null;
}

export type RedlineBlock =
	/** Unchanged clauses that nobody needs to see at once; `texts` are indexes into `Ledger.texts`, in order. */
	| { readonly kind: 'collapsed'; readonly texts: readonly number[]; readonly clauses: readonly number[] }
	/** An unchanged clause shown so that the changed one beside it can be understood, or the heading above it. */
	| { readonly kind: 'context'; readonly text: number; readonly clause: number }
	/** A clause that stood here and now stands elsewhere. */
	| { readonly kind: 'departed'; readonly text: number; readonly clause: number; readonly to: Place }
	/** A clause that stood here and stands no more, of which no word of the terms is missing: told with what is collapsed around it. */
	| { readonly kind: 'gone'; readonly text: number; readonly clause: number }
	| ChangeBlock;
