/** The last twelve months of the whole archive by day: changes in the terms above the axis, everything else but first records below. */
import type { Entry } from '../../model/archive.ts';
import { type Counts, kindOf } from '../../model/change-kinds.ts';
import { dayOf, daysBefore, monthOf, shortMonth, shortMonthName } from '../../text/days-in-words.ts';
import { countChanges } from './counts.ts';
import { type Told, toldOnce } from './told-once.ts';

export interface DayCount {
	readonly day: string;
	readonly terms: number;
	/** Lesser changes, and versions without one. */
	readonly rest: number;
}

export interface Year {
	/** Every day of the span, oldest first, those without change included. */
	readonly days: readonly DayCount[];
	readonly counts: Counts;
	/** Place of each month's first day as an index into `days`; the year stands beside the first and each January. */
	readonly months: readonly { readonly at: number; readonly month: string; readonly label: string }[];
}

/** @param latest day, the last of the span @param length number of days */
export function countYear(archive: Told, entries: readonly Entry[], latest: string, length: number): Year {
	const first = daysBefore(latest, length - 1);
	const own = entries.filter(({ change }) => isWithin(dayOf(change.version.fetched), first, latest));
	const counts = countDays(toldOnce(archive, own));
	const days = Array.from({ length }, (_, index) => {
		const day = daysBefore(first, -index);
		return { day, terms: 0, rest: 0, ...counts.get(day) };
	});
	return { days, counts: countChanges(archive, own), months: monthStarts(days) };
}

/** Pixels of a bar; the square root keeps one change visible beside a day of many. */
export function barHeight(count: number, full: number, tallest: number): number {
	return count === 0 ? 0 : Math.max(3, Math.round(tallest * Math.sqrt(Math.min(1, count / full)) * 10) / 10);
}

/** The count that gets a whole bar: few days have more, so that one import of an archive does not flatten the rest. */
export function fullCount(counts: readonly number[]): number {
	const sorted = counts.filter((count) => count > 0).sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length * 0.97)] ?? 1;
}

function isWithin(day: string, first: string, last: string): boolean {
	return first <= day && day <= last;
}

function countDays(told: readonly Entry[]): Map<string, Omit<DayCount, 'day'>> {
	const counts = new Map<string, { terms: number; rest: number }>();
	for (const { change } of told) {
		const kind = kindOf(change);
		if (kind === 'first') continue;
		const day = dayOf(change.version.fetched);
		const count = counts.get(day) ?? { terms: 0, rest: 0 };
		if (kind === 'terms') count.terms++;
		else count.rest++;
		counts.set(day, count);
	}
	return counts;
}

function monthStarts(days: readonly DayCount[]): Year['months'] {
	const starts = days.flatMap(({ day }, at) => (day.endsWith('-01') ? [{ at, month: monthOf(day) }] : []));
	return starts.map((start, index) => {
		const withYear = index === 0 || start.month.endsWith('-01');
		return { ...start, label: withYear ? shortMonth(start.month) : shortMonthName(start.month) };
	});
}
