/** Which addresses the site of an archive has, those of files among them: a link that a person wrote is proven before anything is built. */
import { shownVersion } from '../analysis/history/shown-version.ts';
import { topicsWithPage } from '../analysis/topics/own-side.ts';
import type { Agreement, Archive, Platform } from '../model/archive.ts';
import { hasPage } from '../model/change.ts';
import { countedKinds } from '../model/change-kinds.ts';
import { dataUrl } from './addresses/api-urls.ts';
import { formerAddresses } from './addresses/former-addresses.ts';
import { monthUrl, rowId } from './addresses/links.ts';
import * as urls from './addresses/urls.ts';
import { yearPages } from './agreement/year-pages.ts';
import {
	agreementFiles,
	feedFiles,
	isAnswer,
	platformFiles,
	singleAnswerFiles,
	singleFiles,
	topicFiles,
} from './file-places.ts';
import { countSheets } from './matrix/matrix-sheets.ts';
import { noticePages } from './overview/notice-table.ts';
import { clausesOnPage } from './redline/changed-clauses.ts';
import { placesToday } from './redline/clauses-on-page.ts';

interface Slugged {
	readonly slug: string;
}

/** What is read of an archive, whether or not all of its agreements were analysed. */
export interface PlacedArchive extends Pick<Archive, 'platforms' | 'formerPlatforms'> {
	/** Whether there are answers of the API. */
	readonly api: boolean;
	readonly topics: readonly { readonly id: string }[];
	readonly regulations: readonly { readonly id: string }[];
	readonly posts: readonly Slugged[];
	readonly pages: readonly Slugged[];
	readonly provisions: readonly { readonly platform: Slugged; readonly slug: string }[];
	/** That have a page: `2026-06` and `2026-W25`. */
	readonly months: readonly string[];
	readonly weeks: readonly string[];
	/** Addresses, with base path, of platforms, their files and provisions under former names. */
	readonly leadingOn: readonly string[];
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

/**
 * Places of a page by their names; null of pages whose places hang on nothing that was archived or written, and are there whatever happens
 * (`/status/#gaps`): a slip there leads to the top of the right page, and to know each would be to know each component.
 */
type Places = () => Iterable<string> | null;

function missing(pages: ReadonlyMap<string, Places>, path: string): string {
	return pages.has(`${path}/`)
		? `there is no page ${path}, but one ${path}/, with a slash at its end`
		: `there is no page ${path}`;
}

function placeOn(pages: ReadonlyMap<string, Places>, page: string, fragment: string): string | null {
	if (fragment === '') return null;
	const known = pages.get(page)?.();
	if (known === null) return null;
	const places = new Set(known);
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

const anywhere: Places = () => null;
/** What people write has no places: headings in it have no names. */
const nowhere: Places = () => ['main'];
const ofProvision: Places = () => ['main', 'the-text', 'our-reading', 'questions', 'through-time', 'others'];

/** Beside the clauses of an agreement, and of a change. */
const ofAgreement = ['main', 'ages', 'text', 'to'];
const ofChange = ['main', 'evidence', 'note', 'view-inline', 'view-sides', 'view-source'];
const ofHistory = ['main', 'recorded', ...countedKinds];

function onPages(platform: Slugged, topic: string): (readonly [string, Places])[] {
	return plain(urls.onUrl(platform, topic), ...feedFiles(urls.onFeedUrl(platform, topic)));
}

function pagesOf(archive: PlacedArchive): ReadonlyMap<string, Places> {
	const { platforms, topics, regulations, posts, pages, provisions, others } = archive;
	const known = new Set(platforms.map(({ slug }) => slug));
	const addresses: (readonly [string, Places])[] = [
		...plain(...fixedPages(), ...singleFiles(), ...singleAnswerFiles(archive.months)),
		...Array.from(
			{ length: noticePages(platforms.filter(isDated).length) },
			(_, at) => [urls.noticeUrl(at + 1), anywhere] as const,
		),
		...topics.flatMap(({ id }) => plain(urls.topicUrl(id), ...topicFiles(id))),
		...regulations.flatMap(({ id }) => plain(urls.regulationUrl(id))),
		...posts.map(({ slug }) => [urls.postUrl(slug), nowhere] as const),
		...pages.map(({ slug }) => [urls.ownPageUrl(slug), nowhere] as const),
		...provisions.flatMap(({ platform, slug }) => [
			[urls.provisionUrl(platform, slug), ofProvision] as const,
			...plain(...feedFiles(urls.provisionFeedUrl(platform, slug))),
		]),
		...archive.weeks.flatMap((week) =>
			plain(urls.digestUrl(week), ...feedFiles(urls.digestWeekFeedUrl(week))),
		),
		...sheets(topics.length, new Set([...known, ...others.map(({ platform }) => platform.slug)]).size),
		...platforms.flatMap((platform) =>
			[...topicsWithPage(platform)].flatMap((topic) => onPages(platform, topic)),
		),
		...archive.months.flatMap((month) => plain(monthUrl(month))),
		...formerAddresses(archive).flatMap(({ from }) => plain(from)),
		...plain(...archive.leadingOn),
		...platforms.flatMap(platformPages),
		...others
			.filter(({ platform }) => !known.has(platform.slug))
			.flatMap(({ platform }) => platformPages({ ...platform, agreements: [] })),
		...others.flatMap(({ platform, agreement }) => pagesWithoutHistory(platform, agreement)),
	];
	return new Map(
		addresses
			.filter(([address]) => archive.api || !isAnswer(address))
			.map(([address, places]) => [urls.withoutBase(address), places]),
	);
}

function plain(...addresses: readonly string[]): (readonly [string, Places])[] {
	return addresses.map((address) => [address, anywhere]);
}

function sheets(topics: number, platforms: number): (readonly [string, Places])[] {
	const numbers = Array.from({ length: countSheets(topics, platforms) }, (_, at) => at + 1);
	return plain(...numbers.map((number) => urls.matrixUrl(number)));
}

function fixedPages(): readonly string[] {
	return [
		urls.homeUrl(),
		urls.platformsUrl(),
		urls.topicsUrl(),
		urls.sideBySideUrl(),
		urls.compareAgreementsUrl(),
		urls.regulationsUrl(),
		urls.feedsUrl(),
		dataUrl(),
		urls.searchUrl(),
		urls.methodologyUrl(),
		urls.statusUrl(),
		urls.changesUrl(),
		urls.aboutUrl(),
		urls.explainedUrl(),
		urls.watchUrl(),
		urls.digestsUrl(),
		urls.postsUrl(),
	];
}

function platformPages(
	platform: Slugged & { readonly agreements: readonly Agreement[] },
): (readonly [string, Places])[] {
	return [
		...plain(urls.platformUrl(platform), ...platformFiles(platform)),
		...(isDated(platform) ? plain(urls.platformNoticeUrl(platform)) : []),
		...platform.agreements.flatMap((agreement) => agreementPages(platform as Platform, agreement)),
	];
}

function isDated({ agreements }: { readonly agreements: readonly Agreement[] }): boolean {
	return agreements.some(({ changes }) => changes.some(({ dated }) => dated !== null));
}

function pagesWithoutHistory(platform: Slugged, agreement: Slugged): (readonly [string, Places])[] {
	return plain(
		urls.agreementUrl(platform, agreement),
		urls.historyUrl(platform, agreement),
		...agreementFiles(platform, agreement),
	);
}

function agreementPages(platform: Platform, agreement: Agreement): (readonly [string, Places])[] {
	const { changes } = agreement;
	const shown = shownVersion(changes);
	const anchors = (clauses: Iterable<number>): string[] =>
		Array.from(clauses, (clause) => agreement.ledger.clauses[clause]?.anchor ?? '');
	return [
		...pagesWithoutHistory(platform, agreement),
		...agreement.former.flatMap((name) => plain(...agreementFiles(name.platform, name.agreement))),
		[urls.agreementUrl(platform, agreement), () => [...ofAgreement, ...placesToday(agreement)]],
		[urls.historyUrl(platform, agreement), () => [...ofHistory, ...changes.map(rowId)]],
		...(shown < 0 ? [] : plain(urls.compareUrl(platform, agreement))),
		...[...yearPages(agreement).values()].map(
			(ofYear) =>
				[
					urls.yearUrl(platform, agreement, ofYear[0]?.day ?? ''),
					() => ['main', ...ofYear.map(({ day }) => day)],
				] as const,
		),
		// The own address of a change on the page of its year leads there, whichever clause a link to it names.
		...changes
			.filter(hasPage)
			.map(
				(change) =>
					[
						urls.changeUrl(platform, agreement, { day: change.day }),
						() => [...ofChange, ...anchors(clausesOnPage(agreement, change))],
					] as const,
			),
	];
}
