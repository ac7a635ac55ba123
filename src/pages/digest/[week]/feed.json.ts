/** The changes of one week, as items, in JSON. */
import type { APIContext } from 'astro';
import { loadArchive } from '../../../load/load-archive.ts';
import { type Week, weeksOf } from '../../../site/digest/digest.ts';
import { weekFeed } from '../../../site/feeds/digest-feeds.ts';
import { writeJsonFeed } from '../../../site/formats/json-feed.ts';
import { weekKey } from '../../../site/page-keys.ts';

interface Props {
	readonly week: Week;
}

export async function getStaticPaths(): Promise<
	{ params: { week: string }; props: Props; cacheKey: string }[]
> {
	const archive = await loadArchive();
	return weeksOf(archive).map((week) => ({
		params: { week: week.week },
		props: { week },
		cacheKey: weekKey(archive, week),
	}));
}

export async function GET({ props }: APIContext<Props>): Promise<Response> {
	return new Response(weekFeed(await loadArchive(), props.week, writeJsonFeed), {
		headers: { 'content-type': 'application/feed+json; charset=utf-8' },
	});
}
