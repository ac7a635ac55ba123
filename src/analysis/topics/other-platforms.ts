/** How other platforms put what one clause says: of their clauses on the same topic the one most like it, each in its own words. */
import type { Agreement, Archive, Platform, Provision } from '../../model/archive.ts';
import type { TopicFinding } from '../../model/topic.ts';
import { indexTerms, likeness, type TermIndex, type TermWeights, termsOf, weigh } from '../../text/tf-idf.ts';
import { isStanding } from '../history/standing.ts';

export interface OtherClause {
	readonly platform: Platform;
	readonly agreement: Agreement;
	readonly finding: TopicFinding;
	/** 0 to 1: see tf-idf.ts. */
	readonly likeness: number;
}

/** A clause that stands today, with the terms of its quote. */
interface WeighedClause extends Omit<OtherClause, 'likeness'> {
	readonly weights: TermWeights;
}

interface Holdings {
	readonly index: TermIndex;
	/** Topic → clauses on it. */
	readonly byTopic: ReadonlyMap<string, readonly WeighedClause[]>;
}

/**
 * Below this two clauses share a topic and little else. Chosen on the clauses of `others.tsv`, where
 * `npm run bench:others` prints what other values would show.
 */
export const leastLikeness = 0.1;

/** Fewer words are a heading or a half sentence, and tell a reader nothing. */
const fewestWords = 6;

const known = new WeakMap<readonly Platform[], Holdings>();

/** Most alike first, one a platform, the provision's own platform left out; empty where nothing is like it. */
export function othersOn(archive: Pick<Archive, 'platforms'>, provision: Provision): readonly OtherClause[] {
	const { platform, topic, quote } = provision;
	return othersLike(archive, platform, topic, quote.exact).filter((other) => other.likeness >= leastLikeness);
}

/** The same for any words, the unlike ones included. */
export function othersLike(
	archive: Pick<Archive, 'platforms'>,
	own: Platform,
	topic: string,
	words: string,
): readonly OtherClause[] {
	const { index, byTopic } = holdingsOf(archive.platforms);
	const weights = weigh(termsOf(words), index);
	const best = new Map<Platform, OtherClause>();
	for (const { platform, agreement, finding, weights: theirs } of byTopic.get(topic) ?? []) {
		if (platform === own) continue;
		const alike = likeness(weights, theirs);
		if (alike > (best.get(platform)?.likeness ?? -1))
			best.set(platform, { platform, agreement, finding, likeness: alike });
	}
	return [...best.values()].sort((one, other) => other.likeness - one.likeness);
}

/** Made once an archive: every page of a provision asks. */
function holdingsOf(platforms: readonly Platform[]): Holdings {
	const made = known.get(platforms);
	if (made !== undefined) return made;
	const found = platforms.flatMap((platform) =>
		platform.agreements
			.filter(isStanding)
			.flatMap((agreement) =>
				agreement.topics.findings
					.filter(({ until, quote }) => until === null && quote.split(/\s+/).length >= fewestWords)
					.map((finding) => ({ platform, agreement, finding, terms: termsOf(finding.quote) })),
			),
	);
	const index = indexTerms(found.map(({ terms }) => terms));
	const clauses = found.map(({ terms, ...each }) => ({ ...each, weights: weigh(terms, index) }));
	const holdings = { index, byTopic: Map.groupBy(clauses, ({ finding }) => finding.topic) };
	known.set(platforms, holdings);
	return holdings;
}
