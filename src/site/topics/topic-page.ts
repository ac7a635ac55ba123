/** All that the page of a topic shows, as plain values: a build keeps the page by them. */

import { type AgreementKind, kindOf } from '../../analysis/topics/agreement-kinds.ts';
import { foundOn, standingOn } from '../../analysis/topics/findings-index.ts';
import { mentions } from '../../analysis/topics/stance-detector.ts';
import type { Archive } from '../../model/archive.ts';
import type { Topic, TopicRule } from '../../model/topic.ts';
import { capitalised } from '../../text/capitalised.ts';
import { onUrl, platformUrl, provisionUrl } from '../addresses/urls.ts';
import { ageOf } from '../agreement/ages.ts';
import { type Adoption, adoptionOf, type Growth, growthOf } from './adoption.ts';
import { type LawOnTopic, lawsOn } from './laws-on-topic.ts';
import { markedQuote } from './marked-quote.ts';
import { oncePerTopic } from './once-per-topic.ts';
import { type SideMove, sideMovesOn } from './side-moves.ts';
import { groupInWords, groupsOf, onlyForbidding, type SideGroup, sidesOn, silentOn } from './sides.ts';
import { type Moves, movesOn } from './topic-moves.ts';
import { agesOfFound, type FoundAge, type FoundPlace, lastTouched, placeOfFound } from './topic-words.ts';

export interface TopicQuote {
	/** `QuoteGroup.id` */
	readonly group: string;
	readonly platform: string;
	/** What the platform says on the topic, where it takes a side; else its page. */
	readonly platformHref: string;
	readonly place: FoundPlace;
	readonly ages: readonly FoundAge[];
	/** Escaped, its decisive words marked; empty where the page has quotes enough. */
	readonly html: string;
	readonly kind: AgreementKind;
	/** Came in or was reworded within a year. */
	readonly lately: boolean;
	/** Other clauses on the topic at the same platform. */
	readonly more: number;
}

/** Quotes of platforms that take one side. */
export interface QuoteGroup {
	/** `Stance.id`, or `mentions`. */
	readonly id: string;
	/** "Unless you opt out" */
	readonly title: string;
	/** "3 train unless you opt out" */
	readonly words: string;
	readonly platforms: number;
	/** What platforms forbid the person stands apart. */
	readonly forbids: boolean;
}

/** Platforms that the bars and the sentence beside them tell together: each platform stands in one of these. */
export interface BarGroup {
	/** `QuoteGroup.id` */
	readonly id: string;
	/** "2 only forbid you to train models on their content" */
	readonly words: string;
	readonly platforms: number;
}

export interface TopicPage {
	readonly adoption: Adoption;
	/** In the order of the topic's file, those that take no side after the rest, those that only forbid last. */
	readonly bars: readonly BarGroup[];
	/** In the order of the topic's file, those that take no side after the rest, those that forbid last. */
	readonly groups: readonly QuoteGroup[];
	/** Platforms without a clause on it. */
	readonly silent: number;
	/** Who changed sides, newest first. */
	readonly sideMoves: readonly SideMove[];
	/** Agreements with such a clause today. */
	readonly agreements: number;
	/** Platforms with a clause on it in the last text of an agreement that is followed no longer, and in none that is: in no other number here. */
	readonly over: number;
	readonly growth: readonly Growth[];
	/** One a platform in each group, group by group, the newest words first. */
	readonly quotes: readonly TopicQuote[];
	readonly moves: Moves;
	readonly counterparts: readonly {
		readonly vocabulary: string;
		readonly words: string;
		readonly address: string;
	}[];
	readonly rules: readonly {
		readonly language: string;
		readonly rule: TopicRule;
		readonly lists: readonly WordList[];
	}[];
	readonly regulations: readonly LawOnTopic[];
	readonly provisions: readonly {
		readonly title: string;
		readonly href: string;
		readonly platform: string;
	}[];
}

interface WordList {
	readonly name: string;
	readonly words: readonly string[];
}

/** Quotes set in full; the platforms beyond are named with their clause, so that a page of hundreds stays light. */
const mostQuotes = 150;
const mostMoves = 6;

export const topicPage = oncePerTopic(collect);

