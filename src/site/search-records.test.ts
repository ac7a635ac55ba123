/** What stands in the search index: every clause of today with its anchor, and the words that changed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import { sampleArchive } from './sample-archive.ts';
import { changedMiddle, recordHtml, searchRecords } from './search-records.ts';

const opening =
	'# Terms\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const old = `${opening}We may end your account after we have told you by letter and waited thirty days for an answer.\n`;
const next = `${opening}We may end your account at once and without telling you, if we believe <b> that you broke these terms.\n`;

describe('the records of an archive', () => {
	const archive = sampleArchive({ Acme: { 'Terms "1"': [old, next] } });
	const records = [...searchRecords(archive)];
	const [text, change] = records;

	test('are one for each agreement and one for each prominent change', () => {
		assert.deepEqual(
			records.map((record) => [record.facts.what, record.url, record.facts.date]),
			[
				['text', '/acme/terms-1/', '2024-02-01'],
				['change', '/acme/terms-1/2024-02-01/', '2024-02-01'],
			],
		);
	});

	test('carry the anchor of each clause before its words', () => {
		assert.ok(text !== undefined);
		const $ = load(recordHtml(text));
		const anchors = $('a[id]').toArray();
		const { ledger } = archive.platforms[0]?.agreements[0] ?? assert.fail();
		const today = ledger.states.at(-1)?.clauses ?? [];
		assert.deepEqual(
			anchors.map((anchor) => anchor.attribs.id),
			Array.from(today, (clause) => ledger.clauses[clause]?.anchor),
		);
		assert.match($(anchors[1]).next().text(), /^You pay us a fee/);
		assert.equal($('meta[data-pagefind-filter="kind[content]"]').attr('content'), 'Terms "1"');
		assert.equal($('body b').length, 0);
	});

	test('carry of a change the words that came and went, not those that stayed', () => {
		const content = String(change?.content);
		assert.match(content, /without telling you/);
		assert.match(content, /by letter/);
		assert.doesNotMatch(content, /You pay us a fee/);
	});
});

describe('the changed middle of a clause', () => {
	test('is what differs with a few words around it, new words first', () => {
		const before = 'a b c d e f g h old i j k l m n o p';
		const after = 'a b c d e f g h brand new i j k l m n o p';
		assert.deepEqual(changedMiddle(before, after), [
			'c d e f g h brand new i j k l m n',
			'c d e f g h old i j k l m n',
		]);
	});

	test('of a repeated word is not counted twice', () => {
		assert.deepEqual(changedMiddle('a a', 'a a a'), ['a a a', 'a a']);
	});
});
