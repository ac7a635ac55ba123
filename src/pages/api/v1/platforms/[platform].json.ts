/** A platform as an answer of the API. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../../load/load-archive.ts';
import { jsonResponse, whereOffered } from '../../../../site/api/offered.ts';
import { platformAnswer } from '../../../../site/api/platform-answer.ts';
import { platformPagesKey } from '../../../../site/page-keys.ts';
import { type OfPlatform, platformFilePaths } from '../../../../site/page-paths.ts';

export const getStaticPaths = async () =>
	whereOffered(await loadArchive(), (archive) => platformFilePaths(archive, platformPagesKey));

export async function GET({ props }: APIContext<OfPlatform>): Promise<Response> {
	return jsonResponse(platformAnswer(await loadArchive(), props.platform));
}
