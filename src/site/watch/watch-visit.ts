/**
 * What counts as a visit to the watchlist. Whoever comes back within a few hours, reloads, or opens a second tab, is still on the same
 * visit and finds the same changes as new; they stop being new on the next visit, or when the reader says so.
 */
import type { Look, Looks, WatchList } from './watch-list.ts';

/** A visit is over when nobody opened the list for so long, in milliseconds. */
const visitGap = 3 * 3_600_000;

/**
 * The list as it is once its page was opened. One without an item stays as it is: there was nothing to see.
 * @param now by the device's clock
 * @param latest moment of the archive's newest version
 */
export function atOpening(list: WatchList, now: string, latest: string): WatchList {
	return list.items.length === 0 ? list : { ...list, ...looksAfter(list, now, latest) };
}

/** The last visits to a page, of whichever kind, once it was opened again. */
export function looksAfter(looks: Looks, now: string, latest: string): Looks {
	const { visit } = looks;
	// What an older copy of the archive says, as one kept for reading offline, does not make newer changes unseen.
	const seen = visit !== null && visit.seen > latest ? visit.seen : latest;
	return { visit: { at: now, seen, marked: false }, before: countsFrom(looks, now) };
}

/** What "since" counts from, were the list opened now; null on a first visit. */
export function countsFrom({ visit, before }: Looks, now: string): Look | null {
	return visit === null || isOver(visit, now) ? visit : before;
}

/** False also where the clock was set back: better a visit too long than changes unseen. */
function isOver({ at }: Look, now: string): boolean {
	return Date.parse(now) - Date.parse(at) > visitGap;
}

/** From here on nothing up to `latest` is new, in this visit or in the next. */
export function markedAsSeen(list: WatchList, now: string, latest: string): WatchList {
	const look = { at: now, seen: latest };
	return { ...list, visit: { ...look, marked: false }, before: { ...look, marked: true } };
}
