/** Days and months hold every change once; silence takes one line. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../../model/archive.ts';
import type { Rank } from '../../model/change.ts';
import { sampleChange } from '../../samples/sample-change.ts';
import { byDay, byMonth, countsOfDay, latestDays } from './days.ts';
import { barHeight, countYear, fullCount } from './last-year.ts';

/** No two changes are one event. */
const apart = { events: new Map(), notes: [] };

/** Newest first, as an archive holds them. */
function entriesOf(...days: readonly (readonly [day: string, rank: Rank])[]): Entry[] {
	const changes = days.map(([day, rank]) => sampleChange({ fetched: `${day}T04:00:00Z`, rank }));
	return changes
		.toSorted((one, other) => (one.version.fetched < other.version.fetched ? 1 : -1))
		.map((change) => ({ change }) as Entry);
}

describe('the latest days', () => {
	test('come newest first and tell ranks apart', () => {
		const [newest, older] = byDay(
			apart,
			entriesOf(
				['2026-01-01', 'prominent'],
				['2026-01-02', 'low'],
				['2026-01-02', 'prominent'],
				['2026-01-02', 'folded'],
			),
		);
		assert.deepEqual([newest?.day, older?.day], ['2026-01-02', '2026-01-01']);
		assert.deepEqual([newest?.prominent.length, newest?.lesser.length, newest?.rest.length], [1, 1, 1]);
	});

	test('make one line of days in a row without a change in the terms', () => {
		const entries = entriesOf(
			['2026-01-05', 'prominent'],
			['2026-01-04', 'folded'],
			['2026-01-03', 'low'],
			['2026-01-02', 'folded'],
			['2026-01-01', 'prominent'],
		);
		const days = latestDays({ ...apart, entries }, 30, 60);
		assert.deepEqual(
			days.map(({ day, since }) => [day, since]),
			[
				['2026-01-05', '2026-01-05'],
				['2026-01-04', '2026-01-02'],
				['2026-01-01', '2026-01-01'],
			],
		);
	});

	test('end at the limit of changes in the terms', () => {
		const entries = entriesOf(
			...Array.from({ length: 9 }, (_, index): [string, Rank] => [`2026-01-0${index + 1}`, 'prominent']),
		);
		assert.equal(latestDays({ ...apart, entries }, 30, 4).length, 4);
		assert.equal(latestDays({ ...apart, entries }, 3, 60).length, 3);
	});
});

test('months hold every change exactly once', () => {
	const rank = fc.constantFrom<Rank[]>('prominent', 'low', 'folded');
	const moment = fc.date({ min: new Date('2019-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
	fc.assert(
		fc.property(fc.array(fc.tuple(moment, rank), { maxLength: 40 }), (sketch) => {
			const entries = entriesOf(
				...sketch.map(([date, own]): [string, Rank] => [date.toISOString().slice(0, 10), own]),
			);
			const months = [...byMonth(entries)];
			assert.deepEqual(
				months.map(([month]) => month),
				months.map(([month]) => month).toSorted((one, other) => (one < other ? 1 : -1)),
			);
			const told = months
				.flatMap(([, own]) => byDay(apart, own))
				.reduce((sum, day) => sum + countsOfDay(day).recorded, 0);
			assert.equal(told, entries.length);
		}),
	);
});

describe('the year', () => {
	const year = countYear(
		apart,
		entriesOf(
			['2026-06-16', 'prominent'],
			['2026-06-16', 'folded'],
			['2025-06-17', 'low'],
			['2025-06-16', 'prominent'],
		),
		'2026-06-16',
		365,
	);

	test('counts its own days and no other', () => {
		assert.equal(year.days.length, 365);
		assert.deepEqual([year.counts.terms, year.counts.lesser, year.counts.unchanged], [1, 1, 1]);
		assert.deepEqual(year.days.at(-1), { day: '2026-06-16', terms: 1, rest: 1 });
	});

	test('names its months, with the year at the first and at each January', () => {
		assert.deepEqual(
			year.months.slice(0, 7).map(({ label }) => label),
			['Jul 2025', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 2026'],
		);
	});

	test('draws no bar for nothing and none taller than allowed', () => {
		const counts = [...Array.from({ length: 50 }, () => 1), 900];
		assert.equal(fullCount(counts), 1);
		assert.equal(barHeight(0, 1, 36), 0);
		assert.equal(barHeight(900, 1, 36), 36);
		assert.equal(fullCount([0, 0]), 1);
	});
});
