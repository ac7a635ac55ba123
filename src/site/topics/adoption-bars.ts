/** Draws adoption: a bar for each platform or each few, and the growth over the years as steps. */

import { endOfMonth } from '../../text/days-in-words.ts';
import { placeOf, type Tick, yearTicks } from '../overview/timeline.ts';
import type { Adoption, Growth } from './adoption.ts';

export interface Bars {
	/** Platforms that one bar stands for. */
	readonly each: number;
	readonly all: number;
	readonly filled: number;
	/** Of the filled ones the last, in accent. */
	readonly recent: number;
}

/** More bars are not told apart on the page's width. */
const mostBars = 100;

/** What there is of shows: one platform of four hundred still fills a bar. */
export function barsOf({ with: having, of, recent }: Adoption): Bars {
	const each = Math.max(1, Math.ceil(of / mostBars));
	const bars = (platforms: number): number =>
		platforms === 0 ? 0 : Math.max(1, Math.round(platforms / each));
	const all = Math.ceil(of / each);
	const filled = Math.min(all, bars(having));
	return { each, all, filled, recent: Math.min(filled, bars(recent)) };
}

export interface GrowthSteps {
	/** Paths in a box of 100 × 100, its origin at the top left. */
	readonly with: string;
	readonly of: string;
	/** Height of both at the end, in per cent from the top. */
	readonly end: number;
	readonly ticks: readonly Tick[];
}

/** Null where there are no two months to draw a line between. */
export function growthSteps(months: readonly Growth[]): GrowthSteps | null {
	const [first, last] = [months[0], months.at(-1)];
	if (first === undefined || last === undefined || months.length < 2) return null;
	const most = Math.max(1, ...months.map(({ of }) => of));
	const height = (count: number): number => Math.round((1 - count / most) * 1000) / 10;
	const step = (count: (month: Growth) => number): string =>
		months
			.map((month, at) => {
				const x = Math.round((at / (months.length - 1)) * 1000) / 10;
				return at === 0 ? `M0 ${height(count(month))}` : `H${x}V${height(count(month))}`;
			})
			.join('');
	const span = { from: `${first.month}-01T00:00:00Z`, to: endOfMonth(last.month) };
	return {
		with: step((month) => month.with),
		of: step((month) => month.of),
		end: height(last.with),
		ticks: yearTicks(span).filter(({ at }) => at > placeOf(span.from, span) + 4 && at < 96),
	};
}
