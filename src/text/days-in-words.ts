/** Dates in words, always UTC: the archive counts in days of the world, not of the reader. */
import { dayLength } from './day-length.ts';

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** `2026-06-16T04:12:07Z` → `2026-06-16` */
export function dayOf(iso: string): string {
	return iso.slice(0, 10);
}

/** `2026-06-16T04:12:07Z` → `2026-06` */
export function monthOf(iso: string): string {
	return iso.slice(0, 7);
}

/** `2026-06-16…` → `16 June 2026` */
export function dayInWords(iso: string): string {
	return `${dayAndMonth(iso)} ${iso.slice(0, 4)}`;
}

/** `2026-06-16…` → `16 June` */
export function dayAndMonth(iso: string): string {
	return `${Number(iso.slice(8, 10))} ${monthName(iso)}`;
}

/** `2026-06…` → `June 2026` */
export function monthInWords(iso: string): string {
	return `${monthName(iso)} ${iso.slice(0, 4)}`;
}

/** `2026-06…` → `Jun 2026` */
export function shortMonth(iso: string): string {
	return `${shortMonthName(iso)} ${iso.slice(0, 4)}`;
}

/** `2026-06…` → `Jun` */
export function shortMonthName(iso: string): string {
	return monthName(iso).slice(0, 3);
}

/** `2026-06-16…` → `Tuesday` */
export function weekday(iso: string): string {
	return weekdays[new Date(`${dayOf(iso)}T00:00:00Z`).getUTCDay()] ?? '';
}

/** `2026-06-16T04:12:07Z` → `04:12 UTC` */
export function clock(iso: string): string {
	return `${iso.slice(11, 16)} UTC`;
}

/** `2026-06-16T04:12:07Z` → `04:12:07 UTC` */
export function clockWithSeconds(iso: string): string {
	return `${iso.slice(11, 19)} UTC`;
}

/** Days from the one moment to the other, with fractions; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
	return (Date.parse(to) - Date.parse(from)) / dayLength;
}

/** The day so many days before or, where negative, after: `2026-06-16`, 2 → `2026-06-14` */
export function daysBefore(iso: string, days: number): string {
	return new Date(Date.parse(`${dayOf(iso)}T00:00:00Z`) - days * dayLength).toISOString().slice(0, 10);
}

/** The last second of a month: `2026-06-16…` → `2026-06-30T23:59:59Z` */
export function endOfMonth(iso: string): string {
	const next = Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)));
	return `${new Date(next - 1000).toISOString().slice(0, 19)}Z`;
}

function monthName(iso: string): string {
	return months[Number(iso.slice(5, 7)) - 1] ?? '';
}
