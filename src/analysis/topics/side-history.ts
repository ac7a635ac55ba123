/** Since when a platform takes a side on a topic without a break, how well that is proven, and which side it took before. */
import type { Agreement, Platform } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import { flapDays } from '../../model/thresholds.ts';
import type { SideStay, Stance, Topic } from '../../model/topic.ts';
import { dayLength } from '../../text/day-length.ts';
import { endOfStanding } from '../history/standing.ts';
import { bridge } from '../ledger/presence.ts';
import { isGeneral } from './agreement-kinds.ts';
import { isPlain, type PlatformSide } from './own-side.ts';

/**
 * `change`: a change brought it in; `words`: a change did, and what stood before may have meant the same: a clause on the topic whose side is not
 * proven, or one that takes the side in a long sentence, of which the rules are less sure; `record`: the archive shows it since then, which proves no more than that it is at least as old.
 */
export type StartProof = 'change' | 'words' | 'record';

export interface SideStart {
	readonly agreement: Agreement;
	readonly change: Change;
	readonly proof: StartProof;
	/** The platform's own side that ended with it; null where it took none that is proven, where the topic's rules were not measured, and for what it forbids. */
	readonly before: Stance | null;
	/** Whether any clause of the agreement was on the topic right before. */
	readonly mentioned: boolean;
	/** Since when a long sentence takes the side, of which the rules are less sure; null where that is no older. */
	readonly older: Pick<SideStart, 'agreement' | 'change' | 'proof'> | null;
	/** Whether it took the side before, and then none or another. */
	readonly again: boolean;
}

/** Null where no agreement tells: an archive that was analysed without the topic. */
export function sideStart(
	platform: Platform,
	{ stance, best }: Pick<PlatformSide, 'stance' | 'best'>,
	topic: Topic,
): SideStart | null {
	const side = stance?.id ?? null;
	const agreements = isGeneral(best.agreement.name)
		? platform.agreements.filter(({ name }) => isGeneral(name))
		: platform.agreements;
	const first = earliest(agreements, topic.id, side, isPlain(best));
	if (first === null) return null;
	const change = changeAt(first);
	const stays = first.agreement.topics.stays[topic.id] ?? [];
	const start = {
		agreement: first.agreement,
		change,
		mentioned: stays.some((stay) => holdsAt(stay, change.base)),
		older: olderThan(first, earliest(agreements, topic.id, side, false)),
		again: stretchesIn(agreements, topic.id, side, false).some((time) => time.end < first.start),
	};
	if (isRecordOnly(change)) return { ...start, proof: 'record', before: null };
	const before =
		topic.claimed && stance !== null && stance.side !== 'forbids'
			? endedWith(agreements, topic, stance, first)
			: null;
	const isUnclear = start.older !== null || (before === null && wereUnclear(stays, side, change));
	return isUnclear ? { ...start, proof: 'words', before: null } : { ...start, proof: 'change', before };
}

function changeAt({ agreement, from }: Stretch): Change {
	return agreement.changes[from] as Change;
}

function olderThan(first: Stretch, other: Stretch | null): SideStart['older'] {
	if (other === null || other.start >= first.start) return null;
	const change = changeAt(other);
	return { agreement: other.agreement, change, proof: isRecordOnly(change) ? 'record' : 'change' };
}

export interface SideEnd {
	readonly stance: Stance;
	readonly agreement: Agreement;
	/** With which no clause took it any more. */
	readonly change: Change;
	/** `record`: a record that may lack a part of the page, or was made otherwise, is the first without it. */
	readonly proof: 'change' | 'record';
}

/** Of a platform that takes no side today: the one that it plainly took last; of several the first in the topic's order. Null where it never took one, or where a long sentence took one for longer. */
export function sideEnd({ agreements }: Pick<Platform, 'agreements'>, topic: Topic): SideEnd | null {
	const ended = topic.stances.flatMap((stance) =>
		stretchesIn(agreements, topic.id, stance.id, true).map((time) => ({ ...time, stance })),
	);
	const last = ended
		.filter(({ isInLastText }) => !isInLastText)
		.reduce<(typeof ended)[number] | null>(
			(latest, each) => (latest === null || each.end > latest.end ? each : latest),
			null,
		);
	if (last === null || isTakenAfter(agreements, topic, last.end)) return null;
	const { stance, agreement, until } = last;
	const change = agreement.changes[until] as Change;
	return { stance, agreement, change, proof: isRecordOnly(change) ? 'record' : 'change' };
}

/** In a long sentence at least: then that is no end of which a day can be told. */
function isTakenAfter(agreements: readonly Agreement[], topic: Topic, end: number): boolean {
	const latest = end + flapDays * dayLength;
	return topic.stances.some((stance) =>
		stretchesIn(agreements, topic.id, stance.id, false).some((time) => time.end > latest),
	);
}

