/** The changes that matter of one platform as data; their format is told in `src/site/watch/changes-json.ts`. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../load/load-archive.ts';
import { dataKey } from '../../site/page-keys.ts';
import { type OfPlatform, platformFilePaths } from '../../site/page-paths.ts';
import { platformChanges } from '../../site/watch/changes-json.ts';

export const getStaticPaths = async () =>
	platformFilePaths(await loadArchive(), (_, platform) => dataKey(platformChanges(platform)));

export function GET({ props }: APIContext<OfPlatform>): Response {
	const file = JSON.stringify(platformChanges(props.platform));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
