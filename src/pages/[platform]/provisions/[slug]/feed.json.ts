/** The feed of one provision, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../../load/load-archive.ts';
import type { Provision } from '../../../../model/archive.ts';
import { provisionFeed } from '../../../../site/feeds/provision-feed.ts';
import { writeJsonFeed } from '../../../../site/formats/json-feed.ts';
import { provisionKey } from '../../../../site/page-keys.ts';
import { surroundingsOf } from '../../../../site/provisions/explained.ts';

interface Props {
	readonly provision: Provision;
}

export async function getStaticPaths(): Promise<
	{ params: { platform: string; slug: string }; props: Props; cacheKey: string }[]
> {
	const archive = await loadArchive();
	return archive.provisions.map((provision) => ({
		params: { platform: provision.platform.slug, slug: provision.slug },
		props: { provision },
		cacheKey: provisionKey(archive, provision, surroundingsOf(archive, provision), []),
	}));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return new Response(provisionFeed(await loadArchive(), props.provision, writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
