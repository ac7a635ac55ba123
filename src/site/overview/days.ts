/** The changes of the whole archive by day, as the home page and the pages of months list them. */
import type { Archive, Entry } from '../../model/archive.ts';
import { type ChangeKind, type Counts, kindOf } from '../../model/change-kinds.ts';
import { dayOf, monthOf } from '../../text/days-in-words.ts';
import { type Told, toldOnce } from './told-once.ts';

export interface Day {
	/** `2026-06-16`; for a run of days without a prominent change the newest of them. */
	readonly day: string;
	/** The oldest day of such a run, else the same day. */
	readonly since: string;
	/** All newest first; of an event with several changes the one that tells it. */
	readonly prominent: readonly Entry[];
	/** Prominent ones whose event another change tells, on this day or another. */
	readonly told: readonly Entry[];
	readonly lesser: readonly Entry[];
	readonly firsts: readonly Entry[];
	/** With no change in the terms, or too long to compare. */
	readonly rest: readonly Entry[];
}

/** Newest first, as `entries` are; each event is told once among all of them. */
export function byDay(archive: Told, entries: readonly Entry[]): Day[] {
	const tellers = new Set(toldOnce(archive, entries));
	const groups = Map.groupBy(entries, ({ change }) => dayOf(change.version.fetched));
	return [...groups]
		.toSorted(([one], [other]) => (one < other ? 1 : -1))
		.map(([day, group]) => ({ day, since: day, ...byKind(group, tellers) }));
}

/** `2026-06` → its entries; newest month first. */
export function byMonth(entries: readonly Entry[]): Map<string, Entry[]> {
	const groups = Map.groupBy(entries, ({ change }) => monthOf(change.version.fetched));
	return new Map([...groups].toSorted(([one], [other]) => (one < other ? 1 : -1)));
}

/**
 * The newest days until one limit is reached. Days in a row without a prominent change become one: silence is news too, but one
 * line of it is enough.
 */
export function latestDays(
	archive: Told & Pick<Archive, 'entries'>,
	mostDays: number,
	mostProminent: number,
): Day[] {
	const latest: Day[] = [];
	let prominent = 0;
	for (const day of byDay(archive, archive.entries)) {
		const last = latest.at(-1);
		if (last !== undefined && isQuiet(last) && isQuiet(day)) {
			latest[latest.length - 1] = joined(last, day);
			continue;
		}
		if (latest.length >= mostDays || prominent >= mostProminent) break;
		latest.push(day);
		prominent += day.prominent.length;
	}
	return latest;
}

export function isQuiet(day: Day): boolean {
	return day.prominent.length === 0;
}

/** As `countChanges` counts them, of lists that were told once already: those of a day in a month count as told by another day. */
export function countsOfDay({ prominent, told, lesser, firsts, rest }: Day): Counts {
	const unread = rest.filter(({ change }) => kindOf(change) === 'unread').length;
	return {
		recorded: prominent.length + told.length + lesser.length + firsts.length + rest.length,
		terms: prominent.length,
		alike: told.length,
		lesser: lesser.length,
		unchanged: rest.length - unread,
		unread,
		first: firsts.length,
	};
}

function joined(newer: Day, older: Day): Day {
	return {
		day: newer.day,
		since: older.day,
		prominent: [],
		told: [...newer.told, ...older.told],
		lesser: [...newer.lesser, ...older.lesser],
		firsts: [...newer.firsts, ...older.firsts],
		rest: [...newer.rest, ...older.rest],
	};
}

function byKind(entries: readonly Entry[], tellers: ReadonlySet<Entry>): Omit<Day, 'day' | 'since'> {
	const lists = Object.groupBy(entries, (entry) => (tellers.has(entry) ? kindOf(entry.change) : 'told'));
	const { terms = [], told = [], lesser = [], first = [] } = lists;
	const rest = entries.filter(({ change }) => isRest.has(kindOf(change)));
	return { prominent: terms, told, lesser, firsts: first, rest };
}

const isRest: ReadonlySet<ChangeKind> = new Set(['unchanged', 'unread']);
