/** The time that timelines cover. */
import type { Agreement } from '../../model/archive.ts';
import { daysBefore, daysBetween, endOfMonth } from '../../text/days-in-words.ts';
import type { Span } from './timeline.ts';

/** A younger agreement is drawn on an axis of half a year, so that its first months do not look like years. */
const shortestDays = 180;

/**
 * From the first record of the oldest of these agreements to the end of the month of the archive's newest version. An axis that ended
 * at that version would move every mark of every page with each capture, and nothing could be kept from one build to the next.
 */
export function spanOf(agreements: readonly Agreement[], latest: string): Span {
	const from = firstFetched(agreements) ?? latest;
	const to = endOfMonth(latest);
	if (daysBetween(from, to) >= shortestDays) return { from, to, today: latest };
	return { from: `${daysBefore(to, shortestDays)}T00:00:00Z`, to, today: latest };
}

/** Moment of the oldest version of these agreements; dates need not follow the order of commits. */
export function firstFetched(agreements: readonly Agreement[]): string | undefined {
	return moments(agreements)[0];
}

/** Moment of the newest version of these agreements. */
export function lastFetched(agreements: readonly Agreement[]): string | undefined {
	return moments(agreements).at(-1);
}

function moments(agreements: readonly Agreement[]): string[] {
	return agreements.flatMap(({ versions }) => versions.map(({ fetched }) => fetched)).sort();
}
