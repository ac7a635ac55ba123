/** The feed of posts. */
import { loadArchive } from '../../load/load-archive.ts';
import { postsFeed } from '../../site/provisions/posts.ts';

export async function GET(): Promise<Response> {
	return new Response(postsFeed(await loadArchive()), {
		headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
	});
}
