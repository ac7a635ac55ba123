/** What the days that pages give themselves tell of a platform, or of an agreement: how many changes were named ahead, how many left the day as it was. */
import type { Agreement, Archive, Entry, Platform } from '../../model/archive.ts';
import type { Dated, DatedKind } from '../../model/dated.ts';
import { datedKinds } from '../../model/dated.ts';
import { toldOnce } from './told-once.ts';

/** A change whose page gives itself a day. */
export interface DatedEntry extends Entry {
	readonly dated: Dated;
}

/** How many changes are dated, and what their days tell. */
export interface NoticeCounts {
	readonly all: number;
	readonly counts: Readonly<Record<DatedKind, number>>;
	/** Days of notice of those named ahead, at the median; null where there is none. */
	readonly median: number | null;
}

export interface NoticeRecord extends NoticeCounts {
	/** Of each kind, newest first; one event at several agreements once. */
	readonly lists: Readonly<Record<DatedKind, readonly DatedEntry[]>>;
}

export function noticeRecord(
	archive: Pick<Archive, 'events' | 'notes'>,
	entries: readonly Entry[],
): NoticeRecord {
	const dated = entries.flatMap((entry) => {
		const { dated } = entry.change;
		return dated === null ? [] : [{ ...entry, dated }];
	});
	const told = toldOnce(archive, dated).sort((one, other) =>
		one.change.version.fetched < other.change.version.fetched ? 1 : -1,
	);
	const lists = ofKinds((kind) => told.filter((entry) => entry.dated.kind === kind));
	return {
		lists,
		all: told.length,
		counts: ofKinds((kind) => lists[kind].length),
		median: medianOf(lists.ahead.map(({ dated: { days } }) => days)),
	};
}

/** One value for each kind. */
export function ofKinds<Value>(of: (kind: DatedKind) => Value): Record<DatedKind, Value> {
	return Object.fromEntries(datedKinds.map((kind) => [kind, of(kind)])) as Record<DatedKind, Value>;
}

export function noticeOfPlatform(
	archive: Pick<Archive, 'events' | 'notes'>,
	platform: Platform,
): NoticeRecord {
	const entries = platform.agreements.flatMap((agreement) =>
		agreement.changes.map((change) => ({ platform, agreement, change })),
	);
	return noticeRecord(archive, entries);
}

/** Of its own: two versions of an agreement are never one event. */
export function noticeOfAgreement(platform: Platform, agreement: Agreement): NoticeRecord {
	const entries = agreement.changes.map((change) => ({ platform, agreement, change }));
	return noticeRecord({ events: new Map(), notes: [] }, entries);
}

/** Of an even number the lower of the two in the middle: a day that some change had. */
export function medianOf(days: readonly number[]): number | null {
	return days.toSorted((one, other) => one - other)[Math.floor((days.length - 1) / 2)] ?? null;
}
