/** The feed of finished weeks. Its path has a parameter of one value, because only such pages say by a key what they show. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load/load-archive.ts';
import { digestFeed } from '../../site/feeds/digest-feeds.ts';
import { digestFeedKey } from '../../site/page-keys.ts';

export async function getStaticPaths(): Promise<{ params: { name: string }; cacheKey: string }[]> {
	return [{ params: { name: 'feed' }, cacheKey: digestFeedKey(await loadArchive()) }];
}

export async function GET(_context: APIContext): Promise<Response> {
	return new Response(digestFeed(await loadArchive()), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
