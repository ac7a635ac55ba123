/** The feed of all platforms. */
import { loadArchive } from '../load/load-archive.ts';
import { archiveFeed } from '../site/feeds/feeds.ts';

export async function GET(): Promise<Response> {
	return new Response(archiveFeed(await loadArchive()), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
