/** A redline as data: what the change page, the feeds and the compare view each draw in their own way. */
import type { ClauseEvent } from './ledger.ts';

/** A run of words; a deletion stands before the insertion that takes its place. */
export interface WordEdit {
	readonly kind: 'same' | 'ins' | 'del';
	readonly text: string;
}

/** Where a moved clause stands, in words for people: its number as written and the heading above it; empty where it has none. */
export interface Place {
	readonly number: string;
	readonly section: string;
	/** True where it stands under one and the same heading before and after. */
	readonly sameSection: boolean;
}

export type RedlineBlock =
	/** Unchanged clauses that nobody needs to see at once; `texts` are indexes into `Ledger.texts`, in order. */
	| { readonly kind: 'collapsed'; readonly texts: readonly number[]; readonly clauses: readonly number[] }
	/** An unchanged clause shown so that the changed one beside it can be understood, or the heading above it. */
	| { readonly kind: 'context'; readonly text: number; readonly clause: number }
	/** A clause that stood here and now stands elsewhere. */
	| { readonly kind: 'departed'; readonly text: number; readonly clause: number; readonly to: Place }
	| {
			readonly kind: 'change';
			readonly event: ClauseEvent;
			/** Word edits of a clause that stands on both sides; null where it is added or removed. */
			readonly edits: readonly WordEdit[] | null;
			/** True where fewer than a third of the words survive: show two blocks instead of word marks. */
			readonly rewritten: boolean;
			/** Where it stood before; null unless the event says moved. */
			readonly cameFrom: Place | null;
			/** Old and new targets of its links where they differ, else empty; a target is empty where a link came in or went out. */
			readonly relinked: readonly { readonly before: string; readonly after: string }[];
	  };
