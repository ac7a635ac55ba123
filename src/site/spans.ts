/** The time that timelines cover. */
import type { Agreement } from '../model/archive.ts';
import { daysBefore, daysBetween } from './dates.ts';
import type { Span } from './timeline.ts';

/** A younger agreement is drawn on an axis of half a year, so that its first months do not look like years. */
const shortestDays = 180;

/** From the first record of the oldest of these agreements to the archive's newest version. */
export function spanOf(agreements: readonly Agreement[], latest: string): Span {
	const from = firstFetched(agreements) ?? latest;
	if (daysBetween(from, latest) >= shortestDays) return { from, to: latest };
	return { from: `${daysBefore(latest, shortestDays)}T00:00:00Z`, to: latest };
}

/** Moment of the oldest version of these agreements; dates need not follow the order of commits. */
export function firstFetched(agreements: readonly Agreement[]): string | undefined {
	return agreements.flatMap(({ versions }) => versions.map(({ fetched }) => fetched)).sort()[0];
}
