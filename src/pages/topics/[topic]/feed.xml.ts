/** The feed of one topic: prominent changes of clauses on it, at any platform. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load.ts';
import type { Topic } from '../../../model/topic.ts';
import { topicFeed } from '../../../site/feeds.ts';
import { topicFeedKey } from '../../../site/page-keys.ts';

interface Props {
	readonly topic: Topic;
}

export async function getStaticPaths(): Promise<
	{ params: { topic: string }; props: Props; cacheKey: string }[]
> {
	const archive = await loadArchive();
	return archive.topics.map((topic) => ({
		params: { topic: topic.id },
		props: { topic },
		cacheKey: topicFeedKey(archive, topic),
	}));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return new Response(topicFeed(await loadArchive(), props.topic), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
