/** What stands in the search index: every clause of today and every former wording worth finding, each with its times. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import type { Archive } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import {
	type ClauseMark,
	packHead,
	packMark,
	type RecordHead,
	unpackHead,
	unpackMark,
} from './search-clauses.ts';
import { agreementRecords, differing, recordHtml, type SearchRecord } from './search-records.ts';

const opening =
	'# Terms\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const old = `${opening}4.2. We may end your account after we have told you by letter and waited thirty days for an answer.\n`;
const next = `${opening}4.2. We may end your account at once and without telling you, if we believe that 3 < 5 & that you broke these terms.\n`;

function read({ head, clauses }: SearchRecord) {
	const { changes, ...about } = unpackHead(head);
	const told = clauses.map(({ mark, words }) => ({ ...unpackMark(mark), text: words.join(' ') }));
	return { ...about, changes, told };
}

function recordsOf({ platforms, latest }: Archive): SearchRecord[] {
	const today = (latest ?? '').slice(0, 10);
	return platforms.flatMap((platform) =>
		platform.agreements.flatMap((agreement) => [...agreementRecords(platform, agreement, today)]),
	);
}

describe('the records of an agreement', () => {
	const archive = sampleArchive({ Acme: { 'Terms "1"': [old, next] } });
	const records = recordsOf(archive);

	test('are one for what stands and one for what stood, by the year it came in', () => {
		assert.deepEqual(
			records.map(({ url }) => url),
			['/acme/terms-1/#text-2024', '/acme/terms-1/#former-2024'],
		);
		assert.deepEqual(records[1]?.filters, {
			platform: ['Acme'],
			kind: ['Terms "1"'],
			what: ['former'],
			year: ['2024'],
			month: ['2024-01', '2024-02'],
		});
	});

	test('hold every clause of today with its anchor and the change that brought it in', () => {
		const { told, changes, begins } = read(records[0] ?? assert.fail());
		assert.equal(begins, '2024-01-01');
		assert.deepEqual(
			told.map(({ text, stays }) => [text.slice(0, 12), stays.map(([from]) => changes[from]?.day)]),
			[
				['Terms', ['2024-01-01']],
				['You pay us a', ['2024-01-01']],
				['4.2. We may ', ['2024-02-01']],
			],
		);
		const { ledger } = archive.platforms[0]?.agreements[0] ?? assert.fail();
		assert.deepEqual(
			told.map(({ anchor }) => anchor),
			Array.from(ledger.states.at(-1)?.clauses ?? [], (clause) => ledger.clauses[clause]?.anchor),
		);
	});

	test('hold a former wording with its number, when it stood and which of its words the change took out', () => {
		const { told, changes } = read(records[1] ?? assert.fail());
		assert.equal(told.length, 1);
		const [former] = told;
		assert.equal(former?.number, '4.2.');
		assert.deepEqual(
			former?.stays.map(([from, to]) => [changes[from]?.day, changes[to]?.day]),
			[['2024-01-01', '2024-02-01']],
		);
		assert.match(changes[1]?.sentence ?? '', /^Rewords “We may end your account/);
		const words = former?.text.split(' ').slice(...(former.wentOut ?? [0, 0]));
		assert.match(words?.join(' ') ?? '', /after we have told you by letter/);
		assert.equal(former?.cameIn, null, 'a first record brings nothing in');
	});

	test('are documents whose marks and markup in the text survive', () => {
		const html = recordHtml(records[0] ?? assert.fail());
		const $ = load(html);
		assert.match($('body').text(), /believe that 3 < 5 & that/);
		assert.equal($('meta[data-pagefind-filter="kind[content]"]').attr('content'), 'Terms "1"');
		assert.equal(unpackHead($('a[id]').first().attr('id') ?? '').agreement, 'Terms "1"');
		assert.ok($('a[id]').length === 4);
	});

	test('are the same for the same archive', () => {
		assert.deepEqual(recordsOf(archive), records);
	});
});

describe('a former wording', () => {
	const formerOf = (...texts: string[]): string[] =>
		recordsOf(sampleArchive({ Acme: { Terms: texts } }))
			.filter(({ url }) => url.includes('former'))
			.flatMap((record) => read(record).told.map(({ text }) => text));

	test('is none where only its date differs', () => {
		const dated = (day: string) =>
			`${opening}These terms have been in force for every customer of ours since ${day}.\n`;
		assert.deepEqual(formerOf(dated('3 May 2023'), dated('1 June 2024')), []);
	});

	test('is one where a number differs', () => {
		const days = (count: number) =>
			`${opening}You may return the goods to us within ${count} days of the delivery.\n`;
		assert.deepEqual(formerOf(days(30), days(14)), [
			'You may return the goods to us within 30 days of the delivery.',
		]);
	});

	test('is none where it is a label or a link', () => {
		assert.deepEqual(
			formerOf(
				`${opening}Contact us\n\n[Read all about our cookies and other files that we set](https://a.example/)\n`,
				opening,
			),
			[],
		);
	});
});

describe('marks and heads', () => {
	const place = fc.nat({ max: 5000 });
	const range = fc.option(fc.tuple(place, place));

	test('come back as they went, and hold no white space', () => {
		const fields = {
			anchor: fc.string(),
			number: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
			stays: fc.array(fc.tuple(place, fc.integer({ min: -1 })), { minLength: 1 }),
			cameIn: range,
			wentOut: range,
		};
		const mark: fc.Arbitrary<ClauseMark> = fc.record(fields, { noNullPrototype: true });
		fc.assert(
			fc.property(mark, (given) => {
				const packed = packMark(given);
				assert.doesNotMatch(packed, /\s/);
				assert.deepEqual(unpackMark(packed), given);
			}),
		);
	});

	test('of a record keep its changes', () => {
		const head: RecordHead = {
			platform: 'A "b" 100 %',
			agreement: 'Terms of Service',
			language: 'en',
			begins: '2020-01-02',
			changes: [
				{ day: '2021-02-03-2', page: true, onYearPage: false, sentence: '2 clauses added, in “Fees %20”' },
				{ day: '2020-12-03', page: true, onYearPage: true, sentence: '' },
				{ day: '2020-01-02', page: false, onYearPage: false, sentence: '' },
			],
		};
		assert.deepEqual(unpackHead(packHead(head)), head);
	});
});

describe('the differing words of a clause', () => {
	const letters = (text: string) => text.split(' ');

	test('run from the first to the last that differs, with a few around them', () => {
		const words = letters('a b c d e f g h brand new i j k l m n o p');
		const range = differing(words, letters('a b c d e f g h old i j k l m n o p'));
		assert.equal(words.slice(...range).join(' '), 'c d e f g h brand new i j k l m n');
	});

	test('of a repeated word are not counted twice', () => {
		assert.deepEqual(differing(letters('a a a'), letters('a a')), [0, 3]);
	});
});
