/** Words by which a slip is put right; the form of the file is told in `src/site/search/search-words.ts`. */
import { loadArchive } from '../../load/load-archive.ts';
import { wordsFile } from '../../site/search/search-words-file.ts';

export async function GET(): Promise<Response> {
	const file = JSON.stringify(wordsFile(await loadArchive()));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
