/** What changed in what a reader watches, since they last looked and shortly before, in their words and in ours. */

import { counted, listed } from '../../text/counts-in-words.ts';
import { dayAndMonth, dayInWords, dayOf, daysBefore } from '../../text/days-in-words.ts';
import { termsInWords } from '../addresses/glossary.ts';
import type { ChangesFile, ListedChange } from './changes-json.ts';
import { changesPath, type Look, topicWatched, type WatchItem, type WatchList } from './watch-list.ts';

export interface News {
	/** Newest first. */
	readonly fresh: readonly ListedChange[];
	/** Of the last days and no longer new. */
	readonly earlier: readonly ListedChange[];
	/** Names of what changed so often since then that its file of changes does not reach back to it. */
	readonly cut: readonly string[];
}

/** What a first visit shows, and what stays below the new ones; counted from the archive's newest version. */
export const daysShown = 30;

/** Null where the value is none that this page understands: a file of a later format, an error page. */
export function readChanges(value: unknown): ChangesFile | null {
	const file = value as ChangesFile | null;
	return file?.format === 1 && Array.isArray(file.changes) ? file : null;
}

/**
 * @param files path → its changes; an item whose file is missing adds nothing
 * @param since what "new" counts from; null on a first visit
 * @param latest moment of the archive's newest version
 */
export function newsOf(
	{ items }: Pick<WatchList, 'items'>,
	files: ReadonlyMap<string, ChangesFile>,
	since: Look | null,
	latest: string,
): News {
	const start = daysBefore(latest, daysShown);
	const changes = newestFirst(items.flatMap((item) => changesOf(item, files)));
	const isFresh = ({ fetched }: ListedChange) => fetched > (since?.seen ?? start);
	return {
		fresh: changes.filter(isFresh),
		earlier: changes.filter((change) => !isFresh(change) && change.fetched > start),
		cut: since === null ? [] : cutFiles(items, files, since.seen),
	};
}

function changesOf(item: WatchItem, files: ReadonlyMap<string, ChangesFile>): readonly ListedChange[] {
	const changes = files.get(changesPath(item))?.changes ?? [];
	if (item.path.startsWith('topics/')) return changes;
	const topic = topicWatched(item);
	return topic === null
		? changes.filter(({ url }) => url.startsWith(`${item.path}/`))
		: changes.filter(({ topics }) => topics.includes(topic));
}

/** Each once, though a platform, its agreement and a topic may all be watched. */
function newestFirst(changes: readonly ListedChange[]): ListedChange[] {
	const distinct = new Map(changes.map((change) => [change.url, change]));
	return [...distinct.values()].sort(
		(one, other) => compare(other.fetched, one.fetched) || compare(one.url, other.url),
	);
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}

function cutFiles(
	items: readonly WatchItem[],
	files: ReadonlyMap<string, ChangesFile>,
	seen: string,
): string[] {
	const asked = [...new Set(items.map(changesPath))].map((path) => files.get(path));
	return asked
		.filter((file) => file !== undefined)
		.filter(({ changes, more }) => more > 0 && (changes.at(-1)?.fetched ?? '') > seen)
		.map(({ name }) => name);
}

/** "Since your last visit on 12 November: 3 changes" */
export function headline(fresh: number, since: Look | null, now: string): string {
	return `${sinceWords(since, now)}: ${fresh === 0 ? termsInWords(0) : counted(fresh, 'change')}`;
}

function sinceWords(since: Look | null, now: string): string {
	if (since === null) return `In the last ${daysShown} days of the archive`;
	const day = dayOnDevice(since.at, now);
	return since.marked ? `Since you marked all as seen ${day}` : `Since your last visit ${day}`;
}

/** One line for the home page: "2 changes since your last visit". */
export function shortHeadline(fresh: number, since: Look | null): string {
	const changes = fresh === 0 ? 'no change' : counted(fresh, 'change');
	if (since === null) return `${changes} in the last ${daysShown} days`;
	return since.marked ? `${changes} since you marked all as seen` : `${changes} since your last visit`;
}

/** "today", "on 12 November", "on 12 November 2025": the reader's own days, while the archive counts in those of the world. */
export function dayOnDevice(moment: string, now: string): string {
	const [day, today] = [localDay(moment), localDay(now)];
	if (day === today) return 'today';
	return `on ${day.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(day) : dayInWords(day)}`;
}

function localDay(moment: string): string {
	const date = new Date(moment);
	const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** Says where the list does not reach as far back as the reader was away. */
export function cutWords(cut: readonly string[]): string {
	if (cut.length === 0) return '';
	const whose = listed(cut.map((name) => `“${name}”`));
	return `More changed than is listed here: see the page of ${whose} for what is older.`;
}

export interface NewsDay {
	/** `2026-06-16` */
	readonly day: string;
	readonly changes: readonly ListedChange[];
}

/** Keeps their order. */
export function newsByDay(changes: readonly ListedChange[]): NewsDay[] {
	return [...Map.groupBy(changes, ({ fetched }) => dayOf(fetched))].map(([day, group]) => ({
		day,
		changes: group,
	}));
}
