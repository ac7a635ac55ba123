/** An agreement's whole history as clauses: which clause stood in which version, in which words. */

export type ClauseKind = 'heading' | 'paragraph' | 'item' | 'row';

/** One wording of a clause. Texts are stored once per ledger and named by their index. */
export interface ClauseText {
	readonly kind: ClauseKind;
	/** Heading level 1 to 6, or depth of the list item from 1, greater the deeper it lies; 0 otherwise. */
	readonly depth: number;
	/** As it stands in the version, line breaks included. */
	readonly markdown: string;
	/** What a reader sees: no markup, no link targets, white space folded; the leading number is kept. */
	readonly visible: string;
	/** Leading number as written ("4.2", "(a)"), or empty. It is part of `visible`. */
	readonly number: string;
	/** Same key, same words: letters and digits of `visible` after its number, lower-cased. */
	readonly key: number;
	/** The same with dates and digits left out: equal where at most numbers differ. */
	readonly lettersKey: number;
	/** Same links, same value: link targets in the order of the text; 0 where it has none. */
	readonly targetsKey: number;
	/** Number of words in `visible` after its number. */
	readonly words: number;
	/** Nothing but links: an entry of a menu or a list of addresses. */
	readonly linkOnly: boolean;
}

/** The clauses of one version in the order of the document: two columns of equal length. */
export interface State {
	/** Index into `Ledger.clauses`. */
	readonly clauses: Int32Array;
	/** Index into `Ledger.texts`. */
	readonly texts: Int32Array;
}

/** A run of versions, first and last included, as indexes into `Ledger.states`. */
export interface Span {
	readonly first: number;
	readonly last: number;
}

/** A clause keeps its identity while it is reworded, moved or renumbered. */
export interface Clause {
	/** `c-…`, stable for ever, usable in an address after `#`. */
	readonly anchor: string;
	/** The versions that it stands in, oldest first; more than one where it went and came back. */
	readonly spans: readonly Span[];
}

export interface Ledger {
	readonly texts: readonly ClauseText[];
	readonly clauses: readonly Clause[];
	/** One a version, in commit order. Versions with equal text share one state. */
	readonly states: readonly State[];
}

/** A part of a clause's text: what stands from `start` to `end` in its `visible`. */
export interface Passage {
	/** Index into `Ledger.texts`. */
	readonly text: number;
	readonly start: number;
	readonly end: number;
	/** Same key, same sentence. */
	readonly key: number;
}

/**
 * What happened to one sentence of a clause. `same` stands on both sides; `alike` differs in its spelling, labels or the numbers of items alone;
 * `edited` has other words; `in` and `out` stand on one side, in no other clause either; `came` and `went` in another clause, or in another
 * copy, on the other side: no news.
 */
export interface SentenceStep {
	readonly kind: 'same' | 'alike' | 'edited' | 'in' | 'out' | 'came' | 'went';
	/** Null for `in` and `came`. Of an edited sentence it may lie in another clause. */
	readonly before: Passage | null;
	/** Null for `out` and `went`. */
	readonly after: Passage | null;
}

/**
 * `added`, `removed` a sentence of it stood, or stands, nowhere · `reworded` other words · `number` only digits and signs differ · `regrouped` its
 * sentences stand on both sides, cut or joined otherwise · `repeated` what happened to it was told of another copy of its sentences · `renamed` only
 * a name differs that was replaced throughout · `respelled` only its spelling differs · `relabelled` only labels that software puts in · `redated` only the day of an edition differs · `moved` same words elsewhere ·
 * `renumbered` only its number differs · `relinked` only link targets differ · `restyled` only markup, case, quotes or dashes differ. Kept files
 * name a kind by its place here.
 */
export const eventKinds = [
	'added',
	'removed',
	'reworded',
	'number',
	'regrouped',
	'repeated',
	'renamed',
	'respelled',
	'relabelled',
	'redated',
	'moved',
	'renumbered',
	'relinked',
	'restyled',
] as const;

export type EventKind = (typeof eventKinds)[number];

/** What happened to one clause between two versions. */
export interface ClauseEvent {
	readonly kind: EventKind;
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	/** Index into `Ledger.texts`; null where the clause did not stand. */
	readonly before: number | null;
	readonly after: number | null;
	/** Place in the old and in the new state; null where the clause did not stand. */
	readonly from: number | null;
	readonly at: number | null;
	/** True where it also changed its place among the clauses that stayed. */
	readonly moved: boolean;
	/** True where it also changed its leading number. */
	readonly renumbered: boolean;
	/** In the order of the new wording, what went out where it stood; empty where every sentence stayed. */
	readonly sentences: readonly SentenceStep[];
}
