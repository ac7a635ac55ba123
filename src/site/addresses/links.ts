/** Where changes and topics are to be read: one on its own page or in its row of the history table, all of a month or a day in a list. */
import { topicsWithPage } from '../../analysis/topics/own-side.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { CountedKind } from '../../model/change-kinds.ts';
import { monthOf } from '../../text/days-in-words.ts';
import { changesUrl, changeUrl, historyUrl, methodologyUrl, onUrl, topicUrl } from './urls.ts';

/** @param anchor of a clause that the change's own page has */
export function changeHref(
	platform: Platform,
	agreement: Agreement,
	change: Change,
	anchor?: string,
): string {
	if (hasPage(change)) return changeUrl(platform, agreement, change, anchor);
	return `${historyUrl(platform, agreement)}#${rowId(change)}`;
}

/** Id of a change's row in the history table. */
export function rowId(change: Change): string {
	return `v-${change.day}`;
}

/** All changes of a month. @param month `2026-06` */
export function monthUrl(month: string): string {
	return `${changesUrl()}${month}/`;
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
	return `${changesUrl()}#months`;
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

/** What a platform says on a topic, where it takes a side there or took one; else what all platforms say. @param topic `Topic.id` */
export function topicHrefAt(platform: Platform, topic: string): string {
	return topicsWithPage(platform).has(topic) ? onUrl(platform, topic) : topicUrl(topic);
}
