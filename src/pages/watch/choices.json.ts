/** What can be watched; the format of the file is told in `src/site/watch/watch-choices.ts`. */
import { loadArchive } from '../../load/load-archive.ts';
import { choicesFile } from '../../site/watch/watch-choices.ts';

export async function GET(): Promise<Response> {
	const file = JSON.stringify(choicesFile(await loadArchive()));
	return new Response(file, { headers: { 'content-type': 'application/json' } });
}
