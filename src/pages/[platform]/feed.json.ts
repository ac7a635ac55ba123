/** The feed of one platform, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load/load-archive.ts';
import { platformFeed } from '../../site/feeds/feeds.ts';
import { writeJsonFeed } from '../../site/formats/json-feed.ts';
import { platformFeedKey } from '../../site/page-keys.ts';
import { type OfPlatform, platformFilePaths } from '../../site/page-paths.ts';

export const getStaticPaths = async () => platformFilePaths(await loadArchive(), platformFeedKey);

export async function GET({ props }: APIContext<OfPlatform>): Promise<Response> {
	return new Response(platformFeed(await loadArchive(), props.platform, writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
