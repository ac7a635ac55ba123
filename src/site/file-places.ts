/** The files beside pages, which people link to as well: feeds in both of their forms, data, and the answers of the API. Paths with base path. */
import { apiFiles, apiVersion, dataUrl } from './addresses/api-urls.ts';
import * as urls from './addresses/urls.ts';
import { formats, packageFile, tableFile } from './dataset/data-package.ts';
import { tables } from './dataset/tables.ts';

interface Slugged {
	readonly slug: string;
}

/** A feed, by the address of its RSS: the same in JSON lies beside it. */
export function feedFiles(rss: string): readonly string[] {
	return [rss, rss.replace(/\.xml$/, '.json')];
}

/** That there are once. The data set lies beside a site where the site was published with it, which nobody knows before. */
export function singleFiles(): readonly string[] {
	return [
		...[urls.feedUrl(), urls.digestFeedUrl(), urls.postsFeedUrl()].flatMap(feedFiles),
		urls.opmlUrl(),
		urls.sidesUrl(),
		...['llms.txt', 'favicon.svg', 'weightiest.json', 'watch/choices.json', 'search/names.json'].map(
			urls.assetUrl,
		),
		...['search/words.json', 'sha256sums.txt'].map(urls.assetUrl),
		dataUrl(packageFile),
		...tables.flatMap((table) => formats.map((format) => dataUrl(tableFile(table, format)))),
	];
}

export function platformFiles(platform: Slugged): readonly string[] {
	const folder = urls.platformUrl(platform);
	return [
		...feedFiles(urls.platformFeedUrl(platform)),
		`${folder}changes.json`,
		`${folder}topics.json.gz`,
		answer(apiFiles.platform(platform.slug)),
	];
}

export function agreementFiles(platform: Slugged, agreement: Slugged): readonly string[] {
	return [
		...feedFiles(urls.agreementFeedUrl(platform, agreement)),
		urls.ledgerUrl(platform, agreement),
		urls.timeMapUrl(platform, agreement),
		answer(apiFiles.agreement(platform.slug, agreement.slug)),
		answer(apiFiles.clauses(platform.slug, agreement.slug)),
	];
}

/** @param topic `Topic.id` */
export function topicFiles(topic: string): readonly string[] {
	return [
		...feedFiles(urls.topicFeedUrl(topic)),
		`${urls.topicUrl(topic)}changes.json`,
		answer(apiFiles.topic(topic)),
	];
}

/** @param months `2026-06` */
export function singleAnswerFiles(months: readonly string[]): readonly string[] {
	const { index, openapi, lookup, provisions, status, month } = apiFiles;
	return [index, openapi, lookup, provisions, status, ...months.map(month)].map(answer);
}

/** Whether an address is one of the API, which a collection may leave out. */
export function isAnswer(address: string): boolean {
	return address.startsWith(answer(''));
}

function answer(file: string): string {
	return urls.assetUrl(`api/v${apiVersion}/${file}`);
}
