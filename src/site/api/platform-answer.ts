/** `platforms/<platform>.json`: its agreements, and which side it takes on which topic. */
import { type Found, foundOn } from '../../analysis/topics/findings-index.ts';
import { ownSide } from '../../analysis/topics/own-side.ts';
import type { PlatformAnswer } from '../../model/api-answers.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { agreementApi, clausesApi } from '../addresses/api-urls.ts';
import { topicHrefAt } from '../addresses/links.ts';
import { absolute, agreementUrl, platformFeedUrl, platformUrl } from '../addresses/urls.ts';
import { firstFetched, lastFetched } from '../overview/spans.ts';
import { feedsOf } from './feeds-of.ts';
import { nameOf } from './names.ts';
import { quoteOf } from './quote-of.ts';

export function platformAnswer(archive: Archive, platform: Platform): PlatformAnswer {
	return {
		platform: nameOf(platform),
		address: absolute(platformUrl(platform)),
		feeds: feedsOf(platformFeedUrl(platform)),
		former: archive.formerPlatforms
			.filter(({ now }) => now === platform.slug)
			.map(({ former }) => nameOf(former)),
		agreements: platform.agreements.map((agreement) => agreementOf(platform, agreement)),
		topics: archive.topics.flatMap((topic) => onTopic(archive, platform, topic) ?? []),
	};
}

function agreementOf(platform: Platform, agreement: Agreement): PlatformAnswer['agreements'][number] {
	return {
		...nameOf(agreement),
		language: agreement.language,
		versions: agreement.versions.length,
		clauses: agreement.clauses,
		first: firstFetched([agreement]) as string,
		latest: lastFetched([agreement]) as string,
		address: absolute(agreementUrl(platform, agreement)),
		api: agreementApi(platform, agreement),
		clausesApi: clausesApi(platform, agreement),
	};
}

function onTopic(
	archive: Archive,
	platform: Platform,
	topic: Topic,
): PlatformAnswer['topics'][number] | null {
	const found = foundOn(archive, topic.id).get(platform);
	if (found === undefined) return null;
	const { inForce, gone } = found;
	const quotes: readonly Found[] = inForce.length > 0 ? inForce : gone;
	return {
		topic: { id: topic.id, name: topic.name },
		address: absolute(topicHrefAt(platform, topic.id)),
		stance: ownSide(platform, inForce, topic)?.stance?.id ?? null,
		quotes: quotes.map((each) => ({ ...quoteOf(archive, each), stance: each.finding.stance })),
	};
}
