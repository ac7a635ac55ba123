/**
 * The address of every page, in one place (DESIGN, Addresses). All paths start with the base path of the site and end with a slash
 * or a file name; `absolute` puts the host before one.
 *
 * The site's own address comes from the environment, SITE: the build sets it from `collection.yml` unless the caller has, which lets
 * a fork's workflow publish under its own address without an edit. It is read at each call, so that no order of imports matters.
 */

import { changePath, type PlacedChange, yearPath } from './change-path.ts';

interface Slugged {
	readonly slug: string;
}

/** Where the site is when nobody said anything; the same as in `collection.yml`. */
const nowhere = 'http://localhost:4321/';

/** Public address of the home page, with base path and final slash. */
export function siteAddress(): string {
	const { SITE } = process.env;
	const address = SITE || nowhere;
	return address.endsWith('/') ? address : `${address}/`;
}

/** `/` or `/clausetrail/`. */
export function basePath(): string {
	return new URL(siteAddress()).pathname;
}

/** A path of this module with scheme and host, for feeds, citations and canonical links. */
export function absolute(path: string): string {
	return new URL(path, siteAddress()).href;
}

/** A file of `public/` or of the build, by its path without leading slash. */
export function assetUrl(file: string): string {
	return `${basePath()}${file}`;
}

export function homeUrl(): string {
	return basePath();
}

export function changesUrl(): string {
	return `${basePath()}changes/`;
}

export function platformsUrl(): string {
	return `${basePath()}platforms/`;
}

export function topicsUrl(): string {
	return `${basePath()}topics/`;
}

export function topicUrl(topic: string): string {
	return `${basePath()}topics/${topic}/`;
}

export function topicFeedUrl(topic: string): string {
	return `${topicUrl(topic)}feed.xml`;
}

/** Two platforms side by side, by topic. Platforms are named by their slugs. */
export function sideBySideUrl(one = '', other = ''): string {
	return `${topicsUrl()}compare/${one === '' ? '' : `?a=${one}&b=${other}`}`;
}

/** Which side each platform takes on each topic. @param sheet from 1 on @param platforms slugs, to see these alone */
export function matrixUrl(sheet = 1, platforms: readonly string[] = []): string {
	const asked = platforms.length === 0 ? '' : `?platforms=${platforms.join(',')}`;
	return `${basePath()}matrix/${sheet === 1 ? '' : `${sheet}/`}${asked}`;
}

/** Every platform on one topic, by its side. */
export function matrixOfTopicUrl(topic: string): string {
	return `${matrixUrl()}?topics=${topic}&sort=${topic}`;
}

/** The same as data. */
export function sidesUrl(): string {
	return `${matrixUrl()}sides.json.gz`;
}

export function regulationsUrl(): string {
	return `${basePath()}regulations/`;
}

export function regulationUrl(regulation: string): string {
	return `${basePath()}regulations/${regulation}/`;
}

export function feedsUrl(): string {
	return `${basePath()}feeds/`;
}

/** @param query opens the page with its results */
export function searchUrl(query = ''): string {
	return `${basePath()}search/${query === '' ? '' : `?q=${encodeURIComponent(query)}`}`;
}

export function statusUrl(): string {
	return `${basePath()}status/`;
}

/** Where the times are listed in which nothing was recorded anywhere. */
export function gapsUrl(): string {
	return `${statusUrl()}#gaps`;
}

export function methodologyUrl(): string {
	return `${basePath()}methodology/`;
}

/** How anyone checks that a text existed by a day. */
export function proofOfTimeUrl(): string {
	return `${methodologyUrl()}#proof-of-time`;
}

/** What platforms' pages say of their own day. @param page from 1 on: of a large archive not all platforms stand on one */
export function noticeUrl(page = 1): string {
	return `${basePath()}notice/${page === 1 ? '' : `${page}/`}`;
}

/** The changes of a platform whose pages give themselves a day. */
export function platformNoticeUrl(platform: Slugged): string {
	return `${platformUrl(platform)}notice/`;
}

export function aboutUrl(): string {
	return `${basePath()}about/`;
}

export function explainedUrl(): string {
	return `${basePath()}explained/`;
}

