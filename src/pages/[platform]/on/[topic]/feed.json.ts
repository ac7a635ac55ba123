/** The feed of what one platform says on one topic, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../../load/load-archive.ts';
import { onFeed } from '../../../../site/feeds/on-feed.ts';
import { writeBriefJsonFeed } from '../../../../site/formats/json-feed.ts';
import { onKey } from '../../../../site/page-keys.ts';
import { type OnTopic, onPaths } from '../../../../site/page-paths.ts';

export const getStaticPaths = async () => onPaths(await loadArchive(), onKey);

export async function GET({ props }: APIContext<OnTopic>): Promise<Response> {
	return new Response(onFeed(await loadArchive(), props.platform, props.topic, writeBriefJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
