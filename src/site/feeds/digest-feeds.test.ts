/** A week enters the feed when it is over, whole and under one name; what agreements say breaks out of nothing. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type CheerioAPI, load } from 'cheerio';
import type { Archive } from '../../model/archive.ts';
import type { Note, Post } from '../../model/editorial.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { weeksOf } from '../digest/digest.ts';
import { digestFeed, weekFeed } from './digest-feeds.ts';

const environment: { SITE?: string } = process.env;

beforeEach(() => {
	environment.SITE = 'https://example.org/clausetrail/';
});

afterEach(() => {
	delete environment.SITE;
});

const opening =
	'# Terms\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const first = `${opening}We may end your account after we have told you by letter and waited thirty days for an answer.\n`;
const second = `${opening}We may end your account at once and without telling you, if we believe that you broke these terms.\n`;
const third = `${second}\nYou also agree that we may sell what you write to anybody who asks us for it in writing.\n`;

function parse(xml: string): CheerioAPI {
	return load(xml, { xml: true });
}

/** Versions on 1 January, 1 February and 1 March 2024: a Monday, a Thursday and a Friday. */
function archive(): Archive {
	const other = first.replace('by letter and waited thirty days', 'once and waited a day');
	return sampleArchive({ Acme: { Terms: [first, second, third] }, Blue: { Privacy: [first, other] } });
}

test('the feed holds each finished week once, by its end, and not the one that the archive is in', () => {
	const $ = parse(digestFeed(archive()));
	const said = $('item')
		.toArray()
		.map((item) => [
			$(item).find('guid').text(),
			$(item).find('pubDate').text(),
			$(item).find('link').text(),
		]);
	assert.deepEqual(said, [
		['digest 2024-W05', 'Mon, 05 Feb 2024 00:00:00 GMT', 'https://example.org/clausetrail/digest/2024-W05/'],
		['digest 2024-W01', 'Mon, 08 Jan 2024 00:00:00 GMT', 'https://example.org/clausetrail/digest/2024-W01/'],
	]);
});

test('an item holds the week: counts, each change by its headline, whose it is, its most telling words, notes first', () => {
	const note = {
		platform: 'Blue',
		agreement: 'Privacy',
		change: '2024-02-01',
		author: 'R. Amsel',
		written: '2024-02-02',
		summary: 'Nobody is warned any more.',
		file: 'notes/blue.mdx',
		body: '',
		bodyLine: 9,
		fieldLines: {},
	} satisfies Note;
	const post = { slug: 'warned', title: 'Nobody is warned', published: '2024-02-03' } as Post;
	const $ = parse(digestFeed({ ...archive(), notes: [note], posts: [post] }));
	const item = $('item').first();
	assert.equal(
		item.find('title').text(),
		'The week of 29 January to 4 February 2024: 2 changes in the terms',
	);
	assert.equal(item.find('description').text(), '2 recorded versions, 2 changes in the terms.');
	const html = load(item.find('content\\:encoded').text());
	assert.deepEqual(
		html('h3')
			.toArray()
			.map((heading) => html(heading).text()),
		[
			'Rewords “We may end your account at once and without telling you …”',
			'“by letter and waited thirty days” becomes “once and waited a day”',
			'Written that week',
		],
	);
	assert.deepEqual(
		html('b')
			.toArray()
			.map((name) => html(name).text()),
		['Acme', 'Blue'],
	);
	assert.equal(html('blockquote ins').length > 0 && html('blockquote del').length > 0, true);
	assert.equal(html('strong').text(), 'Note by R. Amsel, 2 February 2024, not computed:');
	const links = html('a')
		.toArray()
		.map((link) => html(link).attr('href') ?? '');
	assert.ok(
		links.every((link) => link.startsWith('https://example.org/clausetrail/')),
		links.join(' '),
	);
	assert.ok(links.includes('https://example.org/clausetrail/blue/privacy/2024-02-01/'));
	assert.ok(links.includes('https://example.org/clausetrail/posts/warned/'));
});

test('the feed of a week holds its changes under the names that they have in every feed', () => {
	const all = archive();
	const week = weeksOf(all).find((candidate) => candidate.week === '2024-W05');
	assert.ok(week);
	const $ = parse(weekFeed(all, week));
	assert.equal(
		$('channel > atom\\:link').attr('href'),
		'https://example.org/clausetrail/digest/2024-W05/feed.xml',
	);
	assert.equal($('item').length, 2);
	assert.match($('guid').first().text(), /^(Acme|Blue)\/\w+\.md 2024-02-01T/);
	assert.match(load($('content\\:encoded').first().text())('blockquote').html() ?? '', /<ins /);
});

test('the feed of a week in which nothing mattered is a feed without an item', () => {
	const all = archive();
	const week = weeksOf(all).find((candidate) => candidate.week === '2024-W01');
	assert.ok(week);
	const $ = parse(weekFeed(all, week));
	assert.equal($('item').length, 0);
	assert.equal($('lastBuildDate').text(), 'Sun, 07 Jan 2024 00:00:00 GMT');
});

test('the feeds of an archive without a version are well formed', () => {
	assert.equal(parse(digestFeed(sampleArchive({})))('channel').length, 1);
});

test('hostile names and words break out of no element', () => {
	const hostile = ']]></content:encoded></item><script>alert(1)</script>&bogus;\u0001';
	const evil = sampleArchive({
		[`Evil ${hostile}`]: {
			'A & "B" <i>': [
				first,
				`${opening}We take ${hostile} and everything else that you have ever had from us.\n`,
				second,
			],
		},
	});
	for (const xml of [digestFeed(evil), ...weeksOf(evil).map((week) => weekFeed(evil, week))]) {
		const $ = parse(xml);
		assert.equal($('script').length, 0);
		assert.equal(load($('content\\:encoded').text())('script').length, 0);
		assert.ok([...xml].every((sign) => sign >= ' ' || '\t\n\r'.includes(sign)));
	}
	assert.equal(parse(digestFeed(evil))('item').length, 2);
});
