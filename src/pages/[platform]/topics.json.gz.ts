/** What the rules of topics found at one platform, as data; its format is told in `src/site/topics/topics-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load/load-archive.ts';
import { gzippedJson } from '../../site/formats/gzipped-json.ts';
import { viewKey } from '../../site/page-keys.ts';
import { type OfPlatform, platformFilePaths } from '../../site/page-paths.ts';
import { topicsFile } from '../../site/topics/topics-json.ts';

export const getStaticPaths = async () =>
	platformFilePaths(await loadArchive(), (archive, platform) =>
		viewKey(archive, topicsFile(archive, platform)),
	);

export async function GET({ props }: APIContext<OfPlatform>): Promise<Response> {
	const file = topicsFile(await loadArchive(), props.platform);
	return new Response(gzippedJson(file), { headers: { 'content-type': 'application/gzip' } });
}
