/** `topics/<topic>.json`: which platform takes which side, with the clause that shows it most plainly. */
import type { PlatformSide } from '../../analysis/topics/own-side.ts';
import type { TopicAnswer } from '../../model/api-answers.ts';
import type { Archive } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { platformApi } from '../addresses/api-urls.ts';
import { topicHrefAt } from '../addresses/links.ts';
import { absolute, topicFeedUrl, topicUrl } from '../addresses/urls.ts';
import { spreadOf } from '../topics/adoption.ts';
import { oncePerTopic } from '../topics/once-per-topic.ts';
import { onlyForbidding, sidesOn } from '../topics/sides.ts';
import { topicEntries } from '../topics/topics-of-change.ts';
import { changeAnswer } from './change-answer.ts';
import { feedsOf } from './feeds-of.ts';
import { nameOf } from './names.ts';
import { quoteOf } from './quote-of.ts';

const newestChanges = 50;

/** Made once: the key of its page asks for it before the page does. */
export const topicAnswer = oncePerTopic(
	(archive: Archive, topic: Topic): TopicAnswer => ({
		topic: { id: topic.id, name: topic.name },
		address: absolute(topicUrl(topic.id)),
		feeds: feedsOf(topicFeedUrl(topic.id)),
		definition: topic.definition,
		counts: topic.counts,
		countsNot: topic.countsNot,
		weight: topic.weight,
		stances: topic.stances.map(({ id, name, one, side }) => ({ id, name, says: one, side })),
		found: { ...spreadOf(archive, topic) },
		platforms: platformsOn(archive, topic),
		changes: topicEntries(archive, topic)
			.slice(0, newestChanges)
			.map((entry) => changeAnswer(archive, entry)),
	}),
);

function platformsOn(archive: Archive, topic: Topic): TopicAnswer['platforms'] {
	const sides = sidesOn(archive, topic);
	const forbidding = new Set(sides.forbids.map(({ platform }) => platform));
	const others = onlyForbidding(sides, topic).flatMap(({ platforms }) => platforms);
	return [...sides.own, ...others]
		.map((side) => sideOf(archive, topic, side, forbidding.has(side.platform)))
		.sort((one, other) => (one.platform.name < other.platform.name ? -1 : 1));
}

function sideOf(
	archive: Archive,
	topic: Topic,
	{ platform, stance, best, all }: PlatformSide,
	forbids: boolean,
): TopicAnswer['platforms'][number] {
	return {
		platform: nameOf(platform),
		address: absolute(topicHrefAt(platform, topic.id)),
		api: platformApi(platform),
		stance: stance?.id ?? null,
		forbids,
		clauses: all.length,
		quote: quoteOf(archive, best),
	};
}
