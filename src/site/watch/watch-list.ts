/**
 * What a reader watches and when they last looked, as one value that their browser keeps. It is read without trust: it may be older than this
 * program, written by a later one, cut off, or edited by hand.
 */
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';

export interface WatchItem {
	/** Folder of its page below the home page: `pellmell`, `pellmell/privacy-policy`, `pellmell/on/arbitration`, `topics/arbitration`. */
	readonly path: string;
	/** So that it can be told by name once it is gone from the archive. */
	readonly name: string;
}

/** When somebody looked, and how far the archive went that they saw. */
export interface Look {
	/** By the clock of their device. */
	readonly at: string;
	/** Moment of the newest version in the archive: a change is new when its version is newer, whenever it was published. */
	readonly seen: string;
	/** They said that they had seen all; else it was the end of a visit. */
	readonly marked: boolean;
}

export interface Looks {
	/** The visit that goes on, or was the last; null before the first. */
	readonly visit: Look | null;
	/** What "since" counts from: the end of the visit before that; null on the first. */
	readonly before: Look | null;
}

export interface WatchList extends Looks {
	readonly items: readonly WatchItem[];
}

export interface ReadWatchList {
	readonly list: WatchList;
	/** What the reader should know of how it was read, in words; empty where all is well. */
	readonly trouble: string;
	/** False where a later program wrote it: to write over it would lose what only that one understands. */
	readonly writable: boolean;
}

export const emptyWatchList: WatchList = { items: [], visit: null, before: null };

/** Each is a line on the page, and each platform and topic a file to fetch. */
export const mostItems = 200;

/** Raised when a program of today could not read it any more. */
const format = 1;

const pathShape = /^[a-z0-9-]{1,100}(?:\/(?:on\/)?[a-z0-9-]{1,100})?$/;

export function watchPlatform({ name, slug }: Pick<Platform, 'name' | 'slug'>): WatchItem {
	return { path: slug, name };
}

export function watchAgreement(
	platform: Pick<Platform, 'name' | 'slug'>,
	agreement: Pick<Agreement, 'name' | 'slug'>,
): WatchItem {
	return { path: `${platform.slug}/${agreement.slug}`, name: `${platform.name} ${agreement.name}` };
}

export function watchTopic({ name, id }: Pick<Topic, 'name' | 'id'>): WatchItem {
	return { path: `topics/${id}`, name };
}

/** What a platform says on a topic: of its changes those on the topic. */
export function watchOn(
	platform: Pick<Platform, 'name' | 'slug'>,
	topic: Pick<Topic, 'name' | 'id'>,
): WatchItem {
	return { path: `${platform.slug}/on/${topic.id}`, name: `${topic.name} at ${platform.name}` };
}

/** `Topic.id` of an item that is a topic at a platform; null for others. */
export function topicWatched({ path }: Pick<WatchItem, 'path'>): string | null {
	const [, on, topic] = path.split('/');
	return on === 'on' ? (topic ?? null) : null;
}

/** Where the changes of an item are, below the home page. An agreement's are among those of its platform. */
export function changesPath({ path }: Pick<WatchItem, 'path'>): string {
	const folder = path.startsWith('topics/') ? path : path.split('/')[0];
	return `${folder}/changes.json`;
}

export function isWatched({ items }: WatchList, path: string): boolean {
	return items.some((item) => item.path === path);
}

/** Of the newest last. What is on the list already stays where it is; a full list stays as it is. */
export function withItem(list: WatchList, item: WatchItem): WatchList {
	if (isWatched(list, item.path) || list.items.length >= mostItems) return list;
	return { ...list, items: [...list.items, item] };
}

export function withoutItem(list: WatchList, path: string): WatchList {
	return { ...list, items: list.items.filter((item) => item.path !== path) };
}

export function writeWatchList({ items, visit, before }: WatchList): string {
	return JSON.stringify({ format, items, visit, before });
}

/** @param kept null where the browser keeps nothing */
export function readWatchList(kept: string | null): ReadWatchList {
	if (kept === null) return { list: emptyWatchList, trouble: '', writable: true };
	const value = parsed(kept);
	if (!isRecord(value)) return damaged;
	if (typeof value.format === 'number' && value.format > format) return fromLater;
	if (!Array.isArray(value.items)) return damaged;
	const items = distinct(value.items.map(readItem).filter((item) => item !== null)).slice(0, mostItems);
	const lost = value.items.length - items.length;
	const list = { items, visit: readLook(value.visit), before: readLook(value.before) };
	return { list, trouble: lost === 0 ? '' : lostWords(lost), writable: true };
}

export const noLooks: Looks = { visit: null, before: null };

export function writeLooks({ visit, before }: Looks): string {
	return JSON.stringify({ format, visit, before });
}

/** The last visits to a page that has no list. What cannot be read, or a later program wrote, counts as no visit. */
export function readLooks(kept: string | null): Looks {
	const value = kept === null ? null : parsed(kept);
	if (!isRecord(value) || value.format !== format) return noLooks;
	return { visit: readLook(value.visit), before: readLook(value.before) };
}

const damaged: ReadWatchList = {
	list: emptyWatchList,
	trouble: 'What this browser kept of your watchlist is damaged and cannot be read. The list begins anew.',
	writable: true,
};

const fromLater: ReadWatchList = {
	list: emptyWatchList,
	trouble:
		'Your watchlist was kept by a newer edition of this page and is left as it is. Reload the page to get that edition.',
	writable: false,
};

function lostWords(count: number): string {
	const what = count === 1 ? 'One entry' : `${count} entries`;
	return `${what} of your watchlist could not be read and ${count === 1 ? 'was' : 'were'} left out.`;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readItem(value: unknown): WatchItem | null {
	if (!isRecord(value) || typeof value.path !== 'string' || !pathShape.test(value.path)) return null;
	const { path, name } = value;
	return { path, name: typeof name === 'string' && /\S/.test(name) ? name.slice(0, 300) : path };
}

function distinct(items: readonly WatchItem[]): WatchItem[] {
	return [...new Map(items.map((item) => [item.path, item])).values()];
}

/** A look that cannot be read is none: the list then shows the last days, as on a first visit. */
function readLook(value: unknown): Look | null {
	if (!isRecord(value) || !isMoment(value.at) || !isMoment(value.seen)) return null;
	return { at: value.at, seen: value.seen, marked: value.marked === true };
}

/** Years of four digits, in UTC, so that moments can be compared as texts. */
function isMoment(value: unknown): value is string {
	return (
		typeof value === 'string' &&
		/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value) &&
		Number.isFinite(Date.parse(value))
	);
}
