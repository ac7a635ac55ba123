/** The feed of one topic: prominent changes of clauses on it, at any platform, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { topicFeed } from '../../../site/feeds/feeds.ts';
import { writeJsonFeed } from '../../../site/formats/json-feed.ts';
import { topicFeedKey } from '../../../site/page-keys.ts';
import { type OfTopic, topicPaths } from '../../../site/page-paths.ts';

export const getStaticPaths = async () => topicPaths(await loadArchive(), topicFeedKey);

export async function GET({ props }: APIContext<OfTopic>): Promise<Response> {
	return new Response(topicFeed(await loadArchive(), props.topic, writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
