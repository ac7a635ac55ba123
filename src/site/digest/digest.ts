/** The archive by week: what changed, the weightiest first, by platform; what was folded, counted; what people wrote meanwhile. */
import { changeWeight } from '../../analysis/changes/change-weight.ts';
import type { Archive, Entry, Platform, Provision } from '../../model/archive.ts';
import { type ChangeClass, changeClasses } from '../../model/change.ts';
import type { Post } from '../../model/editorial.ts';
import { firstDay, lastDay, weekOf } from '../../text/weeks.ts';
import { toldOnce } from '../overview/told-once.ts';
import { notesOn } from '../provisions/notes.ts';

export interface Week {
	/** `2026-W25` */
	readonly week: string;
	/** Every recorded change of it, newest first. */
	readonly entries: readonly Entry[];
	/** Events that matter: the same change of several agreements counts once. */
	readonly matter: number;
	/** The nearest weeks that have a page. */
	readonly earlier: string | null;
	readonly later: string | null;
	/** For the week of the archive's newest version its day, for it is not over; null for the others. */
	readonly soFar: string | null;
}

export interface Digest {
	/** Heaviest first, as are the changes of each. */
	readonly platforms: readonly PlatformWeek[];
	/** Changes that matter beyond those, heaviest first. */
	readonly further: readonly Entry[];
	/** Of low rank, newest first. */
	readonly lesser: readonly Entry[];
	/** First records, newest first. */
	readonly firsts: readonly Entry[];
	readonly folded: readonly { readonly class: ChangeClass; readonly count: number }[];
	/** What people wrote in that week. */
	readonly reviewed: readonly Provision[];
	readonly posts: readonly Post[];
}

export interface PlatformWeek {
	readonly platform: Platform;
	readonly entries: readonly Entry[];
}

const known = new WeakMap<Archive, readonly Week[]>();

/** The weeks that have a page, with all that was recorded in them. Newest first. */
export function weeksShown(
	entries: readonly Entry[],
): (readonly [week: string, entries: readonly Entry[]])[] {
	const groups = Map.groupBy(entries, ({ change }) => weekOf(change.version.fetched));
	const shown = [...groups].filter(([, own]) => own.some(({ change }) => change.rank !== 'folded'));
	return shown.sort(([one], [other]) => (one < other ? 1 : -1));
}

/** The weeks that have a page: those in which more was recorded than what is folded. Newest first. */
export function weeksOf(archive: Archive): readonly Week[] {
	const before = known.get(archive);
	if (before !== undefined) return before;
	const shown = weeksShown(archive.entries);
	const weeks = shown.map(([week, entries], index) => ({
		week,
		entries,
		matter: toldOnce(archive, entries).filter(({ change }) => change.rank === 'prominent').length,
		earlier: shown[index + 1]?.[0] ?? null,
		later: shown[index - 1]?.[0] ?? null,
		soFar: isOver(archive, week) ? null : (archive.latest?.slice(0, 10) ?? null),
	}));
	known.set(archive, weeks);
	return weeks;
}

/** The archive's own clock: a week is over once something of a later one was recorded. */
export function isOver({ latest }: Pick<Archive, 'latest'>, week: string): boolean {
	return latest !== null && week < weekOf(latest);
}

/** @param most changes that are shown with their words; the others that matter become lines */
export function digestOf(
	archive: Archive,
	{ week, entries }: Pick<Week, 'week' | 'entries'>,
	most: number,
): Digest {
	const ranks = Object.groupBy(entries, (entry) => kindOf(archive, entry));
	const open = byWeight(archive, toldOnce(archive, ranks.open ?? []));
	const days = (day: string) => firstDay(week) <= day && day <= lastDay(week);
	return {
		platforms: byPlatform(open.slice(0, most)),
		further: open.slice(most),
		lesser: ranks.lesser ?? [],
		firsts: ranks.first ?? [],
		folded: countFolded(ranks.folded ?? []),
		reviewed: archive.provisions.filter(({ reviewed }) => days(reviewed)),
		posts: archive.posts.filter(({ published }) => days(published)),
	};
}

/** What a person wrote a note on matters to somebody, whatever its rank. */
function kindOf(archive: Archive, entry: Entry): 'open' | 'lesser' | 'first' | 'folded' {
	const { rank, class: kind } = entry.change;
	if (rank === 'folded') return 'folded';
	if (rank === 'prominent' || notesOn(archive, entry).length > 0) return 'open';
	return kind === 'first' ? 'first' : 'lesser';
}

/** Heaviest first; of equal weight, the newest. */
export function byWeight({ topics }: Pick<Archive, 'topics'>, entries: readonly Entry[]): Entry[] {
	const weights = new Map(topics.map(({ id, weight }) => [id, weight]));
	return entries
		.map((entry) => ({ entry, weight: changeWeight(entry.change, weights) }))
		.sort((one, other) => other.weight - one.weight)
		.map(({ entry }) => entry);
}

function byPlatform(entries: readonly Entry[]): PlatformWeek[] {
	const groups = Map.groupBy(entries, ({ platform }) => platform);
	return [...groups].map(([platform, group]) => ({ platform, entries: group }));
}

function countFolded(entries: readonly Entry[]): Digest['folded'] {
	return changeClasses
		.map((name) => ({ class: name, count: entries.filter(({ change }) => change.class === name).length }))
		.filter(({ count }) => count > 0)
		.sort((one, other) => other.count - one.count);
}
