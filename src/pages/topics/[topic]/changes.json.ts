/** The changes that matter of clauses on one topic as data; their format is told in `src/site/changes-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load.ts';
import type { Topic } from '../../../model/topic.ts';
import { topicChanges } from '../../../site/changes-json.ts';
import { dataKey } from '../../../site/page-keys.ts';

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
		cacheKey: dataKey(topicChanges(archive, topic)),
	}));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	const file = JSON.stringify(topicChanges(await loadArchive(), props.topic));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
