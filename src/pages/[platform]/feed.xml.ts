/** The feed of one platform. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load/load-archive.ts';
import { platformFeed } from '../../site/feeds/feeds.ts';
import { platformFeedKey } from '../../site/page-keys.ts';
import { type OfPlatform, platformFilePaths } from '../../site/page-paths.ts';

export const getStaticPaths = async () => platformFilePaths(await loadArchive(), platformFeedKey);

export async function GET({ props }: APIContext<OfPlatform>): Promise<Response> {
	return new Response(platformFeed(await loadArchive(), props.platform), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
