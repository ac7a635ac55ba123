/** The feed of all platforms, in JSON. */
import { loadArchive } from '../load/load-archive.ts';
import { archiveFeed } from '../site/feeds/feeds.ts';
import { writeJsonFeed } from '../site/formats/json-feed.ts';

export async function GET(): Promise<Response> {
	return new Response(archiveFeed(await loadArchive(), writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
