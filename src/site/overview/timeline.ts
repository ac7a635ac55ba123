/** Where the marks of a timeline stand: place is date, height is changed words. Drawing is left to the components. */
import { withdrawn } from '../../analysis/history/withdrawn.ts';
import type { Agreement, CaptureGap } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import type { Version } from '../../model/version.ts';
import { dayInWords, daysBetween } from '../../text/days-in-words.ts';

/** The time that an axis covers, ISO 8601. */
export interface Span {
	readonly from: string;
	readonly to: string;
	/** Moment of the archive's newest version, near the end of the axis. */
	readonly today: string;
}

type Ends = Pick<Span, 'from' | 'to'>;

export interface Mark {
	/** Per cent of the axis, 0 to 100. */
	readonly at: number;
	/** Pixels. */
	readonly height: number;
	/** Oldest first; more than one where they stand too near to be told apart. */
	readonly changes: readonly Change[];
	/** True where at least one of them is prominent. */
	readonly matters: boolean;
	readonly recent: boolean;
	/** True where all of them were undone within 30 days. */
	readonly undone: boolean;
}

/** A piece of the axis. */
export interface Stretch {
	/** Per cent of the axis. */
	readonly from: number;
	readonly to: number;
	/** Why nothing can be told of it; null where the agreement was in the archive and the archive was kept. */
	readonly gap: CaptureGap | null;
}

export interface Timeline {
	readonly marks: readonly Mark[];
	/** Place of the first record in per cent; null where it stands outside the span. */
	readonly first: number | null;
}

/** A label below the axis. */
export interface Tick {
	readonly at: number;
	readonly label: string;
	/** Where its label stands beside it: at an end of the axis it would stick out of the page. */
	readonly anchor: 'start' | 'middle' | 'end';
}

/** Marks nearer than this merge, measured on the axis in its full width. */
const nearest = 4;
const tallest = 32;
const recentDays = 90;

/** Steps of height: a mark of fewer changed words than `below` is so many pixels tall. */
const steps = [
	{ below: 25, height: 5 },
	{ below: 101, height: 10 },
	{ below: 401, height: 17 },
	{ below: Number.POSITIVE_INFINITY, height: 26 },
];

/**
 * @param changes of one agreement, in any order; those without a page are left out
 * @param width of the axis in pixels where the page is at its widest
 */
export function layoutTimeline(changes: readonly Change[], span: Span, width: number): Timeline {
	const shown = changes
		.filter((change) => hasPage(change) && change.class !== 'first')
		.toSorted((one, other) => Date.parse(one.version.fetched) - Date.parse(other.version.fetched));
	const first = changes.find((change) => change.class === 'first');
	return {
		marks: groupNear(shown, span, (nearest / width) * 100).map((group) => markOf(group, span)),
		first: first === undefined ? null : within(placeOf(first.version.fetched, span)),
	};
}

/**
 * The axis of one agreement, from its first record to the end of the span or to its withdrawal, in pieces that captures cover and
 * pieces that none does.
 * @param versions of the agreement, in commit order
 */
export function layoutAxis(versions: readonly Version[], span: Span, gaps: readonly CaptureGap[]): Stretch[] {
	const clamp = (moment: string): number => Math.min(100, Math.max(0, placeOf(moment, span)));
	const moments = versions.map(({ fetched }) => fetched).sort();
	const start = clamp(moments[0] ?? span.from);
	const end = withdrawn(versions) === null ? 100 : clamp(withdrawn(versions) ?? span.to);
	const stretches: Stretch[] = [];
	let at = start;
	for (const gap of gaps) {
		const [from, to] = [Math.max(at, clamp(gap.from)), Math.min(end, clamp(gap.to))];
		if (from >= to) continue;
		if (from > at) stretches.push({ from: at, to: from, gap: null });
		stretches.push({ from, to, gap });
		at = to;
	}
	if (at < end || stretches.length === 0) stretches.push({ from: at, to: end, gap: null });
	return stretches;
}

/** What a legend has to explain. */
export type MarkKind = 'change' | 'lesser' | 'recent' | 'undone' | 'gap' | 'withdrawn';

