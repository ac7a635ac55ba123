/** What differs between a version and the one before it, and how much it matters to a reader. */
import type { Dated } from './dated.ts';
import type { EventKind } from './ledger.ts';
import type { WordEdit } from './redline.ts';
import type { Version } from './version.ts';

export const changeClasses = [
	'unfollowed',
	'first',
	'technical',
	'flap',
	'cosmetic',
	'language',
	'lost',
	'recovered',
	'numbers',
	'reordered',
	'minor',
	'substantive',
] as const;

/** One per recorded version, first match in this order; decided looking back only, so it never changes. */
export type ChangeClass = (typeof changeClasses)[number];

/** `folded`: in the history table alone. The others have a page. */
export type Rank = 'prominent' | 'low' | 'folded';

/** What differs in a cosmetic change. */
export type CosmeticPart =
	| 'links'
	| 'markup'
	| 'typography'
	| 'dates'
	| 'cuts'
	| 'numbering'
	| 'spelling'
	| 'labels';

/**
 * Why a rank differs from that of its class. It never removes a page or alters its address. `undone`, `rotating` and `stood`
 * are told by later versions; `churning`: the same place changes again and again; `furniture`: menus, notices, widgets;
 * `older`: the page names an earlier day than before, so it is another edition.
 */
export type Hindsight =
	| { readonly label: 'undone'; readonly on: string; readonly commit: string }
	| { readonly label: 'rotating' }
	| { readonly label: 'churning' }
	| { readonly label: 'furniture' }
	| { readonly label: 'slip' }
	| { readonly label: 'filled' }
	| { readonly label: 'other-page' }
	| { readonly label: 'older' }
	| { readonly label: 'stood' };

/** A company or a product has another name now, wherever it is spoken of. */
export interface Replacement {
	readonly before: string;
	readonly after: string;
	readonly places: number;
}

/** `beside`: a new edition was put beside the one in force; `alone`: the former one is gone. */
export interface EditionStep {
	readonly kind: 'beside' | 'alone';
	/** The day from which the page says that the new one holds, `YYYY-MM-DD`; null where it names none. */
	readonly from: string | null;
}

export type EventCounts = Readonly<Record<EventKind, number>>;

export const noEvents: EventCounts = {
	added: 0,
	removed: 0,
	reworded: 0,
	number: 0,
	regrouped: 0,
	repeated: 0,
	renamed: 0,
	respelled: 0,
	relabelled: 0,
	redated: 0,
	moved: 0,
	renumbered: 0,
	relinked: 0,
	restyled: 0,
};

/** What a headline can tell: another document in the place of the former, a side that was taken, turned or given up, a topic, a promise, a number, a title, entries of a list, words, sentences. */
export const newsKinds = [
	'another-text',
	'turned',
	'took',
	'gave-up',
	'topic-in',
	'topic-out',
	'promise-out',
	'number',
	'section-in',
	'section-out',
	'title',
	'own-summary',
	'entries-in',
	'entries-out',
	'words',
	'sentence-in',
	'sentence-out',
	'sentence-reworded',
] as const;

export type NewsKind = (typeof newsKinds)[number];

/** One thing that happened, in words, and the clause that shows it. */
export interface HeadlinePart {
	readonly kind: NewsKind;
	/** Without capital and stop, so that parts can be joined: "notice: 30 → 14 days". */
	readonly words: string;
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	/** The greater, the more it tells: by it the parts of all headlines are ranked. 1,000 for each step of the weight of a topic on which a side turned. */
	readonly weight: number;
}

/** An agreement takes another side on a topic than before; null where it took none that is proven. */
export interface StanceTurn {
	/** `Topic.id` */
	readonly topic: string;
	/** `Stance.id` */
	readonly before: string | null;
	readonly after: string | null;
}

/** The sentences that came in or went out, each as a number: ascending, each once; of many the lowest, which are a sample of all. */
export interface ChangedSentences {
	readonly asWritten: readonly number[];
	/** The same without the name of the platform; empty where none of them holds it. */
	readonly nameless: readonly number[];
}

export interface Change {
	/** The version that the change led to; its index in the agreement's versions and ledger states. */
	readonly version: Version;
	readonly index: number;
	/** Index of the version that it is compared with: the one before it, or the last before one that is no edition; −1 for the first. */
	readonly base: number;
	readonly class: ChangeClass;
	/** True where it has no page, and had one while clauses were compared, not sentences: its address leads to its row in the history. */
	readonly hadPage: boolean;
	readonly rank: Rank;
	readonly hindsight: Hindsight | null;
	/** Filled for `cosmetic` alone. */
	readonly cosmetic: readonly CosmeticPart[];
	readonly counts: EventCounts;
	/** Words that came in and went out, counted inside the changed clauses. */
	readonly wordsIn: number;
	readonly wordsOut: number;
	/** Null where the page holds one edition before and after. */
	readonly edition: EditionStep | null;
	/** Names replaced throughout. */
	readonly replacements: readonly Replacement[];
	/** Names of the changed clauses, or of what they stand under, in the order of the document: "2.4 No refunds", "Fees". */
	readonly sections: readonly string[];
	/** Topics of clauses that came in, went out or were reworded, by `Topic.id`: found by rule. Empty for folded changes. */
	readonly topics: readonly string[];
	/** Filled for prominent changes alone. */
	readonly sentences: ChangedSentences;
	/** What happened, the weightiest first, two things at most; empty where no rule can tell it, and but for prominent changes. */
	readonly headline: readonly HeadlinePart[];
	/** Changed clauses beyond those of the headline. */
	readonly untold: number;
	/** Sides that the agreement took or gave up; filled for prominent changes alone. */
	readonly turns: readonly StanceTurn[];
	/** The most telling words, for lists of changes and feeds; filled for prominent changes alone, empty where nothing tells more than the rest. */
	readonly passage: readonly WordEdit[];
	/** How the day that the page gives itself stands to the change; null where it gives none beyond doubt, and but for changes of the terms. */
	readonly dated: Dated | null;
	/** Last part of the address: `2026-06-16`, or `2026-06-16-2` for the second version of that day (UTC). */
	readonly day: string;
	/** True where it has no page of its own and stands on that of its year; told where an archive is loaded, by `Archive.yearPagesBefore`. */
	readonly onYearPage: boolean;
}

/** True where the change is shown on a page, its own or that of its year. Depends on the class alone, so an address once published stays. */
export function hasPage(change: Pick<Change, 'class'>): boolean {
	return pageClasses.has(change.class);
}

const pageClasses: ReadonlySet<ChangeClass> = new Set([
	'first',
	'lost',
	'numbers',
	'reordered',
	'minor',
	'substantive',
]);
