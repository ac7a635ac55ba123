/** The feed of one agreement, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { passageItem } from '../../../site/feeds/change-items.ts';
import { agreementFeed } from '../../../site/feeds/feeds.ts';
import { writeJsonFeed } from '../../../site/formats/json-feed.ts';
import { agreementKey } from '../../../site/page-keys.ts';
import { agreementFilePaths, type OfAgreement } from '../../../site/page-paths.ts';

export const getStaticPaths = async () => agreementFilePaths(await loadArchive(), agreementKey);

export async function GET({ props }: APIContext<OfAgreement>): Promise<Response> {
	return new Response(
		agreementFeed(await loadArchive(), props.platform, props.agreement, writeJsonFeed, passageItem),
		{
			headers: { 'content-type': 'application/feed+json; charset=utf-8' },
		},
	);
}
