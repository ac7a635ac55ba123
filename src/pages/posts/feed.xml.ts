/** The feed of posts. */
import { loadArchive } from '../../load.ts';
import { postsFeed } from '../../site/posts.ts';

export async function GET(): Promise<Response> {
	return new Response(postsFeed(await loadArchive()), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
