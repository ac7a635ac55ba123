/** Every address carries the base path, and only an absolute one carries the host. */
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import * as urls from './urls.ts';

const environment: { SITE?: string } = process.env;
const platform = { slug: 'acme' };
const agreement = { slug: 'terms-of-service' };

function allPaths(): string[] {
	return [
		urls.homeUrl(),
		urls.platformsUrl(),
		urls.topicsUrl(),
		urls.topicUrl('arbitration'),
		urls.matrixUrl(),
		urls.matrixUrl(2),
		urls.sidesUrl(),
		urls.compareAgreementsUrl(),
		urls.regulationUrl('gdpr'),
		urls.feedsUrl(),
		urls.searchUrl(),
		urls.statusUrl(),
		urls.methodologyUrl(),
		urls.aboutUrl(),
		urls.digestUrl('2026-W07'),
		urls.postUrl('hello'),
		urls.platformUrl(platform),
		urls.provisionUrl(platform, 'arbitration'),
		urls.onUrl(platform, 'arbitration'),
		urls.onFeedUrl(platform, 'arbitration'),
		urls.agreementUrl(platform, agreement),
		urls.changeUrl(platform, agreement, { day: '2026-06-16-2' }),
		urls.historyUrl(platform, agreement),
		urls.compareUrl(platform, agreement),
		urls.feedUrl(),
		urls.platformFeedUrl(platform),
		urls.agreementFeedUrl(platform, agreement),
		urls.opmlUrl(),
	];
}

describe('an address', () => {
	afterEach(() => {
		delete environment.SITE;
	});

	test('stands under the base path of the site, with or without final slash in the setting', () => {
		for (const site of ['https://example.org/clausetrail/', 'https://example.org/clausetrail']) {
			environment.SITE = site;
			for (const path of allPaths()) assert.match(path, /^\/clausetrail\/[a-zA-Z0-9./-]*$/);
		}
		assert.equal(
			urls.changeUrl(platform, agreement, { day: '2026-06-16' }),
			'/clausetrail/acme/terms-of-service/2026-06-16/',
		);
	});

	test('starts at the root where nobody named a site', () => {
		assert.equal(urls.homeUrl(), '/');
		assert.equal(urls.clauseUrl(platform, agreement, 'c-1f'), '/acme/terms-of-service/#c-1f');
	});

	test('ends with a slash unless it is a file, and is unlike every other', () => {
		const paths = allPaths();
		for (const path of paths) assert.match(path, /(\/|feed\.xml|platforms\.opml|sides\.json\.gz)$/);
		assert.equal(new Set(paths).size, paths.length);
	});

	test('has a host when it is made absolute', () => {
		environment.SITE = 'https://example.org/clausetrail/';
		assert.equal(urls.absolute(urls.feedUrl()), 'https://example.org/clausetrail/feed.xml');
	});

	test('can be said without the base path', () => {
		environment.SITE = 'https://example.org/clausetrail/';
		assert.equal(urls.withoutBase(urls.platformUrl(platform)), '/acme/');
		environment.SITE = 'https://example.org/';
		assert.equal(urls.withoutBase(urls.platformUrl(platform)), '/acme/');
	});

	test('names what a table or a comparison is to show', () => {
		assert.equal(urls.matrixUrl(1, ['acme', 'tern']), '/matrix/?platforms=acme,tern');
		assert.equal(urls.matrixOfTopicUrl('fees'), '/matrix/?topics=fees&sort=fees');
		assert.equal(urls.compareAgreementsUrl('acme/terms'), '/compare/?a=acme/terms');
		assert.equal(
			urls.compareAgreementsUrl('acme/terms', 'tern/terms'),
			'/compare/?a=acme/terms&b=tern/terms',
		);
	});

	test('carries a search safely', () => {
		assert.equal(urls.searchUrl('a&b #c'), '/search/?q=a%26b%20%23c');
	});
});
