/** Dates in words are the same wherever and whenever the site is built. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	clock,
	dayInWords,
	daysBefore,
	daysBetween,
	endOfMonth,
	monthInWords,
	shortMonth,
	weekday,
} from './days-in-words.ts';

test('a moment is written as day, weekday and clock of UTC', () => {
	const moment = '2026-06-16T23:59:07Z';
	assert.equal(dayInWords(moment), '16 June 2026');
	assert.equal(weekday(moment), 'Tuesday');
	assert.equal(clock(moment), '23:59 UTC');
	assert.equal(monthInWords('2024-01'), 'January 2024');
	assert.equal(shortMonth('2024-09-30'), 'Sep 2024');
});

test('days are counted over a leap day and backwards', () => {
	assert.equal(daysBetween('2024-02-28T00:00:00Z', '2024-03-01T00:00:00Z'), 2);
	assert.equal(daysBetween('2024-03-01T12:00:00Z', '2024-03-01T00:00:00Z'), -0.5);
	assert.equal(daysBefore('2024-03-01T05:00:00Z', 1), '2024-02-29');
	assert.equal(daysBefore('2023-12-31', -1), '2024-01-01');
});

test('a month ends with its last second, in leap years and in December too', () => {
	assert.equal(endOfMonth('2024-02-01T00:00:00Z'), '2024-02-29T23:59:59Z');
	assert.equal(endOfMonth('2025-12-31T23:59:59Z'), '2025-12-31T23:59:59Z');
});
