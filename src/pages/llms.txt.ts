/** Where programs that read for somebody find what they need. */
import { loadArchive } from '../load/load-archive.ts';
import { llmsText } from '../site/api/llms-text.ts';

export async function GET(): Promise<Response> {
	return new Response(llmsText(await loadArchive()), {
		headers: { 'content-type': 'text/plain; charset=utf-8' },
	});
}
