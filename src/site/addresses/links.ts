/** Where changes are to be read: one on its own page or in its row of the history table, all of a month or a day in a list. */
import type { Agreement, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import { monthOf } from '../../text/days-in-words.ts';
import { basePath, changeUrl, historyUrl } from './urls.ts';

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

/** A day's changes, the folded ones too. @param day `2026-06-16` */
export function changesOfDayUrl(day: string): string {
	return `${monthUrl(monthOf(day))}#d-${day}`;
}
