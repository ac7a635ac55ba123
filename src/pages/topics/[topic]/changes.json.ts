/** The changes that matter of clauses on one topic as data; their format is told in `src/site/watch/changes-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { dataKey } from '../../../site/page-keys.ts';
import { type OfTopic, topicPaths } from '../../../site/page-paths.ts';
import { topicChanges } from '../../../site/watch/changes-json.ts';

export const getStaticPaths = async () =>
	topicPaths(await loadArchive(), (archive, topic) => dataKey(topicChanges(archive, topic)));

export async function GET({ props }: APIContext<OfTopic>): Promise<Response> {
	const file = JSON.stringify(topicChanges(await loadArchive(), props.topic));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
