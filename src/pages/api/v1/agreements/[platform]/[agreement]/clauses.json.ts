/** Every clause of an agreement in every wording, as an answer of the API. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../../../../load/load-archive.ts';
import { clausesAnswer } from '../../../../../../site/api/clauses-answer.ts';
import { jsonResponse, whereOffered } from '../../../../../../site/api/offered.ts';
import { agreementKey } from '../../../../../../site/page-keys.ts';
import { agreementFilePaths, type OfAgreement } from '../../../../../../site/page-paths.ts';

export const getStaticPaths = async () =>
	whereOffered(await loadArchive(), (archive) => agreementFilePaths(archive, agreementKey));

export async function GET({ props }: APIContext<OfAgreement>): Promise<Response> {
	return jsonResponse(clausesAnswer(await loadArchive(), props.platform, props.agreement));
}
