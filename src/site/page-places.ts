/** Which addresses the site of an archive has: a link that a person wrote is proven before anything is built. */
import { shownVersion } from '../analysis/history/shown-version.ts';
import type { Agreement, Archive, Platform } from '../model/archive.ts';
import { hasPage } from '../model/change.ts';
import { formerAddresses } from './addresses/former-addresses.ts';
import { changeHref, monthUrl, rowId } from './addresses/links.ts';
import * as urls from './addresses/urls.ts';
import { weeksShown } from './digest/digest.ts';
import { byMonth } from './overview/days.ts';
import { clausesOnPage } from './redline/changed-clauses.ts';
import { placesToday } from './redline/clauses-on-page.ts';

interface Slugged {
	readonly slug: string;
}

/** What is read of an archive, whether or not all of its agreements were analysed. */
export interface PlacedArchive extends Pick<Archive, 'platforms' | 'formerPlatforms' | 'entries'> {
	readonly topics: readonly { readonly id: string }[];
	readonly regulations: readonly { readonly id: string }[];
	readonly posts: readonly Slugged[];
	readonly provisions: readonly { readonly platform: Slugged; readonly slug: string }[];
	/** Those that were not analysed: nothing is known of their changes. */
	readonly others: readonly { readonly platform: Slugged; readonly agreement: Slugged }[];
}

/** Why a link leads nowhere; null where it leads to a page, and to a place that the page has. */
export type FindPlace = (page: string, link: string) => string | null;

/** @returns for the page of a text (its address from the home page on, `/posts/fees/`) and what a link of it says: `/…` or `#…` */
export function placeFinder(archive: PlacedArchive): FindPlace {
	const pages = pagesOf(archive);
	return (page, link) => {
		const [way = '', fragment = ''] = split(link, '#');
		const path = decoded(split(way, '?')[0] ?? '');
		if (path === '') return placeOn(pages, page, fragment);
		if (!pages.has(path)) return missing(pages, path);
		return placeOn(pages, path, fragment);
	};
}

/** Places of a page by their names. */
type Places = () => Iterable<string>;

function missing(pages: ReadonlyMap<string, Places>, path: string): string {
	return pages.has(`${path}/`)
		? `there is no page ${path}, but one ${path}/, with a slash at its end`
		: `there is no page ${path}`;
}

function placeOn(pages: ReadonlyMap<string, Places>, page: string, fragment: string): string | null {
	if (fragment === '') return null;
	const places = new Set(pages.get(page)?.() ?? []);
	return places.has(decoded(fragment)) ? null : `the page ${page} has no place #${fragment} to link to`;
}

function split(text: string, sign: string): readonly [string, string] {
	const at = text.indexOf(sign);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

const nowhere: Places = () => [];
const ofProvision: Places = () => ['the-text', 'our-reading', 'through-time'];

function pagesOf(archive: PlacedArchive): ReadonlyMap<string, Places> {
	const { platforms, entries, topics, regulations, posts, provisions, others } = archive;
	const known = new Set(platforms.map(({ slug }) => slug));
	const addresses: (readonly [string, Places])[] = [
		...fixedPages().map((page) => [page, nowhere] as const),
		[urls.statusUrl(), () => ['gaps']],
		...topics.flatMap(({ id }) => plain(urls.topicUrl(id), urls.topicFeedUrl(id))),
		...regulations.flatMap(({ id }) => plain(urls.regulationUrl(id))),
		...posts.flatMap(({ slug }) => plain(urls.postUrl(slug))),
		...provisions.flatMap(({ platform, slug }) => [
			[urls.provisionUrl(platform, slug), ofProvision] as const,
			...plain(urls.provisionFeedUrl(platform, slug)),
		]),
		...weeksShown(entries).flatMap(([week]) => plain(urls.digestUrl(week), urls.digestWeekFeedUrl(week))),
		...[...byMonth(entries).keys()].flatMap((month) => plain(monthUrl(month))),
		...formerAddresses(archive).flatMap(({ from }) => plain(from)),
		...platforms.flatMap(platformPages),
		...others
			.filter(({ platform }) => !known.has(platform.slug))
			.flatMap(({ platform }) => platformPages({ ...platform, agreements: [] })),
		...others.flatMap(({ platform, agreement }) => pagesWithoutHistory(platform, agreement)),
	];
	return new Map(addresses.map(([address, places]) => [urls.withoutBase(address), places]));
}

function plain(...addresses: readonly string[]): (readonly [string, Places])[] {
	return addresses.map((address) => [address, nowhere]);
}

function fixedPages(): readonly string[] {
	return [
		urls.homeUrl(),
		urls.platformsUrl(),
		urls.opmlUrl(),
		urls.topicsUrl(),
		urls.sideBySideUrl(),
		urls.regulationsUrl(),
		urls.feedsUrl(),
		urls.feedUrl(),
		urls.searchUrl(),
		urls.methodologyUrl(),
		urls.aboutUrl(),
		urls.explainedUrl(),
		urls.watchUrl(),
		urls.digestsUrl(),
		urls.digestFeedUrl(),
		urls.postsUrl(),
		urls.postsFeedUrl(),
	];
}

function platformPages(
	platform: Slugged & { readonly agreements: readonly Agreement[] },
): (readonly [string, Places])[] {
	return [
		...plain(urls.platformUrl(platform), urls.platformFeedUrl(platform)),
		...platform.agreements.flatMap((agreement) => agreementPages(platform as Platform, agreement)),
	];
}

function pagesWithoutHistory(platform: Slugged, agreement: Slugged): (readonly [string, Places])[] {
	return plain(
		urls.agreementUrl(platform, agreement),
		urls.historyUrl(platform, agreement),
		urls.agreementFeedUrl(platform, agreement),
		urls.ledgerUrl(platform, agreement),
	);
}

function agreementPages(platform: Platform, agreement: Agreement): (readonly [string, Places])[] {
	const { changes } = agreement;
	const shown = shownVersion(changes);
	const anchors = (clauses: Iterable<number>): string[] =>
		Array.from(clauses, (clause) => agreement.ledger.clauses[clause]?.anchor ?? '');
	return [
		...pagesWithoutHistory(platform, agreement),
		[urls.agreementUrl(platform, agreement), () => placesToday(agreement)],
		[urls.historyUrl(platform, agreement), () => changes.map(rowId)],
		...(shown < 0 ? [] : plain(urls.compareUrl(platform, agreement))),
		...changes
			.filter(hasPage)
			.map(
				(change) =>
					[changeHref(platform, agreement, change), () => anchors(clausesOnPage(agreement, change))] as const,
			),
	];
}
