/** The feeds: the newest prominent changes of the archive, of a platform, of an agreement, and the list of all platforms' feeds. */
import RSS from 'rss';
import { redline } from '../analysis/redline.ts';
import { sentence } from '../analysis/sentence.ts';
import type { Agreement, Archive, Entry, Platform } from '../model/archive.ts';
import type { State } from '../model/ledger.ts';
import { escapeHtml, withoutControls } from './escape.ts';
import { feedRedline } from './feed-redline.ts';
import { lastFetched } from './spans.ts';
import {
	absolute,
	agreementFeedUrl,
	agreementUrl,
	changeUrl,
	feedUrl,
	homeUrl,
	opmlUrl,
	platformFeedUrl,
	platformUrl,
} from './urls.ts';

/** Items a feed holds. */
const newest = 50;
/** Minutes that a reader may wait before it asks again: captures run a few times a day. */
const minutesBetweenChecks = 180;

/** RSS 2.0 of every platform's prominent changes. */
export function archiveFeed(archive: Archive): string {
	const { name, tagline } = archive.collection;
	return writeFeed(prominent(archive), {
		title: `${name}: changes that matter`,
		description: tagline,
		page: homeUrl(),
		self: feedUrl(),
		asOf: archive.latest,
	});
}

export function platformFeed(archive: Archive, platform: Platform): string {
	const entries = prominent(archive).filter((entry) => entry.platform === platform);
	return writeFeed(entries, {
		title: `${platform.name}: changes that matter`,
		description: `What changed in the agreements of ${platform.name}, from ${archive.collection.name}`,
		page: platformUrl(platform),
		self: platformFeedUrl(platform),
		asOf: lastFetched(platform.agreements) ?? null,
	});
}

export function agreementFeed(archive: Archive, platform: Platform, agreement: Agreement): string {
	const entries = prominent(archive).filter((entry) => entry.agreement === agreement);
	return writeFeed(entries, {
		title: `${platform.name} ${agreement.name}: changes that matter`,
		description: `What changed in this agreement, from ${archive.collection.name}`,
		page: agreementUrl(platform, agreement),
		self: agreementFeedUrl(platform, agreement),
		asOf: lastFetched([agreement]) ?? null,
	});
}

/** OPML 2.0 with one feed a platform, for readers that import lists. */
export function platformsOpml(archive: Archive): string {
	const outlines = archive.platforms.map((platform) => {
		const name = escapeHtml(platform.name);
		const feed = escapeHtml(absolute(platformFeedUrl(platform)));
		const page = escapeHtml(absolute(platformUrl(platform)));
		return `\t\t<outline type="rss" text="${name}" title="${name}" xmlUrl="${feed}" htmlUrl="${page}"/>`;
	});
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<opml version="2.0">',
		'\t<head>',
		`\t\t<title>${escapeHtml(archive.collection.name)}: all platforms</title>`,
		`\t\t<dateCreated>${asOf(archive.latest)}</dateCreated>`,
		`\t\t<docs>${escapeHtml(absolute(opmlUrl()))}</docs>`,
		'\t</head>',
		'\t<body>',
		...outlines,
		'\t</body>',
		'</opml>',
		'',
	].join('\n');
}

interface Channel {
	readonly title: string;
	readonly description: string;
	/** Paths without host. */
	readonly page: string;
	readonly self: string;
	/** Moment of the newest version of what the feed is about; the day of a feed without an item. */
	readonly asOf: string | null;
}

function writeFeed(entries: readonly Entry[], channel: Channel): string {
	const shown = entries.slice(0, newest);
	const feed = new RSS({
		title: plain(channel.title),
		description: plain(channel.description),
		generator: 'Clausetrail',
		site_url: absolute(channel.page),
		feed_url: absolute(channel.self),
		language: 'en',
		ttl: minutesBetweenChecks,
	});
	for (const entry of shown) feed.item(item(entry));
	const latest = shown[0] === undefined ? asOf(channel.asOf) : rfc822(shown[0].change.version.fetched);
	return feed.xml().replace(/<lastBuildDate>[^<]*</, `<lastBuildDate>${latest}<`);
}

function item(entry: Entry): RSS.ItemOptions {
	const { platform, agreement, change } = entry;
	const said = sentence(change);
	return {
		title: plain(`${platform.name} ${agreement.name}: ${said}`),
		description: escapeHtml(said),
		url: absolute(changeUrl(platform, agreement, change)),
		guid: identity(entry),
		categories: [plain(platform.name), plain(agreement.name)],
		date: change.version.fetched,
		custom_elements: [{ 'content:encoded': { _cdata: body(entry) } }],
	};
}

/**
 * What a reader knows an item by. No address in it, so that a moved site shows nobody old items as new; no commit either, so that the
 * same holds where a repository's history was rewritten.
 */
function identity({ change }: Entry): string {
	const { path, fetched, blob } = change.version;
	return withoutControls(`${path} ${fetched} ${blob?.slice(0, 12) ?? 'deleted'}`);
}

const emptyState: State = { clauses: new Int32Array(), texts: new Int32Array() };

const bodies = new WeakMap<Entry['change'], string>();

/** Each item stands in three feeds and is drawn once. */
function body(entry: Entry): string {
	const known = bodies.get(entry.change);
	if (known !== undefined) return known;
	const { platform, agreement, change } = entry;
	const page = absolute(changeUrl(platform, agreement, change));
	const { ledger, language } = agreement;
	const before = ledger.states[change.index - 1] ?? emptyState;
	const blocks = redline(ledger, before, ledger.states[change.index] ?? emptyState);
	const html = `<p>${escapeHtml(sentence(change))}</p>${feedRedline(ledger, blocks, language, page)}`;
	bodies.set(change, html);
	return html;
}

const prominentEntries = new WeakMap<Archive, readonly Entry[]>();

/** Hindsight counts: what later proved to be noise drops out. */
function prominent(archive: Archive): readonly Entry[] {
	const known = prominentEntries.get(archive);
	if (known !== undefined) return known;
	const entries = archive.entries.filter((entry) => entry.change.rank === 'prominent');
	prominentEntries.set(archive, entries);
	return entries;
}

/** Titles are plain text to some readers and HTML to others: angle brackets are safe in neither. */
function plain(text: string): string {
	return withoutControls(text).replaceAll('<', '‹').replaceAll('>', '›').replace(/\s+/g, ' ').trim();
}

/** A day of the archive's own, so that the same archive makes the same feed. */
function asOf(moment: string | null): string {
	return rfc822(moment ?? '1970-01-01T00:00:00Z');
}

function rfc822(instant: string): string {
	return new Date(instant).toUTCString();
}
