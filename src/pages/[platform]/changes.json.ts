/** The changes that matter of one platform as data; their format is told in `src/site/changes-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load.ts';
import type { Platform } from '../../model/archive.ts';
import { platformChanges } from '../../site/changes-json.ts';
import { dataKey } from '../../site/page-keys.ts';

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
		cacheKey: dataKey(platformChanges(platform)),
	}));
}

export function GET({ props }: APIContext<Props>): Response {
	const file = JSON.stringify(platformChanges(props.platform));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
