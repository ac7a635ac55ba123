/** The list of all platforms' feeds, for readers that import lists. */
import { loadArchive } from '../load/load-archive.ts';
import { platformsOpml } from '../site/feeds/feeds.ts';

export async function GET(): Promise<Response> {
	return new Response(platformsOpml(await loadArchive()), {
		headers: { 'content-type': 'text/x-opml; charset=utf-8' },
	});
}
