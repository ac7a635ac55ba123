/** What may be news: recent changes with a page, each by an id that stays. */
import { createHash } from 'node:crypto';
import type { Archive, Entry } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { flapDays } from '../../model/thresholds.ts';
import { dayLength } from '../../text/day-length.ts';
import { changeIdentity } from '../overview/change-identity.ts';

/** What is older is no news, be it that nobody could be told in time or that better rules now see more in it. Two weeks hold a week's digest that was late. */
const newsDays = 14;
/** For so long a change is known as one that was met, lest it be new again where the newest record of an archive is taken back. */
const knownDays = 60;
/** 100 KB of ids. */
const mostKnown = 5000;

/** Id → change, newest first. */
export type RecentNews = ReadonlyMap<string, Entry>;

type Recorded = Pick<Archive, 'entries' | 'latest'>;

/**
 * Of every rank that has a page: who wants which, `isMeant` tells.
 * @param now ISO 8601, UTC: a record whose clock ran ahead makes nothing old
 */
export function recentNews(archive: Recorded, now: string): RecentNews {
	return new Map(within(archive, now, newsDays).map((entry) => [newsId(entry), entry]));
}

/** Ids of what is met no more as news: newest first, then what earlier runs met. @param met by them */
export function knownIds(archive: Recorded, met: readonly string[], now: string): string[] {
	const known = within(archive, now, knownDays).map(newsId);
	return [...new Set([...known, ...met])].slice(0, mostKnown);
}

function within({ entries, latest }: Recorded, now: string, days: number): Entry[] {
	const from = Math.min(Date.parse(latest ?? now), Date.parse(now)) - days * dayLength;
	return entries
		.filter(({ change }) => change.rank !== 'folded' && becameNews(change) >= from)
		.slice(0, mostKnown);
}

/** A text that is gone becomes news once it has stayed away; until then it may be a failed capture. */
function becameNews(change: Change): number {
	return Date.parse(change.version.fetched) + (stood(change) ? flapDays * dayLength : 0);
}

function stood({ hindsight }: Change): boolean {
	return hindsight?.label === 'stood';
}

/** 16 signs; another one for what was told as a possible failure before. */
export function newsId(entry: Pick<Entry, 'change'>): string {
	const identity = `${changeIdentity(entry)}${stood(entry.change) ? ' stood' : ''}`;
	return createHash('sha256').update(identity).digest('hex').slice(0, 16);
}
