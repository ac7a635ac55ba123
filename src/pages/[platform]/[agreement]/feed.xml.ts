/** The feed of one agreement. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { agreementFeed } from '../../../site/feeds/feeds.ts';
import { agreementKey } from '../../../site/page-keys.ts';
import { agreementFilePaths, type OfAgreement } from '../../../site/page-paths.ts';

export const getStaticPaths = async () => agreementFilePaths(await loadArchive(), agreementKey);

export async function GET({ props }: APIContext<OfAgreement>): Promise<Response> {
	return new Response(agreementFeed(await loadArchive(), props.platform, props.agreement), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
