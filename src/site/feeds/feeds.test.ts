/** A feed is well formed whatever the agreements say, holds what matters and nothing else, and never calls an old item new. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import type { Archive } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics } from '../../samples/sample-topics.ts';
import { agreementFeed, archiveFeed, platformFeed, platformsOpml, topicFeed } from './feeds.ts';

const environment: { SITE?: string } = process.env;

beforeEach(() => {
	environment.SITE = 'https://example.org/clausetrail/';
});

afterEach(() => {
	delete environment.SITE;
});

const opening =
	'# Terms\n\n## Fees\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const old = `${opening}We may end your account after we have told you by letter and waited thirty days for an answer.\n`;
const next = `${opening}We may end your account at once and without telling you, if we believe that you broke these terms.\n`;
const relinked = next.replace('a fee', 'a [fee](https://acme.example/fees?session=2)');

function archiveOf(...texts: string[]): Archive {
	return sampleArchive({ Acme: { 'Terms of Service': texts } });
}

function parse(xml: string): CheerioAPI {
	return load(xml, { xml: true });
}

describe('a feed', () => {
	test('carries each prominent change with its redline, address, day and identity', () => {
		const $ = parse(archiveFeed(archiveOf(old, next)));
		assert.equal($('item').length, 1);
		assert.match($('item title').text(), /^Acme Terms of Service: /);
		assert.equal($('item link').text(), 'https://example.org/clausetrail/acme/terms-of-service/2024-02-01/');
		assert.equal($('item pubDate').text(), 'Thu, 01 Feb 2024 00:00:00 GMT');
		assert.equal($('item guid').attr('isPermaLink'), 'false');
		const html = load($('item content\\:encoded').text());
		assert.equal(html('h4').text(), 'Fees');
		assert.ok(html('ins').text().includes('without telling you'));
		assert.ok(html('del').text().includes('by letter'));
	});

	test('holds nothing but changes in the terms', () => {
		const archive = archiveOf(old, next, relinked);
		assert.equal(archive.entries.length, 3);
		assert.deepEqual(archive.entries.map((entry) => entry.change.rank).sort(), [
			'folded',
			'low',
			'prominent',
		]);
		assert.equal(parse(archiveFeed(archive))('item').length, 1);
	});

	test('knows an item by nothing that a move of the site or a rewritten history alters', () => {
		const guid = () => parse(archiveFeed(archiveOf(old, next)))('item guid').text();
		const here = guid();
		environment.SITE = 'https://elsewhere.example/';
		assert.equal(guid(), here);
		assert.doesNotMatch(here, /example|00000000000000000001/);
	});

	test('is the same when it is written again', () => {
		assert.equal(archiveFeed(archiveOf(old, next)), archiveFeed(archiveOf(old, next)));
	});

	test('names itself, its language and how long it may be kept', () => {
		const $ = parse(archiveFeed(archiveOf(old, next)));
		assert.equal(
			$('channel > atom\\:link[rel=self]').attr('href'),
			'https://example.org/clausetrail/feed.xml',
		);
		assert.equal($('channel > language').text(), 'en');
		assert.match($('channel > ttl').text(), /^\d+$/);
		assert.equal($('rss').attr('version'), '2.0');
		for (const name of ['title', 'link', 'description', 'lastBuildDate'])
			assert.equal($(`channel > ${name}`).length, 1);
	});

	test('of an archive without a change is a feed without an item', () => {
		const $ = parse(archiveFeed(sampleArchive({})));
		assert.equal($('channel').length, 1);
		assert.equal($('item').length, 0);
	});

	test('holds the newest fifty', () => {
		// A paragraph more each month: the same one rewritten again and again would count as churning.
		const paragraph = (index: number) =>
			`Since month ${index} you agree to duty${index} toward partner${index} of ours as well.`;
		const texts = Array.from({ length: 60 }, (_, month) =>
			[opening, ...Array.from({ length: month + 1 }, (_, index) => paragraph(index))].join('\n\n'),
		);
		const archive = archiveOf(...texts);
		const prominent = archive.entries.filter((entry) => entry.change.rank === 'prominent');
		assert.ok(prominent.length > 50, String(prominent.length));
		const $ = parse(archiveFeed(archive));
		assert.equal($('item').length, 50);
		assert.equal(
			new Set(
				$('guid')
					.toArray()
					.map((guid) => $(guid).text()),
			).size,
			$('item').length,
		);
	});
});

test('the feeds of a platform and of an agreement hold their own changes', () => {
	const archive = sampleArchive({
		Acme: { Terms: [old, next], Privacy: [old, old.replace('by letter', 'by telephone')] },
		Other: { Terms: [old, old.replace('a fee for each order', 'a tenth of each order')] },
	});
	const [acme] = archive.platforms;
	const [terms] = acme?.agreements ?? [];
	assert.ok(acme !== undefined && terms !== undefined);
	assert.equal(parse(archiveFeed(archive))('item').length, 3);
	assert.equal(parse(platformFeed(archive, acme))('item').length, 2);
	assert.equal(parse(agreementFeed(archive, acme, terms))('item').length, 1);
});

test('the feeds of a platform and of a topic tell a change by its most telling words, and lead to it', () => {
	const archive = sampleArchive(
		{ Acme: { Terms: [old, next.replace('a fee', 'a fee of nine euros')] } },
		sampleTopics,
	);
	const [acme] = archive.platforms;
	const [, fees] = sampleTopics as [Topic, Topic];
	assert.ok(acme !== undefined);
	for (const feed of [platformFeed(archive, acme), topicFeed(archive, fees)]) {
		const $ = parse(feed);
		const html = load($('item content\\:encoded').text());
		assert.equal(html('blockquote').length, 1);
		assert.ok(html('blockquote').find('ins, del').length > 0);
		assert.ok(html('p').text().includes($('item description').text()));
		assert.equal(html('a').attr('href'), $('item link').text());
	}
});

test('the feed of a topic holds the changes of clauses on it, and names the topic and itself', () => {
	const dearer = next.replace('a fee for each order', 'a fee of nine euros for each order');
	const archive = sampleArchive(
		{ Acme: { Terms: [old, next, dearer] }, Other: { Terms: [old] } },
		sampleTopics,
	);
	const [arbitration, fees] = sampleTopics as [Topic, Topic];
	const $ = parse(topicFeed(archive, fees));
	assert.deepEqual(
		$('item link')
			.toArray()
			.map((link) => $(link).text()),
		['https://example.org/clausetrail/acme/terms/2024-03-01/'],
	);
	assert.equal($('channel > title').text(), 'Fees: changes in the terms');
	assert.match($('channel > description').text(), /found by a program, unchecked/);
	assert.equal(
		$('channel > atom\\:link[rel=self]').attr('href'),
		'https://example.org/clausetrail/topics/fees/feed.xml',
	);
	assert.equal(parse(topicFeed(archive, arbitration))('item').length, 0);
});

describe('hostile text', () => {
	const hostile = ']]></content:encoded></item><script>alert(1)</script>&bogus;\u0001\u000b';
	const archive = sampleArchive({
		[`Evil ${hostile}`]: {
			'A & "B" <i>': [
				old,
				`${opening}## ${hostile}\n\nWe take ${hostile} and everything else that you have ever had.\n`,
			],
		},
	});

	test('breaks out of no element and leaves no character that XML forbids', () => {
		const xml = archiveFeed(archive);
		const $ = parse(xml);
		assert.equal($('item').length, 1);
		assert.equal($('script').length, 0);
		assert.equal($('item').children().length, 8);
		assert.equal(load($('item content\\:encoded').text())('script').length, 0);
		assert.doesNotMatch($('item title').text(), /[<>]/);
		assert.ok([...xml].every((sign) => sign >= ' ' || '\t\n\r'.includes(sign)));
	});

	test('stays an attribute in the list of feeds', () => {
		const $ = parse(platformsOpml(archive));
		assert.equal($('outline').length, 1);
		assert.equal(
			$('outline').attr('text'),
			`Evil ${hostile.replaceAll('\u0001', '').replaceAll('\u000b', '')}`,
		);
		assert.equal($('outline').attr('type'), 'rss');
	});
});

test('the list of feeds names every platform once', () => {
	const $ = parse(platformsOpml(sampleArchive({ Acme: { Terms: [old] }, Other: { Terms: [old] } })));
	assert.equal($('opml').attr('version'), '2.0');
	assert.deepEqual(
		$('outline')
			.toArray()
			.map((outline) => $(outline).attr('xmlUrl')),
		['https://example.org/clausetrail/acme/feed.xml', 'https://example.org/clausetrail/other/feed.xml'],
	);
});
