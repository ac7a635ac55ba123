/** A topic as an answer of the API. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../../load/load-archive.ts';
import { jsonResponse, whereOffered } from '../../../../site/api/offered.ts';
import { topicAnswer } from '../../../../site/api/topic-answer.ts';
import { dataKey } from '../../../../site/page-keys.ts';
import { type OfTopic, topicPaths } from '../../../../site/page-paths.ts';

export const getStaticPaths = async () =>
	whereOffered(await loadArchive(), (archive) =>
		topicPaths(archive, (_, topic) => dataKey(topicAnswer(archive, topic))),
	);

export async function GET({ props }: APIContext<OfTopic>): Promise<Response> {
	return jsonResponse(topicAnswer(await loadArchive(), props.topic));
}
