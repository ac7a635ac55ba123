/** Where changes are to be read: one on its own page or in its row of the history table, all of a month or a day in a list. */
import type { Agreement, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { CountedKind } from '../../model/change-kinds.ts';
import { monthOf } from '../../text/days-in-words.ts';
import { basePath, changeUrl, historyUrl, homeUrl, methodologyUrl } from './urls.ts';

export function changeHref(platform: Platform, agreement: Agreement, change: Change): string {
	if (hasPage(change)) return changeUrl(platform, agreement, change);
	return `${historyUrl(platform, agreement)}#${rowId(change)}`;
}

/** Id of a change's row in the history table. */
export function rowId(change: Change): string {
	return `v-${change.day}`;
}

/** All changes of a month. @param month `2026-06` */
export function monthUrl(month: string): string {
	return `${basePath()}changes/${month}/`;
}

/** Those of one kind alone: the page leaves out the others. */
export function kindOfMonthUrl(month: string, kind: CountedKind): string {
	return `${monthUrl(month)}#${kind}`;
}

/** The versions of one kind in the history of an agreement. */
export function kindInHistoryUrl(platform: Platform, agreement: Agreement, kind: CountedKind): string {
	return `${historyUrl(platform, agreement)}#${kind}`;
}

/** Every month, with how much was recorded in it. */
export function monthsUrl(): string {
	return `${homeUrl()}#months`;
}

/** What the words of the site mean. */
export function wordsUrl(): string {
	return `${methodologyUrl()}#words`;
}

/** How topics are found, and how well. */
export function findingUrl(): string {
	return `${methodologyUrl()}#topics`;
}

/** A day's changes, of every kind. @param day `2026-06-16` */
export function changesOfDayUrl(day: string): string {
	return `${monthUrl(monthOf(day))}#d-${day}`;
}
