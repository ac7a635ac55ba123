/** Where the whole text before and after a change is read: on the compare page, by the day of its version. */
import type { Entry } from '../../model/archive.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { compareUrl } from '../addresses/urls.ts';
import { versionOn } from '../compare/compare-days.ts';

export interface FullText {
	readonly words: string;
	readonly href: string;
}

/** Where a reader compares the whole texts before and after a change; null where a day does not name one of them. */
export function comparedHref({ platform, agreement, change }: Entry): string | null {
	const { versions } = agreement;
	const [from, to] = [change.base, change.index].map((index) => {
		const day = dayOf(versions[index]?.fetched ?? '');
		return versionOn(versions, day) === index ? day : '';
	});
	return from && to ? `${compareUrl(platform, agreement)}?from=${from}&to=${to}` : null;
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
