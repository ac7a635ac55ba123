/** Writes JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/): the same channels and items as in RSS. */
import { withoutControls } from '../../text/escape.ts';
import { absolute } from '../addresses/urls.ts';
import { readableJson } from './readable-json.ts';
import type { Channel, FeedItem, WriteFeed } from './rss.ts';
import { toldApart } from './told-apart.ts';

/** Lies beside the feed in RSS, whose address the channel names. */
export const writeJsonFeed: WriteFeed = (channel, items) =>
	readableJson({
		version: 'https://jsonfeed.org/version/1.1',
		title: withoutControls(channel.title),
		description: withoutControls(channel.description),
		home_page_url: absolute(channel.page),
		feed_url: absolute(jsonFeedOf(channel)),
		language: 'en',
		items: toldApart(items).map(written),
	});

/** The same, each item with its lead alone: of feeds of which there are thousands. */
export const writeBriefJsonFeed: WriteFeed = (channel, items) =>
	writeJsonFeed(
		channel,
		items.map((item) => ({ ...item, body: '' })),
	);

function jsonFeedOf({ self }: Channel): string {
	return self.replace(/\.xml$/, '.json');
}

function written({ title, lead, page, identity, categories, date, body }: FeedItem): object {
	return {
		id: withoutControls(identity),
		url: absolute(page),
		title: withoutControls(title),
		...(body === ''
			? { content_text: withoutControls(lead) }
			: { summary: withoutControls(lead), content_html: body }),
		date_published: new Date(date).toISOString(),
		...(categories.length === 0 ? {} : { tags: categories }),
	};
}
