/** The feed of posts, in JSON. */
import { loadArchive } from '../../load/load-archive.ts';
import { writeJsonFeed } from '../../site/formats/json-feed.ts';
import { postsFeed } from '../../site/provisions/posts.ts';

export async function GET(): Promise<Response> {
	return new Response(postsFeed(await loadArchive(), writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
