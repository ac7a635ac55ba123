/** What weighs most of all that is newer than any moment; the format of the file is told in `src/site/digest/weightiest.ts`. */
import { loadArchive } from '../load/load-archive.ts';
import { weightiestFile } from '../site/digest/weightiest.ts';

export async function GET(): Promise<Response> {
	const file = JSON.stringify(weightiestFile(await loadArchive()));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
