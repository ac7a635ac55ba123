/** The changes of the whole archive that matter, found once: feeds, topics and keys of pages ask for them again and again. */
import type { Archive, Entry } from '../../model/archive.ts';
import { toldOnce } from './told-once.ts';

const prominent = new WeakMap<Archive, readonly Entry[]>();

/** Newest first. Hindsight counts: what later proved to be noise drops out. */
export function prominentEntries(archive: Archive): readonly Entry[] {
	const known = prominent.get(archive);
	if (known !== undefined) return known;
	const entries = archive.entries.filter((entry) => entry.change.rank === 'prominent');
	prominent.set(archive, entries);
	return entries;
}

/** Those of them that a list is about, each event once. */
export function toldEntries(archive: Archive, isMeant: (entry: Entry) => boolean): readonly Entry[] {
	return toldOnce(archive, prominentEntries(archive).filter(isMeant));
}
