/** What a question can name; the form of the file is told in `src/site/search/search-names.ts`. */
import { loadArchive } from '../../load/load-archive.ts';
import { namesFile } from '../../site/search/search-names-file.ts';

export async function GET(): Promise<Response> {
	const file = JSON.stringify(namesFile(await loadArchive()));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
