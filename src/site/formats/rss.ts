/** Writes RSS 2.0: what all feeds share, whatever their items tell of. */
import RSS from 'rss';
import { escapeHtml, withoutControls } from '../../text/escape.ts';
import { absolute } from '../addresses/urls.ts';
import { toldApart } from './told-apart.ts';

/** Minutes that a reader may wait before it asks again: captures run a few times a day. */
const minutesBetweenChecks = 180;

export interface Channel {
	readonly title: string;
	readonly description: string;
	/** Paths without host. */
	readonly page: string;
	readonly self: string;
	/** Moment of the newest version of what the feed is about; the day of a feed without an item. */
	readonly asOf: string | null;
}

/** Plain text but for `body`; the writer escapes it. */
export interface FeedItem {
	readonly title: string;
	/** One or two sentences. */
	readonly lead: string;
	/** Path without host. */
	readonly page: string;
	/** What a reader knows the item by: nothing in it may alter when the site moves or is built anew. */
	readonly identity: string;
	readonly categories: readonly string[];
	/** Instant. */
	readonly date: string;
	/** HTML that is safe already, its links absolute. */
	readonly body: string;
}

/** A feed in one of its forms. @param items newest first */
export type WriteFeed = (channel: Channel, items: readonly FeedItem[]) => string;

/** @param items newest first */
export function writeFeed(channel: Channel, items: readonly FeedItem[]): string {
	const feed = new RSS({
		title: plain(channel.title),
		description: plain(channel.description),
		generator: 'Clausetrail',
		site_url: absolute(channel.page),
		feed_url: absolute(channel.self),
		language: 'en',
		ttl: minutesBetweenChecks,
	});
	for (const item of toldApart(items)) feed.item(written(item));
	const latest = feedDate(items[0]?.date ?? channel.asOf);
	return feed.xml().replace(/<lastBuildDate>[^<]*</, `<lastBuildDate>${latest}<`);
}

/** A day of the archive's own, so that the same archive makes the same feed. */
export function feedDate(instant: string | null): string {
	return new Date(instant ?? '1970-01-01T00:00:00Z').toUTCString();
}

function written({ title, lead, page, identity, categories, date, body }: FeedItem): RSS.ItemOptions {
	return {
		title: plain(title),
		description: escapeHtml(lead),
		url: absolute(page),
		guid: withoutControls(identity),
		categories: categories.map(plain),
		date,
		custom_elements: [{ 'content:encoded': { _cdata: body } }],
	};
}

/** Titles are plain text to some readers and HTML to others: angle brackets are safe in neither. */
function plain(text: string): string {
	return withoutControls(text).replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim();
}
