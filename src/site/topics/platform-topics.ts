/** What a platform's agreements say, by topic, as plain values: a build keeps the page by them. */

import {
	changeAt,
	departureOf,
	type Found,
	foundOn,
	plainest,
} from '../../analysis/topics/findings-index.ts';
import { ownSide, type PlatformSide } from '../../analysis/topics/own-side.ts';
import { clauseQuote } from '../../analysis/topics/telling-quote.ts';
import { isReadable } from '../../analysis/topics/topic-spread.ts';
import type { Archive, Platform } from '../../model/archive.ts';
import type { Stance, Topic } from '../../model/topic.ts';
import { dayInWords, shortMonth } from '../../text/days-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { changeHref, topicHrefAt } from '../addresses/links.ts';
import { provisionUrl, topicUrl } from '../addresses/urls.ts';
import { ageOf } from '../agreement/ages.ts';
import {
	agesOfFound,
	type FoundAge,
	type FoundPlace,
	languagesRead,
	lastTouched,
	onPlatforms,
	placeOfFound,
} from './topic-words.ts';

interface TopicLink {
	readonly name: string;
	readonly href: string;
}

interface Row extends TopicLink {
	readonly id: string;
	readonly place: FoundPlace;
	/** Escaped. */
	readonly html: string;
	readonly on: string;
}

export interface TopicRow extends Row {
	/** Side that the platform takes, after its name: "trains on what you write"; empty where none is proven. */
	readonly side: string;
	/** What it forbids the person; empty where it does not. */
	readonly forbids: string;
	readonly ages: readonly FoundAge[];
	/** Other clauses of today on the topic, in whichever agreement. */
	readonly more: number;
	/** What all platforms say. */
	readonly allHref: string;
	readonly explained: { readonly title: string; readonly href: string } | null;
}

export interface GoneRow extends Row {
	/** "Feb 2021", "June 2026" */
	readonly from: string;
	readonly until: string;
	readonly recent: boolean;
	/** "Taken out on 16 June 2026" */
	readonly words: string;
	readonly changeHref: string;
}

/** Answers to what people ask first. */
export interface QuickFact extends TopicLink {
	/** "unless you opt out, since Mar 2024" */
	readonly words: string;
}

export interface PlatformTopics {
	/** Those on which it takes a side before those it only mentions; the weightiest first, of equal ones those with the newest words. */
	readonly rows: readonly TopicRow[];
	readonly gone: readonly GoneRow[];
	readonly never: readonly TopicLink[];
	readonly facts: readonly QuickFact[];
	/** Agreements that rules can read, and their recorded versions. */
	readonly agreements: number;
	readonly versions: number;
	/** In words: those that there are rules for. */
	readonly languages: readonly string[];
	/** How many the vocabulary has. */
	readonly topics: number;
}

/** Three lines of the column; the page of the agreement has the rest. */
const longestQuote = 230;
/** Those of them that the vocabulary has. */
const askedFirst = [
	'arbitration',
	'class-action-waiver',
	'ai-training',
	'sale-of-data',
	'price-changes',
	'liability-limit',
];

