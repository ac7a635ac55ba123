import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../model/change.ts';
import type { Dated } from '../../model/dated.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { datedSentence, recordParts, recordSentence, statedSentence } from './dated-in-words.ts';
import { medianOf, noticeOfAgreement, noticeOfPlatform } from './notice-record.ts';
import { noticeTable, pagesOf, rowsOfPage } from './notice-table.ts';

const page = (head: string, fare: string): string =>
	`# Terms\n\n${head}\n\nThe auks run boats between the islands from spring to autumn.\n\nA crossing costs ${fare} for each traveller, and dogs travel for nothing.\n\nYou must be on the quay ten minutes before the boat leaves.`;

// Captured on the first of January, February, March and April 2024.
const terms = [
	page('Effective 1 January 2023', 'four crowns'),
	page('Effective 3 March 2024', 'six crowns'),
	page('Effective 3 March 2024', 'eight crowns'),
	page('Effective 25 March 2024', 'nine crowns and a half'),
];
const archive = sampleArchive({
	Auk: { Terms: terms, Rules: ['Nobody may feed the gulls.'] },
	Tern: { Terms: ['No day.', 'None now either.'] },
});
const [auk] = archive.platforms;
if (auk === undefined) throw new Error('no platform');
const agreement = auk.agreements.find(({ name }) => name === 'Terms') as (typeof auk.agreements)[number];

test('a record counts the changes of each kind and lists what it counts', () => {
	const record = noticeOfPlatform(archive, auk);
	assert.deepEqual(record.counts, { ahead: 1, passed: 1, moved: 0, still: 0 });
	assert.equal(record.all, record.lists.ahead.length + record.lists.passed.length);
	assert.equal(record.median, 31);
	assert.equal(
		recordSentence(record),
		'2 dated changes: 1 announced ahead (median 31 days) and 1 in force when first seen',
	);
	assert.deepEqual(
		recordParts(record).map(({ kind }) => kind),
		['ahead', 'passed'],
	);
	assert.deepEqual(noticeOfAgreement(auk, agreement).counts, record.counts);
	const alone = { ...record, all: 2, counts: { ...record.counts, ahead: 0, passed: 2 } };
	assert.equal(recordSentence(alone), '2 changes in force when first seen');
});

test('the change says the day and when it was seen; it does not say what is not known', () => {
	const sentences = agreement.changes.map((change) => datedSentence(agreement, change));
	assert.deepEqual(sentences, [
		null,
		'Announced at least 31 days ahead: on 1 February 2024 the page named 3 March 2024 as the day from which it holds.',
		null,
		'In force from 25 March 2024, 7 days before it was first seen here, on 1 April 2024; the former text was last recorded on 1 March 2024.',
	]);
});

const said = (dated: Partial<Dated>): string | null => {
	const whole: Dated = {
		kind: 'passed',
		says: 'effective',
		day: '2024-03-01',
		seen: '2024-04-01',
		days: 31,
		...dated,
	};
	return datedSentence(agreement, { ...(agreement.changes[2] as Change), base: 2, dated: whole });
};

test('a day that passed while the former text still stood is said to have', () => {
	assert.equal(
		said({ day: '2024-02-20', days: 41 }),
		'In force from 20 February 2024, 41 days before it was first seen here, on 1 April 2024; the former text still stood on 1 March 2024, 10 days after that day.',
	);
	assert.equal(
		said({ kind: 'moved', says: 'updated', day: '2024-04-01', days: 0 }),
		'The page says that it was last updated on 1 April 2024, the day on which it was first seen here.',
	);
	assert.equal(
		said({ kind: 'still', says: 'updated' }),
		'The page’s own date stood still: it still says that it was last updated on 1 March 2024.',
	);
	assert.equal(
		said({ kind: 'ahead', says: 'updated', day: '2024-03-05', seen: '2024-03-04', days: 1 }),
		'Announced at least 1 day ahead: on 4 March 2024 the page named 5 March 2024 as the day of its update.',
	);
});

test('an agreement says both days, its own and that of its last change here', () => {
	assert.equal(
		statedSentence(agreement),
		'The page says of itself: in force from 25 March 2024. Its terms last changed here on 1 April 2024.',
	);
	assert.equal(statedSentence(auk.agreements.find(({ name }) => name === 'Rules') as typeof agreement), null);
});

test('one event at several agreements is counted once', () => {
	const twins = sampleArchive({ Auk: { Terms: terms, 'Terms for groups': terms } });
	const [platform] = twins.platforms;
	assert.equal(noticeOfPlatform(twins, platform as typeof auk).all, 2);
});

test('the table has a row for each platform with a dated change, and its total is that of the rows', () => {
	const table = noticeTable(archive);
	assert.deepEqual(
		table.rows.map(({ platform }) => platform.slug),
		['auk'],
	);
	assert.equal(table.total.all, 2);
	assert.equal(table.total.median, 31);
	assert.deepEqual([table.stating, table.agreements], [1, 3]);
});

test('many platforms stand on several pages, and none on one empty page', () => {
	const [row] = noticeTable(archive).rows;
	const many = {
		...noticeTable(archive),
		rows: Array.from({ length: rowsOfPage + 1 }, () => row as NonNullable<typeof row>),
	};
	assert.deepEqual(
		pagesOf(many).map(({ length }) => length),
		[rowsOfPage, 1],
	);
	assert.deepEqual(pagesOf({ ...many, rows: [] }), [[]]);
});

test('of an even number of days the lower one in the middle is the median', () => {
	assert.equal(medianOf([30, 10, 20, 14]), 14);
	assert.equal(medianOf([7]), 7);
	assert.equal(medianOf([]), null);
});
