/** That an agreement or a platform is followed no longer, in words: the same on every page of it. */
import { isStanding } from '../../analysis/history/standing.ts';
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Retirement } from '../../model/retirement.ts';
import { counted } from '../../text/counts-in-words.ts';
import { dayInWords } from '../../text/days-in-words.ts';

/** `Followed until 12 March 2026` */
export function followedUntil({ day }: Retirement): string {
	return `Followed until ${dayInWords(day)}`;
}

/** Sentences: why, and what that means for whoever reads the text. */
export function retiredInWords({ why }: Retirement): string {
	const reason = why === '' || /[.!?…]$/.test(why) ? why : `${why}.`;
	return `${reason} What its page says since then is not on record.`.trim();
}

/** Of the last of its agreements, where none is followed any more; null where one is, or where all were taken out of the archive. */
export function platformRetirement({ agreements }: Pick<Platform, 'agreements'>): Retirement | null {
	if (agreements.some(isStanding)) return null;
	const retired = agreements.flatMap(({ retired }) => retired ?? []);
	const [last] = retired.toSorted((one, other) => (one.day < other.day ? 1 : -1));
	if (last === undefined) return null;
	return { day: last.day, why: retired.every(({ why }) => why === last.why) ? last.why : '' };
}

/** Of a platform's agreements those that are followed no longer, while others are. */
export function retiredAmong(platform: Pick<Platform, 'agreements'>): readonly Agreement[] {
	return platformRetirement(platform) === null
		? platform.agreements.filter(({ retired }) => retired !== null)
		: [];
}

/** Beside the platform's name in a list: `Followed until 12 March 2026`, `1 agreement is followed no longer`; empty where all are followed. */
export function standingOf(platform: Pick<Platform, 'agreements'>): string {
	const retired = platformRetirement(platform);
	if (retired !== null) return followedUntil(retired);
	const some = retiredAmong(platform).length;
	return some === 0 ? '' : `${counted(some, 'agreement')} ${some === 1 ? 'is' : 'are'} followed no longer`;
}