export function platformTopics(archive: Archive, platform: Platform): PlatformTopics {
	const { topics } = archive;
	const readable = platform.agreements.filter((agreement) =>
		topics.some((topic) => isReadable(agreement, topic)),
	);
	const found = topics.map((topic) => ({
		topic,
		inForce: foundOn(archive, topic.id).get(platform)?.inForce ?? [],
		gone: foundOn(archive, topic.id).get(platform)?.gone ?? [],
	}));
	const inForce = found.filter((each) => each.inForce.length > 0);
	const ended = found.filter((each) => each.inForce.length === 0 && each.gone.length > 0);
	const chosen = inForce.map(({ topic, inForce: all }) => {
		const side = ownSide(platform, all, topic);
		const mentions = all.every(({ finding }) => finding.stance === null);
		return { topic, all, side, mentions, best: side?.best ?? (plainest(all) as Found) };
	});
	chosen.sort(
		(one, other) =>
			Number(one.mentions) - Number(other.mentions) ||
			other.topic.weight - one.topic.weight ||
			(lastTouched(one.best) < lastTouched(other.best) ? 1 : -1),
	);
	return {
		rows: chosen.map(({ topic, all, side, best }) => rowOf(archive, topic, all, side?.stance ?? null, best)),
		gone: ended.map(({ topic, gone }) => goneRow(archive, topic, gone)),
		never: found
			.filter((each) => each.inForce.length + each.gone.length === 0)
			.map(({ topic }) => linkOf(topic)),
		facts: readable.length === 0 ? [] : factsOf(archive, platform),
		agreements: readable.length,
		versions: readable.reduce((sum, { versions }) => sum + versions.length, 0),
		languages: languagesRead(topics),
		topics: topics.length,
	};
}

function linkOf({ id, name }: Topic): TopicLink {
	return { name, href: topicUrl(id) };
}

function base(archive: Archive, topic: Topic, found: Found): Row {
	const { quote, marks } = found.finding;
	return {
		id: topic.id,
		...linkOf(topic),
		place: placeOfFound(found),
		html: escapeHtml(clauseQuote(quote, marks, longestQuote).quote),
		on: onPlatforms(archive, topic),
	};
}

function rowOf(
	archive: Archive,
	topic: Topic,
	all: readonly Found[],
	side: Stance | null,
	best: Found,
): TopicRow {
	const { platform } = best;
	const ban = topic.stances.find((each) => each.side === 'forbids');
	const provision = archive.provisions.find((each) => each.platform === platform && each.topic === topic.id);
	return {
		...base(archive, topic, best),
		side: side?.one ?? '',
		forbids: ban !== undefined && all.some(({ finding }) => finding.stance === ban.id) ? ban.one : '',
		ages: agesOfFound(best, archive.latest ?? ''),
		more: all.length - 1,
		href: topicHrefAt(platform, topic.id),
		allHref: topicUrl(topic.id),
		explained: provision ? { title: provision.title, href: provisionUrl(platform, provision.slug) } : null,
	};
}

function goneRow(archive: Archive, topic: Topic, gone: readonly Found[]): GoneRow {
	const end = (each: Found): string => changeAt(each.agreement, each.finding.until as number).version.fetched;
	const last = gone.reduce((newest, each) => (end(each) > end(newest) ? each : newest));
	const { platform, agreement, finding } = last;
	const change = changeAt(agreement, finding.until as number);
	const known = departureOf(last) !== null;
	return {
		...base(archive, topic, last),
		from: shortMonth(changeAt(agreement, finding.since).version.fetched),
		until: shortMonth(end(last)),
		recent: ageOf(end(last), archive.latest ?? '') === 1,
		words: known
			? `Taken out on ${dayInWords(end(last))}`
			: `Not in the text captured since ${dayInWords(end(last))}, of which most is missing`,
		changeHref: changeHref(platform, agreement, change),
	};
}

function factsOf(archive: Archive, platform: Platform): QuickFact[] {
	return askedFirst.flatMap((id) => {
		const topic = archive.topics.find((each) => each.id === id);
		if (topic === undefined) return [];
		const inForce = foundOn(archive, id).get(platform)?.inForce ?? [];
		const side = ownSide(platform, inForce, topic);
		return [
			{
				name: topic.name,
				href: topicHrefAt(platform, id),
				words: side === null ? 'nothing found' : factOf(side),
			},
		];
	});
}

/** "unless you opt out, since Mar 2024" */
function factOf({ stance, all }: PlatformSide): string {
	const starts = all.map(({ agreement, finding }) => changeAt(agreement, finding.since).version.fetched);
	const since = shortMonth(starts.toSorted()[0] as string);
	return `${stance === null ? 'mentioned' : stance.name}, since ${since}`;
}
