/** When this browser last showed the home page. One value, kept here and nowhere else; where nothing may be kept, each visit is the first. */
import { type Look, type Looks, noLooks, readLooks, writeLooks } from '../../site/watch/watch-list.ts';
import { looksAfter } from '../../site/watch/watch-visit.ts';

/**
 * Opens a visit, or goes on with one.
 * @param home path of the home page, which tells sites apart that share a host
 * @param latest moment of the archive's newest version
 * @returns the visit before; null on the first
 */
export function openVisit(home: string, latest: string): Look | null {
	const key = `clausetrail.visit ${home}`;
	const looks = looksAfter(read(key), new Date().toISOString(), latest);
	try {
		localStorage.setItem(key, writeLooks(looks));
	} catch {
		return null;
	}
	return looks.before;
}

function read(key: string): Looks {
	try {
		return readLooks(localStorage.getItem(key));
	} catch {
		return noLooks;
	}
}
