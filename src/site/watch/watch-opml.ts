/** A watchlist as a file of feeds (OPML 2.0), which feed readers and this page import, and the way back. */
import { opmlOf } from '../formats/opml.ts';
import type { Choices } from './watch-choices.ts';
import { fullName } from './watch-choices.ts';
import { isWatched, mostItems, type WatchItem, type WatchList, withItem } from './watch-list.ts';

/** Bytes: ten times what a full list takes. */
export const largestOpml = 1_000_000;

/**
 * @param home address of the home page as the reader sees it, which a mirror has another of than the archive
 * @param now day of the file
 */
export function writeOpml(items: readonly WatchItem[], title: string, home: string, now: string): string {
	const feeds = items.map(({ path, name }) => ({
		name,
		feed: `${home}${path}/feed.xml`,
		page: `${home}${path}/`,
	}));
	return opmlOf(title, new Date(now).toUTCString(), feeds);
}

export const tooLarge = 'The file is too large for a list of feeds: it may have 1 MB.';

/** Why a text is not even handed to the browser's parser; null where it may be. */
export function refuseOpml(text: string): string | null {
	if (text.length > largestOpml) return tooLarge;
	// Entities are no part of a list of feeds. Those that stand for others multiply until the browser gives up.
	if (text.includes('<!ENTITY'))
		return 'The file defines XML entities, which a list of feeds has no need of.';
	return null;
}

/** An `<outline>` that is a feed, as it stands in a file. */
export interface Outline {
	readonly text: string;
	/** `xmlUrl`; empty where it has none. */
	readonly feed: string;
}

export interface Import {
	/** In the order of the file. */
	readonly taken: readonly WatchItem[];
	/** What was not taken: why → which. */
	readonly left: ReadonlyMap<string, readonly string[]>;
}

/**
 * Picks what is a feed of this site and not on the list yet.
 * @param homes addresses that the home page has: the public one, and the one that the reader sees
 */
export function importOutlines(
	list: WatchList,
	outlines: readonly Outline[],
	choices: Choices,
	homes: readonly string[],
): Import {
	const left = new Map<string, string[]>();
	const taken: WatchItem[] = [];
	let grown = list;
	for (const outline of outlines) {
		const { item, why } = judge(grown, outline, choices, homes);
		if (item !== null) {
			taken.push(item);
			grown = withItem(grown, item);
		} else left.set(why, [...(left.get(why) ?? []), outline.text || outline.feed]);
	}
	return { taken, left };
}

type Judged = { readonly item: WatchItem; readonly why: '' } | { readonly item: null; readonly why: string };

function judge(list: WatchList, { feed }: Outline, { byPath }: Choices, homes: readonly string[]): Judged {
	const path = homes.map((home) => pathBelow(home, feed)).find((found) => found !== null);
	if (path === undefined) return { item: null, why: 'no feed of this archive' };
	const choice = byPath.get(path.replace(/\/?feed\.xml$/, ''));
	if (choice === undefined) return { item: null, why: 'no platform, agreement or topic of this archive' };
	if (isWatched(list, choice.path)) return { item: null, why: 'already on the list' };
	if (list.items.length >= mostItems) return { item: null, why: `the list is full: it holds ${mostItems}` };
	return { item: { path: choice.path, name: fullName(choice) }, why: '' };
}

/** The part of the feed's address below the home page's; null where it is no feed below it. Whether it is encrypted plays no part. */
function pathBelow(home: string, feed: string): string | null {
	if (!URL.canParse(feed)) return null;
	const [base, address] = [new URL(home), new URL(feed)];
	if (!/^https?:$/.test(address.protocol) || address.host !== base.host) return null;
	const { pathname } = address;
	return pathname.startsWith(base.pathname) && pathname.endsWith('/feed.xml')
		? pathname.slice(base.pathname.length)
		: null;
}

/** "3 feeds taken. 2 left out." */
export function importWords({ taken, left }: Import): string {
	const leftOut = [...left.values()].reduce((sum, names) => sum + names.length, 0);
	if (taken.length + leftOut === 0) return 'There is no feed in this file.';
	const first = taken.length === 0 ? 'Nothing taken' : `${taken.length} taken`;
	return leftOut === 0 ? `${first}.` : `${first}, ${leftOut} left out:`;
}

/** Names said of each reason. */
const mostNamed = 5;

/** "no feed of this archive: Weather, News and 3 more" */
export function leftWords({ left }: Import): string[] {
	return [...left].map(([why, names]) => {
		const rest = names.length - mostNamed;
		const more = rest > 0 ? ` and ${rest} more` : '';
		return `${why}: ${names.slice(0, mostNamed).join(', ')}${more}`;
	});
}
