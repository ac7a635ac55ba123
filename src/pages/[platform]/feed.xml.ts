/** The feed of one platform. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load.ts';
import type { Platform } from '../../model/archive.ts';
import { platformFeed } from '../../site/feeds.ts';

interface Props {
	readonly platform: Platform;
}

export async function getStaticPaths(): Promise<{ params: { platform: string }; props: Props }[]> {
	const { platforms } = await loadArchive();
	return platforms.map((platform) => ({ params: { platform: platform.slug }, props: { platform } }));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return new Response(platformFeed(await loadArchive(), props.platform), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
