/** When the demonstration checks which part of its web: what changes on the day it changes, and everything now and then. */
import { dayLength } from '../../src/text/day-length.ts';
import type { DemoPlatform } from './demo-platforms.ts';

export interface Check {
	readonly moment: Date;
	/** Names of the platforms whose pages are looked at; null: all. */
	readonly platforms: readonly string[] | null;
}

/** Nobody looked from the first to the last of these days: the archive has a gap of two months, as real ones have. */
export const captureGap = { first: '2023-06-21', last: '2023-08-28' };

/** The day on which the demonstration is read; the last check is on its eve. */
export const demoToday = '2026-11-23';

/** The robot's hour, UTC. */
const hour = 'T04:12:00Z';

/** Between two checks of everything. A real robot looks every day; here each look costs a part of the reader's minute. */
const roundDays = 60;

/** Oldest first, at most one a day. */
export function captureChecks(platforms: readonly DemoPlatform[]): readonly Check[] {
	const changes = changeDays(platforms);
	const rounds = new Set(roundsSince([...changes.keys()].sort()[0]));
	const days = [...new Set([...changes.keys(), ...rounds])].filter((day) => day < demoToday).sort();
	return days
		.filter((day) => day < captureGap.first || day > captureGap.last)
		.map((day) => ({
			moment: new Date(day + hour),
			platforms: rounds.has(day) ? null : (changes.get(day) ?? []),
		}));
}

/** Day → platforms that have a revision on it, or had a page that was faulty on the day before. */
function changeDays(platforms: readonly DemoPlatform[]): ReadonlyMap<string, readonly string[]> {
	const days = new Map<string, readonly string[]>();
	for (const { name, agreements } of platforms) {
		const revisions = agreements.flatMap((agreement) => agreement.revisions);
		const faults = revisions.filter(({ fault }) => fault).map(({ on }) => addDays(on, 1));
		for (const day of new Set([...revisions.map(({ on }) => on), ...faults])) {
			days.set(day, [...(days.get(day) ?? []), name]);
		}
	}
	return days;
}

/** Everything is looked at every two months, once the gap is over, and on the eve of today. */
function roundsSince(first: string): readonly string[] {
	const eve = addDays(demoToday, -1);
	const days = [addDays(captureGap.last, 1), eve];
	for (let day = addDays(first, roundDays); day < eve; day = addDays(day, roundDays)) days.push(day);
	return days;
}

function addDays(date: string, count: number): string {
	return new Date(Date.parse(date) + count * dayLength).toISOString().slice(0, 10);
}
