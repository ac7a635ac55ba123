/** The feed of one agreement. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load.ts';
import type { Agreement, Platform } from '../../../model/archive.ts';
import { agreementFeed } from '../../../site/feeds.ts';
import { agreementKey } from '../../../site/page-keys.ts';

interface Props {
	readonly platform: Platform;
	readonly agreement: Agreement;
}

export async function getStaticPaths(): Promise<
	{ params: { platform: string; agreement: string }; props: Props; cacheKey: string }[]
> {
	const archive = await loadArchive();
	return archive.platforms.flatMap((platform) =>
		platform.agreements.map((agreement) => ({
			params: { platform: platform.slug, agreement: agreement.slug },
			props: { platform, agreement },
			cacheKey: agreementKey(archive, platform, agreement),
		})),
	);
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return new Response(agreementFeed(await loadArchive(), props.platform, props.agreement), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
