import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics } from '../../samples/sample-topics.ts';
import { sideBySideHtml, sideBySideSentence } from './side-by-side.ts';
import { standingTopics } from './standing-topics.ts';
import { type TopicsFile, topicsFile } from './topics-json.ts';

const pay = '4. You pay within thirty days of our bill, whatever you have written to us before.';
const court = 'An arbitrator whom both of us choose decides every dispute about this agreement.';
const hostile =
	'You pay <script>alert(1)</script> " onload="x" \'a\' & whatever else we may ask of you here.';
const sale = 'We never sell data of yours to anybody who would like to have it for themselves.';

const archive = sampleArchive(
	{
		Auk: { Terms: [[pay, court, sale].join('\n\n'), [pay, sale].join('\n\n')] },
		'<b>Gull': {
			Terms: [
				`${hostile.replace('<script>', '\\<script\\>').replace('</script>', '\\</script\\>')}\n\n${court}`,
			],
		},
	},
	sampleTopics,
);
const [auk, gull] = archive.platforms.map((platform) => topicsFile(archive, platform as Platform)) as [
	TopicsFile,
	TopicsFile,
];
const html = sideBySideHtml(auk, gull, (id) => `/topics/${id}/`);

test('the file of a platform holds what stands today and what went out, with addresses and days', () => {
	const { fees, arbitration } = auk.topics;
	assert.equal(auk.format, 1);
	assert.deepEqual(Object.keys(auk.topics), ['arbitration', 'fees', 'sale-of-data']);
	const [clause] = fees?.found ?? [];
	assert.equal(clause?.number, '4.');
	assert.equal(clause?.since, '2024-01-01');
	assert.match(clause?.address ?? '', /^\/auk\/terms\/#c-/);
	assert.deepEqual(
		clause?.marks.map(([start, end]) => clause.quote.slice(start, end)),
		['pay'],
	);
	assert.equal(arbitration?.gone?.until, '2024-02-01');
	assert.equal(arbitration?.gone?.address, '/auk/terms/2024-02-01/');
	assert.deepEqual(JSON.parse(JSON.stringify(auk)), auk);
});

test('two platforms stand side by side: topics of both first, those that went out struck, those of neither in one line', () => {
	const $ = load(html);
	assert.deepEqual(
		$('.pair h2')
			.toArray()
			.map((head) => $(head).text()),
		['Fees', 'Sale of data', 'Arbitration'],
	);
	assert.equal($('.pair').first().find('mark').length, 2);
	assert.match($('.pair').last().find('del').text(), /^An arbitrator/);
	assert.match(
		sideBySideSentence(auk, gull),
		/^Both have a clause on 1 topic; Auk alone on 1, <b>Gull alone on 1\.$/,
	);
	const silent = {
		...gull,
		topics: { ...gull.topics, other: { name: 'Other', readable: true, found: [], gone: null } },
	};
	assert.equal(load(sideBySideHtml(auk, silent, (id) => id))('.never a').text(), 'Other');
});

test('the same words are quoted once, and counted', () => {
	const other = pay.replace('thirty', 'ninety');
	const own = sampleArchive({ Auk: { Policy: [pay], Rules: [other], Terms: [pay] } }, sampleTopics);
	const file = topicsFile(own, own.platforms[0] as Platform);
	const $ = load(sideBySideHtml(file, file, (id) => id));
	const cell = $('.pair div').first();
	assert.equal(cell.find('.text').length, 2);
	assert.match(cell.find('.small').last().text(), /^and 1 more clause$/);
});

test('hostile words and names stay text', () => {
	const $ = load(html);
	assert.equal($('script').length, 0);
	assert.equal($('[onload]').length, 0);
	assert.match($('.pair').first().text(), /<script>alert\(1\)/);
	assert.equal($('h3 b').length, 0);
});

test('where no rule reads the language nothing is called missing', () => {
	const foreign = { ...auk, topics: { fees: { name: 'Fees', readable: false, found: [], gone: null } } };
	const own = { ...gull, topics: { fees: gull.topics.fees as TopicsFile['topics'][string] } };
	assert.match(load(sideBySideHtml(foreign, own, (id) => id))('.pair').text(), /No rule reads the language/);
});

/** @param names of the agreements of the file that are followed no longer */
function retire(file: TopicsFile, ...names: readonly string[]): TopicsFile {
	const agreements = Object.entries(file.agreements).map(([slug, agreement]) => [
		slug,
		names.includes(agreement.name) ? { ...agreement, retired: '2024-01-20' } : agreement,
	]);
	return { ...file, agreements: Object.fromEntries(agreements) };
}

describe('of agreements that are followed no longer', () => {
	const fileOf = (texts: Record<string, readonly string[]>): TopicsFile => {
		const sketched = sampleArchive({ Auk: texts }, sampleTopics);
		return topicsFile(sketched, sketched.platforms[0] as Platform);
	};
	const both = fileOf({ Rules: [court], Terms: [pay] });
	const draw = (file: TopicsFile): string =>
		sideBySideHtml(standingTopics(file), standingTopics(gull), (id) => id);

	test('clauses do not count, and are shown with the day where their platform has no other', () => {
		const standing = standingTopics(retire(both, 'Rules'));
		assert.match(
			sideBySideSentence(standingTopics(both), standingTopics(gull)),
			/^Both have a clause on 2 topics; Auk alone on 0, <b>Gull alone on 0\.$/,
		);
		assert.match(
			sideBySideSentence(standing, standingTopics(gull)),
			/^Both have a clause on 1 topic; Auk alone on 0, <b>Gull alone on 1\.$/,
		);
		const arbitration = load(draw(retire(both, 'Rules')))('.pair')
			.last()
			.text();
		assert.match(arbitration, /^Arbitration.*An arbitrator.*Rules, followed until 20 January 2024/);
		assert.doesNotMatch(draw(both), /followed until/);
	});

	test('nothing is shown where another agreement of the platform has a clause on the topic', () => {
		const file = fileOf({ Rules: [pay], Terms: [pay] });
		assert.match(draw(file), /Rules 4/);
		assert.doesNotMatch(draw(retire(file, 'Rules')), /Rules|followed until/);
	});

	test('a platform that is followed no longer is told by its day', () => {
		assert.match(
			sideBySideSentence(standingTopics(retire(both, 'Rules', 'Terms')), standingTopics(gull)),
			/^<b>Gull has a clause on 2 topics\. Auk was followed until 20 January 2024: what it said last is shown and not counted\.$/,
		);
	});

	test('no silence is read from those whose language a rule reads', () => {
		const [terms] = Object.entries(both.agreements).filter(([, { name }]) => name === 'Terms');
		const [slug, own] = terms as [string, TopicsFile['agreements'][string]];
		const foreign = {
			...both,
			agreements: { ...both.agreements, [slug]: { ...own, unread: ['arbitration'] } },
		};
		const { arbitration } = standingTopics(retire(foreign, 'Rules')).topics;
		assert.equal(arbitration?.readable, false);
	});
});
