/**
 * What each channel has to be told now, written into its ledger before anything is sent. So a run that ends between sending and writing
 * down is known to the next one, which sends once more, and no third time; and a ledger that cannot be written stops the sending.
 */
import type { AlertLedger, ChannelLedger, Waiting } from '../../model/alert-ledger.ts';
import { type Alert, channelOf } from '../../model/alerts.ts';
import type { Archive } from '../../model/archive.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { weekOf } from '../../text/weeks.ts';
import { toldOnce } from '../overview/told-once.ts';
import { isMeant } from './is-meant.ts';
import { knownIds, type RecentNews, recentNews } from './recent-news.ts';

/** Of a channel that is dead, or about more than anybody reads; what is beyond is counted. A program is told of each, and so of more. */
const mostWaiting = { people: 200, program: 2000 } as const;
/** Messages to a program in one run, which then ends within its time; the rest comes with the next. */
const mostDue = 100;
/** Times that a message is handed over without a word on whether it arrived. */
const mostTries = 2;

export interface Noted {
	readonly ledger: AlertLedger;
	/** Channel → changes that were sent twice without a word on whether they arrived, and are sent no more. */
	readonly unsure: ReadonlyMap<string, number>;
	/** Channel → changes that are sent once more, because the run before ended without a word. */
	readonly again: ReadonlyMap<string, number>;
}

/**
 * @param before null for the first run: then nothing is news
 * @param now ISO 8601, UTC
 */
export function noteNews(
	before: AlertLedger | null,
	alerts: readonly Alert[],
	archive: Pick<Archive, 'entries' | 'latest' | 'events' | 'notes'>,
	now: string,
): Noted {
	const recent = recentNews(archive, now);
	const seen = new Set(before?.seen);
	const unsure = new Map<string, number>();
	const again = new Map<string, number>();
	const channels = alerts.map((alert) => {
		const channel = channelOf(alert);
		const known = before?.channels[channel];
		if (known === undefined) return [channel, begun(alert, now)] as const;
		const waiting = known.waiting.filter(({ tries }) => tries < mostTries);
		count(unsure, channel, known.waiting.length - waiting.length);
		count(again, channel, waiting.filter(({ tries }) => tries > 0).length);
		const fresh = freshFor(alert, archive, recent, seen);
		return [channel, withNews(alert, { ...known, waiting }, recent, fresh, now)] as const;
	});
	const ledger = {
		format: 1 as const,
		seen: knownIds(archive, before?.seen ?? [], now),
		channels: Object.fromEntries(channels),
	};
	return { ledger, unsure, again };
}

/** A digest of a day or week that had begun when the alert was declared comes at its end like any other. */
function begun(alert: Alert, now: string): ChannelLedger {
	const period = periodOf(alert, now);
	return { since: now, waiting: [], leftOut: 0, ...(period === null ? {} : { period }) };
}

/** Each event once, the oldest first. */
function freshFor(
	alert: Alert,
	archive: Pick<Archive, 'events' | 'notes'>,
	recent: RecentNews,
	seen: ReadonlySet<string>,
): string[] {
	const meant = [...recent].filter(([, entry]) => isMeant(alert, entry));
	const told = new Set(
		toldOnce(
			archive,
			meant.map(([, entry]) => entry),
		),
	);
	return meant
		.filter(([id, entry]) => told.has(entry) && !seen.has(id))
		.map(([id]) => id)
		.reverse();
}

/** What proved to be no change in the terms meanwhile, or is news no more, is not told. */
function withNews(
	alert: Alert,
	known: ChannelLedger,
	recent: RecentNews,
	fresh: readonly string[],
	now: string,
): ChannelLedger {
	const kept = known.waiting.filter(({ change }) => {
		const entry = recent.get(change);
		return entry !== undefined && isMeant(alert, entry);
	});
	const waits = new Set(kept.map(({ change }) => change));
	const came = fresh
		.filter((change) => !waits.has(change))
		.map((change): Waiting => ({ change, tries: 0, due: false }));
	const all = [...kept, ...came];
	const isProgram = alert.to === 'webhook';
	const waiting = all.slice(-mostWaiting[isProgram ? 'program' : 'people']);
	const period = periodOf(alert, now);
	const isDue = period === null || period !== known.period;
	return {
		...known,
		leftOut: known.leftOut + all.length - waiting.length,
		waiting: waiting.map((each, at) =>
			isDue && !(isProgram && at >= mostDue)
				? { ...each, tries: each.tries + 1, due: true }
				: { ...each, due: false },
		),
		// A day or week in which nothing happened is over as well.
		...(period !== null && waiting.length === 0 ? { period } : {}),
	};
}

/** The day or week that a digest is for; null where each change is told at once. */
export function periodOf(alert: Alert, now: string): string | null {
	const every = alert.to === 'email' ? alert.every : 'change';
	if (every === 'change') return null;
	return every === 'day' ? dayOf(now) : weekOf(now);
}

function count(counts: Map<string, number>, channel: string, changes: number): void {
	if (changes > 0) counts.set(channel, changes);
}
