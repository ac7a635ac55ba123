/** Redlines that the feed of the whole archive holds, kept from one build to the next: after a commit all but one are the same. */

import { readKept, writeKept } from '../load/kept-file.ts';
import type { Archive, Entry } from '../model/archive.ts';
import type { Change } from '../model/change.ts';
import { changeUrl } from '../site/addresses/urls.ts';
import { drawnRedline, newestItems } from '../site/feeds/change-items.ts';
import { toldEntries } from '../site/overview/entries.ts';
import { dataKey } from '../site/page-keys.ts';

const fileName = 'redlines.json';

/**
 * @param rendering equal only where the same change would be drawn alike
 * @returns the redlines of the archive's newest prominent changes
 */
export async function newestRedlines(
	archive: Archive,
	cache: string,
	rendering: string,
): Promise<ReadonlyMap<Change, string>> {
	const known = readKept<Readonly<Record<string, string>>>(cache, fileName) ?? {};
	const entries = toldEntries(archive, () => true).slice(0, newestItems);
	const drawn = entries.map((entry) => {
		const key = keyOf(entry, rendering);
		return { change: entry.change, key, html: known[key] ?? drawnRedline(archive, entry) };
	});
	await writeKept(cache, fileName, Object.fromEntries(drawn.map(({ key, html }) => [key, html])));
	return new Map(drawn.map(({ change, html }) => [change, html]));
}

/** A redline shows nothing that came after its change. */
function keyOf({ platform, agreement, change }: Entry, rendering: string): string {
	const texts = agreement.versions.slice(0, change.index + 1).map(({ blob }) => blob);
	const names = [changeUrl(platform, agreement, change), agreement.language];
	return dataKey([rendering, names, change.base, texts]);
}
