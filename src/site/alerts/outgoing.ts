/** The messages of one run to one channel: a change each, or several in one where a digest is asked for or more happened than anybody wants to be called for. */
import type { ChannelLedger } from '../../model/alert-ledger.ts';
import type { Alert } from '../../model/alerts.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import { absolute, changesUrl } from '../addresses/urls.ts';
import { byWeight } from '../digest/digest.ts';
import { newsId, recentNews } from './recent-news.ts';
import { type ToldChange, toldChange } from './told-change.ts';

/** Several changes in one message. */
export interface ToldTogether {
	/** The weightiest, as many as the message has room for. */
	readonly told: readonly ToldChange[];
	/** Changes beyond these. */
	readonly more: number;
	/** `all` of what there is to tell; `rest` where messages before it told of the weightiest. */
	readonly part: 'all' | 'rest';
	/** Where all changes stand, newest first. */
	readonly address: string;
}

export type Content =
	| { readonly kind: 'change'; readonly told: ToldChange; readonly entry: Entry }
	| { readonly kind: 'together'; readonly together: ToldTogether };

export interface Outgoing {
	/** Ids of all changes that it tells of. */
	readonly changes: readonly string[];
	/** Changes that it counts, and that were left out of the ledger as too many. */
	readonly leftOut: number;
	readonly content: Content;
}

/** Messages that people get of one run. */
const mostMessages = 10;
/** Changes that a digest tells in full. */
const mostTogether = 25;

/** What is due, the oldest first. @param now ISO 8601, UTC */
export function outgoing(alert: Alert, ledger: ChannelLedger, archive: Archive, now: string): Outgoing[] {
	const recent = recentNews(archive, now);
	const due = ledger.waiting.flatMap(({ change, due }) => (due ? (recent.get(change) ?? []) : []));
	return messagesOf(alert, due, ledger.leftOut, archive);
}

/** @param entries the oldest first @param leftOut changes that are counted beside them */
export function messagesOf(
	alert: Alert,
	entries: readonly Entry[],
	leftOut: number,
	archive: Archive,
): Outgoing[] {
	if (entries.length === 0) return [];
	// A program counts for itself: it gets each.
	if (alert.to === 'webhook') return entries.map((entry) => oneMessage(archive, entry));
	if (alert.to === 'email' && alert.every !== 'change')
		return [togetherMessage(archive, entries, leftOut, 'all')];
	if (entries.length + (leftOut > 0 ? 1 : 0) <= mostMessages)
		return [...entries.map((entry) => oneMessage(archive, entry)), ...restMessage(archive, [], leftOut)];
	const first = new Set(byWeight(archive, entries).slice(0, mostMessages - 1));
	const [each, rest] = [
		entries.filter((entry) => first.has(entry)),
		entries.filter((entry) => !first.has(entry)),
	];
	return [...each.map((entry) => oneMessage(archive, entry)), ...restMessage(archive, rest, leftOut)];
}

function restMessage(archive: Archive, rest: readonly Entry[], leftOut: number): Outgoing[] {
	return rest.length + leftOut === 0 ? [] : [togetherMessage(archive, rest, leftOut, 'rest')];
}

function oneMessage(archive: Archive, entry: Entry): Outgoing {
	const content = { kind: 'change', told: toldChange(archive, entry), entry } as const;
	return { changes: [content.told.id], leftOut: 0, content };
}

function togetherMessage(
	archive: Archive,
	entries: readonly Entry[],
	leftOut: number,
	part: ToldTogether['part'],
): Outgoing {
	const told = byWeight(archive, entries)
		.slice(0, mostTogether)
		.map((entry) => toldChange(archive, entry));
	const more = entries.length - told.length + leftOut;
	const together = { told, more, part, address: absolute(changesUrl()) };
	return { changes: entries.map(newsId), leftOut, content: { kind: 'together', together } };
}
