/** The whole recorded history of one agreement as data; its format is told in `src/site/ledger-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load.ts';
import type { Agreement, Platform } from '../../../model/archive.ts';
import { ledgerFile } from '../../../site/ledger-json.ts';
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
	const file = ledgerFile(await loadArchive(), props.platform, props.agreement);
	return new Response(JSON.stringify(file), { headers: { 'content-type': 'application/json' } });
}
