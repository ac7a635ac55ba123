/** All weeks of the digest by year, for the index: each year as a strip, with the weeks by the month and day of their Monday. */
import { daysBetween, shortMonthName } from '../../text/days-in-words.ts';
import { firstDay } from '../../text/weeks.ts';
import { barHeight, fullCount } from '../overview/last-year.ts';
import type { Week } from './digest.ts';

export interface YearOfWeeks {
	readonly year: string;
	readonly terms: number;
	/** Bars above and below the axis, as path data: a week is one unit wide, of 53. */
	readonly above: string;
	readonly below: string;
	/** Oldest first, months without a week left out. */
	readonly months: readonly { readonly name: string; readonly weeks: readonly Week[] }[];
}

/** Pixels of the strip: height of the axis, tallest bars above and below it. */
export const strip = { axis: 28, above: 26, below: 10, height: 40, weeks: 53 } as const;

/** @param weeks newest first @returns newest year first */
export function yearsOf(weeks: readonly Week[]): YearOfWeeks[] {
	const fullAbove = fullCount(weeks.map(({ counts }) => counts.terms));
	const fullBelow = fullCount(weeks.map(restOf));
	return [...Map.groupBy(weeks, ({ week }) => firstDay(week).slice(0, 4))].map(([year, list]) => ({
		year,
		terms: list.reduce((sum, { counts }) => sum + counts.terms, 0),
		above: bars(list, ({ counts }) => -barHeight(counts.terms, fullAbove, strip.above)),
		below: bars(list, (week) => barHeight(restOf(week), fullBelow, strip.below)),
		months: monthsOf(list),
	}));
}

function restOf({ counts }: Week): number {
	return counts.lesser + counts.unchanged + counts.unread;
}

function bars(weeks: readonly Week[], heightOf: (week: Week) => number): string {
	return weeks
		.map((week) => ({ height: heightOf(week), at: weekOfYear(firstDay(week.week)) }))
		.filter(({ height }) => height !== 0)
		.map(({ height, at }) => `M${at + 0.5} ${strip.axis}v${height}`)
		.join('');
}

/** Which Monday of its year a day is, from 0. */
function weekOfYear(monday: string): number {
	return Math.floor(daysBetween(`${monday.slice(0, 4)}-01-01`, monday) / 7);
}

function monthsOf(weeks: readonly Week[]): YearOfWeeks['months'] {
	const groups = Map.groupBy(weeks.toReversed(), ({ week }) => firstDay(week).slice(0, 7));
	return [...groups].map(([month, list]) => ({ name: shortMonthName(month), weeks: list }));
}
