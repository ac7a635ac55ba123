/** Where the whole text before and after a change is read: on the compare page, by the day of its version. */
import type { Entry } from '../../model/archive.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { compareUrl } from '../addresses/urls.ts';
import { versionOn } from '../compare/compare-days.ts';

export interface FullText {
	readonly words: string;
	readonly href: string;
}

/** A version that gave way to another on its own day has no day to be read by, and is left out. */
export function fullTexts({ platform, agreement, change }: Entry): FullText[] {
	const { versions } = agreement;
	const sides = [
		{ index: change.base, words: 'Full text before' },
		{ index: change.index, words: 'Full text after' },
	];
	return sides.flatMap(({ index, words }) => {
		const version = versions[index];
		if (version === undefined || version.blob === null) return [];
		const day = dayOf(version.fetched);
		return versionOn(versions, day) === index
			? [{ words, href: `${compareUrl(platform, agreement)}?at=${day}` }]
			: [];
	});
}