/** The kinds of marks that occur on the timelines of these agreements. */
export function markKinds(
	agreements: readonly Pick<Agreement, 'changes' | 'versions'>[],
	span: Span,
	gaps: readonly CaptureGap[],
	width: number,
): Set<MarkKind> {
	const kinds = new Set<MarkKind>();
	for (const { changes, versions } of agreements) {
		for (const mark of layoutTimeline(changes, span, width).marks) kinds.add(kindOf(mark));
		if (layoutAxis(versions, span, gaps).some(({ gap }) => gap !== null)) kinds.add('gap');
		if (withdrawn(versions) !== null) kinds.add('withdrawn');
	}
	return kinds;
}

function kindOf({ undone, recent, matters }: Mark): MarkKind {
	if (undone) return 'undone';
	if (recent) return 'recent';
	return matters ? 'change' : 'lesser';
}

/** Pixels of a mark for so many changed words. */
export function heightOf(words: number): number {
	return steps.find(({ below }) => words < below)?.height ?? tallest;
}

/** Per cent of the way from the start to the end of the span; below 0 or above 100 outside it. */
export function placeOf(moment: string, { from, to }: Ends): number {
	const length = daysBetween(from, to);
	return length <= 0 ? 100 : round((daysBetween(from, moment) / length) * 100);
}

/** The first days of the years inside a span; of every second or third year where there are many. */
export function yearTicks(span: Ends): Tick[] {
	const first = Number(span.from.slice(0, 4)) + 1;
	const last = Number(span.to.slice(0, 4));
	const step = Math.max(1, Math.ceil((last - first + 1) / 8));
	const ticks: Tick[] = [];
	for (let year = last; year >= first; year -= step) {
		const at = placeOf(`${year}-01-01T00:00:00Z`, span);
		ticks.unshift({ at, label: String(year), anchor: anchorAt(at) });
	}
	return ticks;
}

/** Half of a year’s label on the axis of a phone, in per cent. */
const halfLabel = 5;

function anchorAt(at: number): Tick['anchor'] {
	if (at < halfLabel) return 'start';
	return at > 100 - halfLabel ? 'end' : 'middle';
}

/** What a reader is told of a mark, before the sentence of its change: "16 June 2026", "3 changes, 2 May to 9 June 2024". */
export function markDates(mark: Mark): string {
	const oldest = dayInWords(mark.changes[0]?.version.fetched ?? '');
	const newest = dayInWords(mark.changes.at(-1)?.version.fetched ?? '');
	if (mark.changes.length === 1) return newest;
	return `${mark.changes.length} changes, ${oldest === newest ? newest : `${oldest} to ${newest}`}`;
}

/** A group grows while the next change stands near the group's oldest, where its mark will stand. */
function groupNear(changes: readonly Change[], span: Span, distance: number): Change[][] {
	const groups: Change[][] = [];
	let groupPlace = Number.NEGATIVE_INFINITY;
	for (const change of changes) {
		const place = placeOf(change.version.fetched, span);
		if (place < 0 || place > 100) continue;
		if (place - groupPlace < distance) {
			groups.at(-1)?.push(change);
		} else {
			groups.push([change]);
			groupPlace = place;
		}
	}
	return groups;
}

function markOf(changes: readonly Change[], span: Span): Mark {
	const newest = changes.at(-1)?.version.fetched ?? span.to;
	const height = changes.reduce((sum, { wordsIn, wordsOut }) => sum + heightOf(wordsIn + wordsOut), 0);
	return {
		at: placeOf(changes[0]?.version.fetched ?? newest, span),
		height: Math.min(height, tallest),
		changes,
		matters: changes.some(({ rank }) => rank === 'prominent'),
		recent: daysBetween(newest, span.today) <= recentDays,
		undone: changes.every(({ hindsight }) => hindsight?.label === 'undone'),
	};
}

function within(place: number): number | null {
	return place >= 0 && place <= 100 ? place : null;
}

function round(number: number): number {
	return Math.round(number * 100) / 100;
}