/** Versions of one agreement in which some clause took the side. */
interface Stretch {
	readonly agreement: Agreement;
	readonly from: number;
	/** The first version without it; there is none where it stands. */
	readonly until: number;
	/** Whether its last text takes the side. */
	readonly isInLastText: boolean;
	/** Milliseconds since 1970; the end is infinite where it stands. */
	readonly start: number;
	readonly end: number;
}

/** @param plainly by plain sentences alone */
function stretchesOf(
	agreement: Agreement,
	topic: string,
	stance: string | null,
	plainly: boolean,
): Stretch[] {
	const { versions } = agreement;
	const own = (agreement.topics.stays[topic] ?? []).filter(
		(stay) => stay.stance === stance && (stay.plain || !plainly),
	);
	const time = (version: number): number => Date.parse(versions[version]?.fetched ?? '');
	const over = endOfStanding(agreement);
	return bridge(joined(own), versions).map(({ first, last }) => {
		const isInLastText = last === versions.length - 1;
		const end = over === null ? Number.POSITIVE_INFINITY : Date.parse(over);
		return {
			agreement,
			from: first,
			until: last + 1,
			isInLastText,
			start: time(first),
			end: isInLastText ? end : time(last + 1),
		};
	});
}

function stretchesIn(
	agreements: readonly Agreement[],
	...asked: [topic: string, stance: string | null, plainly: boolean]
): Stretch[] {
	return agreements.flatMap((agreement) => stretchesOf(agreement, ...asked));
}

/** @param stays the first that began first */
function joined(stays: readonly SideStay[]): { first: number; last: number }[] {
	const spans: { first: number; last: number }[] = [];
	for (const { first, last } of stays) {
		const before = spans.at(-1);
		if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
		else spans.push({ first, last });
	}
	return spans;
}

/** Of the times in which the side stands, and of those that led up to them without a break longer than a failed capture: the first. */
function earliest(
	agreements: readonly Agreement[],
	topic: string,
	stance: string | null,
	plainly: boolean,
): Stretch | null {
	const stretches = stretchesIn(agreements, topic, stance, plainly);
	const [first, ...earlier] = stretches.toSorted(latestEndFirst);
	if (first === undefined || !first.isInLastText) return null;
	let reached = first;
	for (const each of earlier) if (each.start < reached.start && leadsTo(each, reached)) reached = each;
	return reached;
}

/** Without a break longer than a failed capture, or with nothing between them that is an edition of the text: a notice in its place, another language. */
function leadsTo(one: Stretch, next: Stretch): boolean {
	const isNextEdition = one.agreement === next.agreement && changeAt(next).base < one.until;
	return one.end >= next.start - flapDays * dayLength || isNextEdition;
}

function latestEndFirst(one: Stretch, other: Stretch): number {
	return one.end === other.end ? one.start - other.start : one.end > other.end ? -1 : 1;
}

/** Of the platform's own sides in the topic's order the first that plainly stood until then, and stands nowhere since. */
function endedWith(
	agreements: readonly Agreement[],
	topic: Topic,
	taken: Stance,
	{ start }: Stretch,
): Stance | null {
	const own = topic.stances.filter((stance) => stance !== taken && stance.side !== 'forbids');
	const latest = start + flapDays * dayLength;
	const timesOf = (stance: Stance, plainly: boolean): Stretch[] =>
		stretchesIn(agreements, topic.id, stance.id, plainly);
	const ended = own.find(
		(stance) =>
			timesOf(stance, true).some((time) => time.start < start && time.end >= start) &&
			timesOf(stance, false).every((time) => time.end <= latest),
	);
	return ended ?? null;
}

function holdsAt({ first, last }: SideStay, version: number): boolean {
	return first <= version && version <= last;
}

/** Changes that tell when the archive began to see a text, not when the text began. */
function isRecordOnly({ index, class: kind, hindsight, version }: Change): boolean {
	return (
		index === 0 ||
		version.origin === 'technical' ||
		!['numbers', 'reordered', 'minor', 'substantive'].includes(kind) ||
		(hindsight !== null &&
			['filled', 'furniture', 'other-page', 'older', 'churning'].includes(hindsight.label))
	);
}

/** A clause that begins to take the side was on the topic right before, without a side that is proven. */
function wereUnclear(stays: readonly SideStay[], stance: string | null, { base, index }: Change): boolean {
	const beginning = new Set(
		stays.filter((stay) => stay.stance === stance && stay.first === index).map(({ clause }) => clause),
	);
	return stays.some(
		(stay) =>
			stay.stance === null && holdsAt(stay, base) && (beginning.has(stay.clause) || stay.last < index),
	);
}