function collect(archive: Archive, topic: Topic): TopicPage {
	const platforms = [...standingOn(archive, topic.id).values()].filter(({ inForce }) => inForce.length > 0);
	const agreements = new Set(platforms.flatMap(({ inForce }) => inForce.map(({ agreement }) => agreement)));
	const sides = sidesOn(archive, topic);
	const own = groupsOf(sides.own, topic);
	const groups = [...own, ...groupsOf(sides.forbids, topic)];
	return {
		adoption: adoptionOf(archive, topic),
		bars: [
			...own.map((group) => barsFor(group, groupInWords(group))),
			...onlyForbidding(sides, topic).map((group) => barsFor(group, groupInWords(group, 'only '))),
		],
		groups: groups.map(groupOf),
		silent: silentOn(archive, topic),
		sideMoves: sideMovesOn(archive, topic, mostMoves),
		agreements: agreements.size,
		over: lastTextsOn(archive, topic).length - platforms.length,
		growth: growthOf(archive, topic),
		quotes: quotesOf(groups, archive.latest ?? ''),
		moves: movesOn(archive, topic, mostMoves),
		counterparts: counterpartsOf(topic),
		rules: rulesOf(topic),
		regulations: lawsOn(archive.regulations, topic.id),
		provisions: archive.provisions
			.filter((provision) => provision.topic === topic.id)
			.map(({ title, platform, slug }) => ({
				title,
				href: provisionUrl(platform, slug),
				platform: platform.name,
			})),
	};
}

function lastTextsOn(archive: Archive, topic: Topic): unknown[] {
	return [...foundOn(archive, topic.id).values()].filter(({ inLastTexts }) => inLastTexts.length > 0);
}

function barsFor({ stance, platforms }: SideGroup, words: string): BarGroup {
	return { id: stance?.id ?? mentions, words, platforms: platforms.length };
}

function groupOf(group: SideGroup): QuoteGroup {
	const { stance, platforms } = group;
	return {
		id: stance?.id ?? mentions,
		title: capitalised(stance?.name ?? 'takes no side that is proven'),
		words: groupInWords(group),
		platforms: platforms.length,
		forbids: stance?.side === 'forbids',
	};
}

function quotesOf(groups: readonly SideGroup[], today: string): TopicQuote[] {
	const sides = groups.flatMap(({ platforms }) =>
		platforms.toSorted((one, other) => (lastTouched(one.best) < lastTouched(other.best) ? 1 : -1)),
	);
	return sides.map(({ stance, best, all }, index) => ({
		group: stance?.id ?? mentions,
		platform: best.platform.name,
		platformHref: stance === null ? platformUrl(best.platform) : onUrl(best.platform, best.finding.topic),
		place: placeOfFound(best),
		ages: agesOfFound(best, today),
		html: index < mostQuotes ? markedQuote(best.finding, 'mark') : '',
		kind: kindOf(best.agreement.name),
		lately: ageOf(lastTouched(best), today) <= 2,
		more: all.length - 1,
	}));
}

const claudetteWords: Readonly<Record<Topic['counterparts']['claudette'][number], string>> = {
	a: 'arbitration',
	ch: 'unilateral change',
	cr: 'content removal',
	j: 'jurisdiction',
	law: 'choice of law',
	ltd: 'limitation of liability',
	pinc: 'privacy included',
	ter: 'unilateral termination',
	use: 'contract by using',
};

function counterpartsOf({ counterparts }: Topic): TopicPage['counterparts'] {
	const { claudette, opp115, cuad } = counterparts;
	const all = [
		{
			vocabulary: 'CLAUDETTE',
			words: claudette.map((tag) => `${claudetteWords[tag]} (${tag})`).join(', '),
			address: 'https://doi.org/10.1007/s10506-019-09243-2',
		},
		{ vocabulary: 'OPP-115', words: opp115.join(', '), address: 'https://usableprivacy.org/data' },
		{ vocabulary: 'CUAD', words: cuad.join(', '), address: 'https://arxiv.org/abs/2103.06268' },
	];
	return all.filter(({ words }) => words !== '');
}

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

function rulesOf({ rules, lists }: Topic): TopicPage['rules'] {
	return Object.entries(rules).map(([language, rule]) => {
		const said = [...rule.find, ...rule.unless].join(' ');
		const used = Object.entries(lists?.[language] ?? {}).filter(([name]) => said.includes(`<${name}>`));
		return {
			language: languageNames.of(language) ?? language,
			rule,
			lists: used.map(([name, words]) => ({ name, words })),
		};
	});
}
