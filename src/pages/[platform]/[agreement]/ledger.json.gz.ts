/** The whole recorded history of one agreement as data; its format is told in `src/site/compare/ledger-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { ledgerFile } from '../../../site/compare/ledger-json.ts';
import { gzippedJson } from '../../../site/formats/gzipped-json.ts';
import { agreementKey } from '../../../site/page-keys.ts';
import { agreementFilePaths, type OfAgreement } from '../../../site/page-paths.ts';

export const getStaticPaths = async () => agreementFilePaths(await loadArchive(), agreementKey);

export async function GET({ props }: APIContext<OfAgreement>): Promise<Response> {
	const file = ledgerFile(await loadArchive(), props.platform, props.agreement);
	return new Response(gzippedJson(file), { headers: { 'content-type': 'application/gzip' } });
}
