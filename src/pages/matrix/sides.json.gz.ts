/** Which side each platform takes on each topic, as data; its format is told in `src/site/matrix/sides-format.ts`. */
import { loadArchive } from '../../load/load-archive.ts';
import { gzippedJson } from '../../site/formats/gzipped-json.ts';
import { sidesFile } from '../../site/matrix/sides-file.ts';

export async function GET(): Promise<Response> {
	const file = gzippedJson(sidesFile(await loadArchive()));
	return new Response(file, { headers: { 'content-type': 'application/gzip' } });
}
