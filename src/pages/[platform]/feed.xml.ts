/** The feed of one platform. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load.ts';
import type { Platform } from '../../model/archive.ts';
import { platformFeed } from '../../site/feeds.ts';
import { platformFeedKey } from '../../site/page-keys.ts';

interface Props {
	readonly platform: Platform;
}

export async function getStaticPaths(): Promise<
	{ params: { platform: string }; props: Props; cacheKey: string }[]
> {
	const archive = await loadArchive();
	return archive.platforms.map((platform) => ({
		params: { platform: platform.slug },
		props: { platform },
		cacheKey: platformFeedKey(archive, platform),
	}));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return new Response(platformFeed(await loadArchive(), props.platform), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
