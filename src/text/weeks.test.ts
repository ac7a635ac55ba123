/** Weeks are those of ISO 8601, at the ends of years too. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayLength } from './day-length.ts';
import { endOfWeek, firstDay, lastDay, weekBriefly, weekInWords, weekOf } from './weeks.ts';

/** Days since 1 January of the year 1, counted out with the rule of leap years and no date of the platform. */
function dayNumber(year: number, month: number, day: number): number {
	const leap = (of: number) => (of % 4 === 0 && of % 100 !== 0) || of % 400 === 0;
	const lengths = [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	const before = year - 1;
	const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
	return (
		before * 365 + leaps + lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0) + day - 1
	);
}

/** The day number of the Monday of a year's first week: the one that holds 4 January. 1 January of the year 1 was a Monday. */
function firstMonday(year: number): number {
	const fourth = dayNumber(year, 1, 4);
	return fourth - (fourth % 7);
}

function countedWeek(iso: string): string {
	const [year = 0, month = 0, day = 0] = iso.slice(0, 10).split('-').map(Number);
	const today = dayNumber(year, month, day);
	const owner = [year + 1, year, year - 1].find((candidate) => firstMonday(candidate) <= today) as number;
	const week = Math.floor((today - firstMonday(owner)) / 7) + 1;
	return `${owner}-W${String(week).padStart(2, '0')}`;
}

const moments = fc.date({
	min: new Date('1990-01-01T00:00:00Z'),
	max: new Date('2190-12-31T23:59:59Z'),
	noInvalidDate: true,
});

test('the week of any day is the one that a count of days finds', () => {
	fc.assert(
		fc.property(moments, (moment) => {
			const iso = moment.toISOString();
			assert.equal(weekOf(iso), countedWeek(iso));
		}),
	);
});

test('the week of each day around each turn of a year is the one that a count of days finds', () => {
	for (let year = 1990; year < 2100; year++)
		for (let day = -10; day <= 10; day++) {
			const iso = new Date(Date.UTC(year, 0, 1 + day)).toISOString();
			assert.equal(weekOf(iso), countedWeek(iso), iso);
		}
});

test('a week is seven days of one name, from a Monday to a Sunday', () => {
	fc.assert(
		fc.property(moments, (moment) => {
			const iso = moment.toISOString();
			const week = weekOf(iso);
			const [first, last] = [firstDay(week), lastDay(week)];
			assert.ok(first <= iso.slice(0, 10) && iso.slice(0, 10) <= last);
			assert.deepEqual([weekOf(first), weekOf(last)], [week, week]);
			assert.equal(new Date(first).getUTCDay(), 1);
			assert.equal(new Date(last).getUTCDay(), 0);
			assert.notEqual(weekOf(endOfWeek(week)), week);
			assert.equal(Date.parse(endOfWeek(week)) - Date.parse(first), 7 * dayLength);
		}),
	);
});

test('a moment just before midnight counts to the day that it is in Greenwich', () => {
	assert.equal(weekOf('2026-06-14T23:59:59.999Z'), '2026-W24');
	assert.equal(weekOf('2026-06-15T00:00:00.000Z'), '2026-W25');
});

test('days of one year may belong to the weeks of another', () => {
	assert.equal(weekOf('2021-01-03'), '2020-W53');
	assert.equal(weekOf('2024-12-30'), '2025-W01');
	// The 28th of December lies in the last week of its year (ISO 8601).
	assert.deepEqual(
		['2015', '2020', '2025', '2026'].map((year) => weekOf(`${year}-12-28`)),
		['2015-W53', '2020-W53', '2025-W52', '2026-W53'],
	);
});

test('a week is told by its days', () => {
	assert.equal(weekInWords('2026-W25'), '15 to 21 June 2026');
	assert.equal(weekInWords('2026-W27'), '29 June to 5 July 2026');
	assert.equal(weekInWords('2025-W01'), '30 December 2024 to 5 January 2025');
	assert.equal(weekBriefly('2025-W01'), '30 December to 5 January');
});
