/** The recorded versions of one agreement as a Memento TimeMap; its format is told in `src/site/agreement/time-map.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { timeMap } from '../../../site/agreement/time-map.ts';
import { agreementKey } from '../../../site/page-keys.ts';
import { agreementFilePaths, type OfAgreement } from '../../../site/page-paths.ts';

export const getStaticPaths = async () => agreementFilePaths(await loadArchive(), agreementKey);

export function GET({ props }: APIContext<OfAgreement>): Response {
	return new Response(timeMap(props.platform, props.agreement), {
		headers: { 'content-type': 'application/link-format' },
	});
}
