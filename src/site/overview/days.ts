/** The changes of the whole archive by day, as the home page and the pages of months list them. */
import type { Entry } from '../../model/archive.ts';
import { dayOf, monthOf } from '../../text/days-in-words.ts';

export interface Day {
	/** `2026-06-16`; for a run of days without a prominent change the newest of them. */
	readonly day: string;
	/** The oldest day of such a run, else the same day. */
	readonly since: string;
	/** All newest first. */
	readonly prominent: readonly Entry[];
	readonly low: readonly Entry[];
	readonly folded: readonly Entry[];
}

/** Newest first, as `entries` are. */
export function byDay(entries: readonly Entry[]): Day[] {
	const groups = Map.groupBy(entries, ({ change }) => dayOf(change.version.fetched));
	return [...groups]
		.toSorted(([one], [other]) => (one < other ? 1 : -1))
		.map(([day, group]) => ({ day, since: day, ...byRank(group) }));
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
export function latestDays(entries: readonly Entry[], mostDays: number, mostProminent: number): Day[] {
	const latest: Day[] = [];
	let prominent = 0;
	for (const day of byDay(entries)) {
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

export function countOf(day: Day): number {
	return day.prominent.length + day.low.length + day.folded.length;
}

function joined(newer: Day, older: Day): Day {
	return {
		day: newer.day,
		since: older.day,
		prominent: [],
		low: [...newer.low, ...older.low],
		folded: [...newer.folded, ...older.folded],
	};
}

function byRank(entries: readonly Entry[]): Pick<Day, 'prominent' | 'low' | 'folded'> {
	const ranks = Object.groupBy(entries, ({ change }) => change.rank);
	return { prominent: ranks.prominent ?? [], low: ranks.low ?? [], folded: ranks.folded ?? [] };
}
