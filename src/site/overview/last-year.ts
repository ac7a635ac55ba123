/** The last twelve months of the whole archive by day: what matters above the axis, what is folded below. */
import type { Entry } from '../../model/archive.ts';
import { dayOf, daysBefore, monthOf, shortMonth, shortMonthName } from '../../text/days-in-words.ts';

export interface DayCount {
	readonly day: string;
	readonly matter: number;
	/** Every other recorded change of that day. */
	readonly rest: number;
}

export interface Year {
	/** Every day of the span, oldest first, those without change included. */
	readonly days: readonly DayCount[];
	readonly matter: number;
	readonly rest: number;
	/** Place of each month's first day as an index into `days`; the year stands beside the first and each January. */
	readonly months: readonly { readonly at: number; readonly month: string; readonly label: string }[];
}

/** @param latest day, the last of the span @param length number of days */
export function countYear(entries: readonly Entry[], latest: string, length: number): Year {
	const first = daysBefore(latest, length - 1);
	const counts = countDays(entries, first, latest);
	const days = Array.from({ length }, (_, index) => {
		const day = daysBefore(first, -index);
		return { day, matter: 0, rest: 0, ...counts.get(day) };
	});
	return {
		days,
		matter: sum(days.map(({ matter }) => matter)),
		rest: sum(days.map(({ rest }) => rest)),
		months: monthStarts(days),
	};
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

function countDays(entries: readonly Entry[], first: string, last: string) {
	const counts = new Map<string, { matter: number; rest: number }>();
	for (const { change } of entries) {
		const day = dayOf(change.version.fetched);
		if (day < first || day > last) continue;
		const count = counts.get(day) ?? { matter: 0, rest: 0 };
		if (change.rank === 'prominent') count.matter++;
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

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
