/** ISO 8601 weeks, UTC: they begin on a Monday, and belong to the year that their Thursday lies in. */
import { dayAndMonth, dayInWords, daysBefore, daysBetween } from './days-in-words.ts';

/** `2026-12-31T…` → `2026-W53` */
export function weekOf(iso: string): string {
	const thursday = daysBefore(iso, mondayBased(iso) - 3);
	const year = thursday.slice(0, 4);
	const days = daysBetween(`${year}-01-01`, thursday);
	return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** The Monday: `2026-W25` → `2026-06-15` */
export function firstDay(week: string): string {
	// The fourth of January lies in the first week of its year.
	const fourth = `${yearOfWeek(week)}-01-04`;
	return daysBefore(fourth, mondayBased(fourth) - 7 * (numberOfWeek(week) - 1));
}

/** The Sunday. */
export function lastDay(week: string): string {
	return daysBefore(firstDay(week), -6);
}

/** The moment at which the week is over. */
export function endOfWeek(week: string): string {
	return `${daysBefore(firstDay(week), -7)}T00:00:00.000Z`;
}

/** `2026-W25` → 25 */
export function numberOfWeek(week: string): number {
	return Number(week.slice(week.indexOf('W') + 1));
}

/** `2026-W01` → `2026`, though it may begin in December */
export function yearOfWeek(week: string): string {
	return week.slice(0, week.indexOf('-W'));
}

/** `2026-W25` → `15 to 21 June 2026` */
export function weekInWords(week: string): string {
	const [first, last] = [firstDay(week), lastDay(week)];
	if (first.slice(0, 4) !== last.slice(0, 4)) return `${dayInWords(first)} to ${dayInWords(last)}`;
	return `${daysTo(first, last)} ${last.slice(0, 4)}`;
}

/** The same without the year: `15 to 21 June` */
export function weekBriefly(week: string): string {
	return daysTo(firstDay(week), lastDay(week));
}

/** Within one month it is named once. */
export function daysTo(first: string, last: string): string {
	const sameMonth = first.slice(0, 7) === last.slice(0, 7);
	return `${sameMonth ? Number(first.slice(8, 10)) : dayAndMonth(first)} to ${dayAndMonth(last)}`;
}

/** Days since Monday. */
function mondayBased(iso: string): number {
	return (new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
}
