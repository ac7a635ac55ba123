/** The feed of finished weeks, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load/load-archive.ts';
import { digestFeed } from '../../site/feeds/digest-feeds.ts';
import { writeJsonFeed } from '../../site/formats/json-feed.ts';
import { digestFeedKey } from '../../site/page-keys.ts';

export async function getStaticPaths(): Promise<{ params: { name: string }; cacheKey: string }[]> {
	return [{ params: { name: 'feed' }, cacheKey: digestFeedKey(await loadArchive()) }];
}

export async function GET(_context: APIContext): Promise<Response> {
	return new Response(digestFeed(await loadArchive(), writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
