import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { Platform } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics } from '../../samples/sample-topics.ts';
import { sideBySideHtml, sideBySideSentence } from './side-by-side.ts';
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
