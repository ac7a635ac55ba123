/** The rows of a redline as the change page draws them. */
import type { ColumnStep } from '../../analysis/redline/table-column.ts';
import type { EventKind } from '../../model/ledger.ts';
import type { TargetChange } from '../../model/redline.ts';

/** How the bar beside a clause looks. */
export type Tone = 'ins' | 'del' | 'ink' | 'dots' | 'none';

/** A clause behind the line of a collapsed row. */
export interface CollapsedLine {
	readonly heading: boolean;
	readonly text: string;
}

export interface ChangedRow {
	readonly kind: 'change';
	readonly event: EventKind;
	/** Empty where nothing may lead to it. */
	readonly anchor: string;
	/** The number that the clause has now; of a removed one, that it had. */
	readonly number: string;
	/** What happened, in a word or two. */
	readonly label: string;
	readonly tone: Tone;
	/** Its words where it is a heading, else empty. */
	readonly heading: string;
	/** Marked words; of a rewritten clause the old wording and the new one. */
	readonly html: string | { readonly before: string; readonly after: string };
	/** The same cell by cell where the clause is a row of a table and its cells still match. */
	readonly cells: readonly string[] | null;
	/** Where nothing differs but that the row has one cell more or one less. */
	readonly column: ColumnStep | null;
	/** True where no word of the terms changed. */
	readonly quiet: boolean;
	readonly notes: readonly string[];
	readonly relinked: readonly TargetChange[];
}

/** Clauses that nobody needs to see at once, behind one line. */
export interface CollapsedRow {
	readonly kind: 'collapsed';
	readonly label: string;
	readonly lines: readonly CollapsedLine[];
	/** Clauses that were left out to keep the page small. */
	readonly omitted: number;
}

export type Row =
	| ChangedRow
	| CollapsedRow
	| { readonly kind: 'heading'; readonly number: string; readonly text: string }
	| { readonly kind: 'context'; readonly number: string; readonly text: string }
	| { readonly kind: 'row'; readonly cells: readonly string[] }
	| { readonly kind: 'more'; readonly label: string; readonly rows: readonly ChangedRow[] };

/** A part of a redline under one heading; of a small redline there is one, without title. */
export interface Part {
	readonly title: string;
	readonly changes: number;
	readonly rows: readonly Row[];
}

export interface RedlineView {
	readonly parts: readonly Part[];
	/** Changed clauses that were left out because the page would have grown beyond reading: indexes into `Ledger.clauses`. */
	readonly omitted: readonly number[];
}

/** How the bar beside a clause looks, by what happened to it. */
export const tones: Readonly<Record<EventKind, Tone>> = {
	added: 'ins',
	removed: 'del',
	reworded: 'ink',
	number: 'ink',
	regrouped: 'none',
	repeated: 'none',
	renamed: 'none',
	respelled: 'none',
	relabelled: 'none',
	redated: 'none',
	moved: 'dots',
	renumbered: 'none',
	relinked: 'none',
	restyled: 'none',
};
