/** The archive by week: what changed, the weightiest first, the rest by platform; how much else was recorded; what people wrote meanwhile. */
import { changeWeight } from '../../analysis/changes/change-weight.ts';
import type { Archive, Entry, Platform, Provision } from '../../model/archive.ts';
import { type ChangeClass, changeClasses } from '../../model/change.ts';
import { type Counts, kindOf } from '../../model/change-kinds.ts';
import type { Post } from '../../model/editorial.ts';
import { firstDay, lastDay, weekOf } from '../../text/weeks.ts';
import { countChanges } from '../overview/counts.ts';
import { toldOnce } from '../overview/told-once.ts';
import { notesOn } from '../provisions/notes.ts';

export interface Week {
	/** `2026-W25` */
	readonly week: string;
	/** Every recorded change of it, newest first. */
	readonly entries: readonly Entry[];
	readonly counts: Counts;
	/** The nearest weeks that have a page. */
	readonly earlier: string | null;
	readonly later: string | null;
	/** For the week of the archive's newest version its day, for it is not over; null for the others. */
	readonly soFar: string | null;
}

export interface Digest {
	/** Changes in the terms that are told, heaviest first, and what a person wrote a note on. */
	readonly told: readonly Entry[];
	/** Changes in the terms beyond those, by platform: the one with the heaviest first. */
	readonly further: readonly PlatformWeek[];
	/** Other changes of the same events. */
	readonly alike: readonly Entry[];
	/** Newest first, as are the two lists after it; what a person wrote a note on stands above as well. */
	readonly lesser: readonly Entry[];
	readonly firsts: readonly Entry[];
	/** With no change in the terms, or too long to compare. */
	readonly rest: readonly Entry[];
	/** Why the terms did not change in those, the most frequent first. */
	readonly reasons: readonly { readonly class: ChangeClass; readonly count: number }[];
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

/** The weeks that have a page: those of more than versions with no change in the terms. Newest first. */
export function weeksOf(archive: Archive): readonly Week[] {
	const before = known.get(archive);
	if (before !== undefined) return before;
	const shown = weeksShown(archive.entries);
	const weeks = shown.map(([week, entries], index) => ({
		week,
		entries,
		counts: countChanges(archive, entries),
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

/** @param most changes that are told; the others become lines */
export function digestOf(
	archive: Archive,
	{ week, entries }: Pick<Week, 'week' | 'entries'>,
	most: number,
): Digest {
	const kinds = Map.groupBy(entries, ({ change }) => kindOf(change));
	const { terms = [], lesser = [], first = [] } = Object.fromEntries(kinds);
	const isOpen = (entry: Entry) => kindOf(entry.change) === 'terms' || isNoted(archive, entry);
	const open = byWeight(archive, toldOnce(archive, entries.filter(isOpen)));
	const told = open.filter((entry, at) => at < most || isNoted(archive, entry));
	const rest = entries.filter(({ change }) => change.rank === 'folded');
	const days = (day: string) => firstDay(week) <= day && day <= lastDay(week);
	return {
		told,
		further: byPlatform(open.filter((entry) => !told.includes(entry))),
		alike: terms.filter((entry) => !open.includes(entry)),
		lesser,
		firsts: first,
		rest,
		reasons: countClasses(rest),
		reviewed: archive.provisions.filter(({ reviewed }) => days(reviewed)),
		posts: archive.posts.filter(({ published }) => days(published)),
	};
}

/** What a person wrote a note on is worth its words, where it has a page. */
function isNoted(archive: Archive, entry: Entry): boolean {
	return entry.change.rank !== 'folded' && notesOn(archive, entry).length > 0;
}

/** `Topic.id` → `Topic.weight` */
export function topicWeights({ topics }: Pick<Archive, 'topics'>): ReadonlyMap<string, number> {
	return new Map(topics.map(({ id, weight }) => [id, weight]));
}

/** Heaviest first; of equal weight, the newest. */
export function byWeight(archive: Pick<Archive, 'topics'>, entries: readonly Entry[]): Entry[] {
	const weights = topicWeights(archive);
	return entries
		.map((entry) => ({ entry, weight: changeWeight(entry.change, weights) }))
		.sort((one, other) => other.weight - one.weight)
		.map(({ entry }) => entry);
}

function byPlatform(entries: readonly Entry[]): PlatformWeek[] {
	const groups = Map.groupBy(entries, ({ platform }) => platform);
	return [...groups].map(([platform, group]) => ({ platform, entries: group }));
}

function countClasses(entries: readonly Entry[]): Digest['reasons'] {
	return changeClasses
		.map((name) => ({ class: name, count: entries.filter(({ change }) => change.class === name).length }))
		.filter(({ count }) => count > 0)
		.sort((one, other) => other.count - one.count);
}
