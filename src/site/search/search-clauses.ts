/**
 * What the browser must know of an indexed clause beside its words. It travels in the `id` of an empty element before the clause: Pagefind
 * keeps ids with their place among the words, and of all that it keeps they alone are not searched.
 */

/** A change by its address under its agreement, and what it did. */
export interface ChangeNote {
	/** `2026-06-16` or `2026-06-16-2`; begins with the day, UTC. */
	readonly day: string;
	/** False where it has but a row in the history table. */
	readonly page: boolean;
	/** True where it stands on the page of its year. */
	readonly onYearPage: boolean;
	/** What it did; empty unless it is prominent. */
	readonly sentence: string;
}

/** Words from `start` up to, not including, `end`, counted from the beginning of the clause. */
export type WordRange = readonly [start: number, end: number];

/** A time that the words stood, as indexes into the changes of the record; `to` is −1 where they stand today. */
export type StayMark = readonly [from: number, to: number];

export interface ClauseMark {
	readonly anchor: string;
	/** Number as written, "7.2."; empty where it has none. */
	readonly number: string;
	/** Oldest first, at least one. */
	readonly stays: readonly StayMark[];
	/** The words that the last stay's first change brought in; null where it is not prominent or brought in none. */
	readonly cameIn: WordRange | null;
	/** The words that the change at its end took out. */
	readonly wentOut: WordRange | null;
}

export interface RecordHead {
	readonly platform: string;
	readonly agreement: string;
	/** BCP 47 tag of the words. */
	readonly language: string;
	/** Day of the agreement's first record: words that stood then may be older. */
	readonly begins: string;
	readonly changes: readonly ChangeNote[];
}

export function packHead({ platform, agreement, language, begins, changes }: RecordHead): string {
	const notes = changes.map(({ day, page, onYearPage, sentence }) => [
		day,
		onYearPage ? 2 : page ? 1 : 0,
		sentence,
	]);
	return packed([platform, agreement, language, begins, notes]);
}

/** The inverse of `packHead`. */
export function unpackHead(id: string): RecordHead {
	const [platform, agreement, language, begins, notes] = unpacked(id);
	const changes = notes.map(([day, place, sentence]: [string, number, string]) => ({
		day,
		page: place > 0,
		onYearPage: place === 2,
		sentence,
	}));
	return { platform, agreement, language, begins, changes };
}

export function packMark({ anchor, number, stays, cameIn, wentOut }: ClauseMark): string {
	return packed([anchor, number, stays.flat(), cameIn ?? 0, wentOut ?? 0]);
}

/** The inverse of `packMark`. */
export function unpackMark(id: string): ClauseMark {
	const [anchor, number, ends, cameIn, wentOut] = unpacked(id);
	const stays: StayMark[] = [];
	for (let at = 0; at < ends.length; at += 2) stays.push([ends[at], ends[at + 1]]);
	return { anchor, number, stays, cameIn: cameIn || null, wentOut: wentOut || null };
}

/** An id loses its white space on the way. */
function packed(value: unknown): string {
	return JSON.stringify(value).replace(/[\s%]/g, encodeURIComponent);
}

// biome-ignore lint/suspicious/noExplicitAny: what `packed` was given, by the two functions beside it
function unpacked(id: string): any {
	return JSON.parse(decodeURIComponent(id));
}
