/** On how many platforms a topic is found: today, a year ago, month by month. */

import { endOfStanding } from '../../analysis/history/standing.ts';
import { standingOn } from '../../analysis/topics/findings-index.ts';
import { isReadable, readablePlatforms } from '../../analysis/topics/topic-spread.ts';
import type { Agreement, Archive, Platform, TopicSpread } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { daysBefore, daysBetween, endOfMonth, monthOf } from '../../text/days-in-words.ts';
import { oncePerTopic } from './once-per-topic.ts';
import { countCovered, type Time } from './times-counted.ts';

export interface Adoption extends TopicSpread {
	/** Platforms that took it up within the last 90 days, counted in `with`. */
	readonly recent: number;
	/** Of the platforms that were recorded a year before and are today, how many had such a clause then, and have one now; null where there are none. */
	readonly yearAgo: (TopicSpread & { readonly now: number }) | null;
}

export interface Growth extends TopicSpread {
	/** `2026-06` */
	readonly month: string;
}

const recentDays = 90;

/** Lists and pages of topics ask for it. */
export const adoptionOf = oncePerTopic(countAdoption);

function countAdoption(archive: Archive, topic: Topic): Adoption {
	const today = archive.latest ?? '';
	const readable = readablePlatforms(archive.platforms, topic);
	const found = standingOn(archive, topic.id);
	const having = readable.filter((platform) => (found.get(platform)?.inForce.length ?? 0) > 0);
	const recent = having.filter((platform) => tookUpLately(platform, topic.id, today));
	const ago = archive.latest === null ? [] : [`${daysBefore(today, 365)}T23:59:59Z`];
	const [then] = countsAt(archive, topic, ago).filter(({ of }) => of > 0);
	const both = having.filter((platform) => ago.some((moment) => isRecorded(platform, topic, moment)));
	const yearAgo = then === undefined ? null : { ...then, now: both.length };
	return { ...spreadOf(archive, topic), recent: recent.length, yearAgo };
}

export function spreadOf({ spread }: Pick<Archive, 'spread'>, { id }: Topic): TopicSpread {
	return spread.get(id) ?? { with: 0, of: 0 };
}

/** A platform that was recorded for the first time with such a clause did not take it up then. */
function tookUpLately({ agreements }: Platform, topic: string, today: string): boolean {
	const starts = agreements.flatMap(({ topics, versions }) => {
		const last = topics.spans[topic]?.at(-1);
		return last === undefined || last.last < versions.length - 1 ? [] : [last.first];
	});
	return (
		starts.length > 0 &&
		agreements.every(({ topics, versions }) => {
			const first = topics.spans[topic]?.find(({ last }) => last === versions.length - 1)?.first;
			if (first === undefined) return true;
			return first > 0 && daysBetween(versions[first]?.fetched ?? '', today) <= recentDays;
		})
	);
}

function isRecorded({ agreements }: Platform, topic: Topic, moment: string): boolean {
	return agreements.some((agreement) => {
		const { from, to } = timeOf(agreement);
		return isReadable(agreement, topic) && from <= moment && (to === null || to > moment);
	});
}

/** Of the platforms that stand today alone: one that came into the archive later took nothing up. @param moments oldest first */
function countsAt(
	archive: Pick<Archive, 'platforms'>,
	topic: Topic,
	moments: readonly string[],
): TopicSpread[] {
	const readable = readablePlatforms(archive.platforms, topic).map(({ agreements }) =>
		agreements.filter((agreement) => isReadable(agreement, topic)),
	);
	const standing = readable.map((agreements) => agreements.map(timeOf));
	const having = readable.map((agreements) => agreements.flatMap((each) => timesOn(each, topic.id)));
	const [of, on] = [countCovered(standing, moments), countCovered(having, moments)];
	return moments.map((_, at) => ({ with: on[at] as number, of: of[at] as number }));
}

/** Ends of months from the first record to the newest version, oldest first. */
export function growthOf(archive: Archive, topic: Topic): Growth[] {
	const { latest } = archive;
	const first = archive.entries.at(-1)?.change.version.fetched ?? '';
	const months: string[] = [];
	for (let month = monthOf(first); latest !== null && month <= monthOf(latest); month = monthAfter(month))
		months.push(month);
	const counts = countsAt(archive, topic, months.map(endOfMonth));
	return counts.map((count, at) => ({ month: months[at] as string, ...count }));
}

function monthAfter(month: string): string {
	const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7))));
	return next.toISOString().slice(0, 7);
}

function timeOf(agreement: Agreement): Time {
	return { from: agreement.versions[0]?.fetched ?? '', to: endOfStanding(agreement) };
}

function timesOn(agreement: Agreement, topic: string): Time[] {
	const { topics, versions } = agreement;
	return (topics.spans[topic] ?? []).map(({ first, last }) => ({
		from: versions[first]?.fetched ?? '',
		to: versions[last + 1]?.fetched ?? endOfStanding(agreement),
	}));
}