export function watchUrl(): string {
	return `${basePath()}watch/`;
}

export function digestsUrl(): string {
	return `${basePath()}digest/`;
}

export function digestFeedUrl(): string {
	return `${digestsUrl()}feed.xml`;
}

/** @param week `2026-W07` */
export function digestUrl(week: string): string {
	return `${basePath()}digest/${week}/`;
}

/** What changed in that week, as items. @param week `2026-W07` */
export function digestWeekFeedUrl(week: string): string {
	return `${digestUrl(week)}feed.xml`;
}

export function postsUrl(): string {
	return `${basePath()}posts/`;
}

export function postsFeedUrl(): string {
	return `${postsUrl()}feed.xml`;
}

export function postUrl(slug: string): string {
	return `${basePath()}posts/${slug}/`;
}

/** A page that the maintainer wrote, such as an imprint. */
export function ownPageUrl(slug: string): string {
	return `${basePath()}pages/${slug}/`;
}

export function platformUrl(platform: Slugged): string {
	return `${basePath()}${platform.slug}/`;
}

export function provisionUrl(platform: Slugged, slug: string): string {
	return `${platformUrl(platform)}provisions/${slug}/`;
}

export function provisionFeedUrl(platform: Slugged, slug: string): string {
	return `${provisionUrl(platform, slug)}feed.xml`;
}

/** What a platform says on a topic. @param topic `Topic.id`, one of `topicsWithPage` */
export function onUrl(platform: Slugged, topic: string): string {
	return `${platformUrl(platform)}on/${topic}/`;
}

export function onFeedUrl(platform: Slugged, topic: string): string {
	return `${onUrl(platform, topic)}feed.xml`;
}

export function agreementUrl(platform: Slugged, agreement: Slugged): string {
	return `${platformUrl(platform)}${agreement.slug}/`;
}

/** A clause of today's text. @param anchor `c-…` */
export function clauseUrl(platform: Slugged, agreement: Slugged, anchor: string): string {
	return `${agreementUrl(platform, agreement)}#${anchor}`;
}

/** @param anchor of a clause that the change's own page has; left out: the change as a whole */
export function changeUrl(
	platform: Slugged,
	agreement: Slugged,
	change: PlacedChange,
	anchor?: string,
): string {
	return `${agreementUrl(platform, agreement)}${changePath(change, anchor)}`;
}

/** The changes of a year that have no pages of their own. @param day one of that year */
export function yearUrl(platform: Slugged, agreement: Slugged, day: string): string {
	return `${agreementUrl(platform, agreement)}${yearPath(day)}`;
}

export function historyUrl(platform: Slugged, agreement: Slugged): string {
	return `${agreementUrl(platform, agreement)}history/`;
}

export function compareUrl(platform: Slugged, agreement: Slugged): string {
	return `${agreementUrl(platform, agreement)}compare/`;
}

/** Two agreements compared. They are named by the slugs of platform and agreement: `pellmell/privacy-policy`. */
export function compareAgreementsUrl(one = '', other = ''): string {
	const asked = [one && `a=${one}`, other && `b=${other}`].filter((part) => part !== '').join('&');
	return `${basePath()}compare/${asked === '' ? '' : `?${asked}`}`;
}

/** The whole history of an agreement as data, packed. */
export function ledgerUrl(platform: Slugged, agreement: Slugged): string {
	return `${agreementUrl(platform, agreement)}ledger.json.gz`;
}

/** Its recorded versions as a Memento TimeMap. */
export function timeMapUrl(platform: Slugged, agreement: Slugged): string {
	return `${agreementUrl(platform, agreement)}timemap.link`;
}

export function feedUrl(): string {
	return `${basePath()}feed.xml`;
}

export function platformFeedUrl(platform: Slugged): string {
	return `${platformUrl(platform)}feed.xml`;
}

export function agreementFeedUrl(platform: Slugged, agreement: Slugged): string {
	return `${agreementUrl(platform, agreement)}feed.xml`;
}

export function opmlUrl(): string {
	return `${basePath()}platforms.opml`;
}

/** A path as seen from the home page, with a slash before it: what a search index stores. */
export function withoutBase(path: string): string {
	return path.slice(basePath().length - 1);
}
