/** What the rules of topics found at one platform, as data; its format is told in `src/site/topics-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load.ts';
import type { Platform } from '../../model/archive.ts';
import { viewKey } from '../../site/page-keys.ts';
import { topicsFile } from '../../site/topics-json.ts';

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
		cacheKey: viewKey(archive, topicsFile(archive, platform)),
	}));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	const file = topicsFile(await loadArchive(), props.platform);
	return new Response(JSON.stringify(file), { headers: { 'content-type': 'application/json' } });
}
