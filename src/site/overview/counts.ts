/** The one count of recorded versions that all pages use, of whatever they are about: an agreement, a day, a year, the archive. */
import type { Agreement, Archive, Entry, Platform } from '../../model/archive.ts';
import { type CountedKind, type Counts, countedKinds, kindOf } from '../../model/change-kinds.ts';
import { byMonth } from './days.ts';
import { type Told, toldOnce } from './told-once.ts';

/** What happened at several agreements of these is one change in the terms, as their list tells it once. */
export function countChanges(archive: Told, entries: readonly Pick<Entry, 'agreement' | 'change'>[]): Counts {
	const told = new Set(toldOnce(archive, entries));
	const counts = { recorded: entries.length, ...noneOfAny };
	for (const entry of entries) counts[told.has(entry) ? kindOf(entry.change) : 'alike']++;
	return counts;
}

export function countPlatform(archive: Told, { agreements }: Platform): Counts {
	return countChanges(
		archive,
		agreements.flatMap((agreement) => agreement.changes.map((change) => ({ agreement, change }))),
	);
}

/** Of its own: two versions of an agreement are never one event. */
export function countAgreement(agreement: Agreement): Counts {
	return countSome(agreement, agreement.changes);
}

/** The same of some of its changes. */
export function countSome(agreement: Agreement, changes: Agreement['changes']): Counts {
	const alone = { events: new Map(), notes: [] };
	return countChanges(
		alone,
		changes.map((change) => ({ agreement, change })),
	);
}

export interface YearOfMonths {
	readonly year: string;
	readonly counts: Counts;
	/** Newest first. */
	readonly months: readonly { readonly month: string; readonly counts: Counts }[];
}

/** Newest year first. */
export function countMonths(archive: Told & Pick<Archive, 'entries'>): readonly YearOfMonths[] {
	const years = Map.groupBy(byMonth(archive.entries), ([month]) => month.slice(0, 4));
	return [...years].map(([year, months]) => ({
		year,
		counts: countChanges(
			archive,
			months.flatMap(([, entries]) => entries),
		),
		months: months.map(([month, entries]) => ({ month, counts: countChanges(archive, entries) })),
	}));
}

const noneOfAny = Object.fromEntries(countedKinds.map((kind) => [kind, 0])) as Record<CountedKind, number>;
