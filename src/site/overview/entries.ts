/** The changes of the whole archive that matter, found once: feeds, topics and keys of pages ask for them again and again. */
import type { Archive, Entry } from '../../model/archive.ts';

const prominent = new WeakMap<Archive, readonly Entry[]>();

/** Newest first. Hindsight counts: what later proved to be noise drops out. */
export function prominentEntries(archive: Archive): readonly Entry[] {
	const known = prominent.get(archive);
	if (known !== undefined) return known;
	const entries = archive.entries.filter((entry) => entry.change.rank === 'prominent');
	prominent.set(archive, entries);
	return entries;
}
