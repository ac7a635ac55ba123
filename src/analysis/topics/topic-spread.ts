/** On how many platforms a topic is found. */
import type { Agreement, Platform, TopicSpread } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { isStanding } from '../history/standing.ts';

/** True where the topic has rules for the language of the agreement: elsewhere nothing can be found, and nothing said. */
export function isReadable(
	{ language }: Pick<Agreement, 'language'>,
	{ rules }: Pick<Topic, 'rules'>,
): boolean {
	return (language.split('-', 1)[0] as string) in rules;
}

/** Platforms of which the rules of a topic can read an agreement that stands: one that is followed no longer has no side today. */
export function readablePlatforms(platforms: readonly Platform[], topic: Topic): Platform[] {
	return platforms.filter(({ agreements }) =>
		agreements.some((agreement) => isReadable(agreement, topic) && isStanding(agreement)),
	);
}

/** By topic. */
export function topicSpreads(
	platforms: readonly Platform[],
	topics: readonly Topic[],
): ReadonlyMap<string, TopicSpread> {
	const found = new Map(platforms.map((platform) => [platform, topicsInForce(platform)]));
	return new Map(
		topics.map((topic) => {
			const readable = readablePlatforms(platforms, topic);
			const having = readable.filter((platform) => found.get(platform)?.has(topic.id));
			return [topic.id, { with: having.length, of: readable.length }];
		}),
	);
}

function topicsInForce({ agreements }: Platform): ReadonlySet<string> {
	const findings = agreements.filter(isStanding).flatMap(({ topics }) => topics.findings);
	return new Set(findings.filter(({ until }) => until === null).map(({ topic }) => topic));
}
