/** The index of weeks: each week stands once, in the month and year of its Monday. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { firstDay, weekOf } from '../../text/weeks.ts';
import type { Week } from './digest.ts';
import { yearsOf } from './week-years.ts';

function weekWith(week: string, terms: number, lesser: number): Week {
	const counts = { recorded: terms + lesser + 1, terms, alike: 0, lesser, unchanged: 0, unread: 0, first: 1 };
	return { week, entries: [], counts, earlier: null, later: null, soFar: null };
}

test('a week stands by its Monday, though its number may belong to the next year', () => {
	const [year, ...others] = yearsOf([weekWith('2025-W01', 2, 0)]);
	assert.equal(others.length, 0);
	assert.equal(year?.year, '2024');
	assert.deepEqual(
		year?.months.map(({ name, weeks }) => [name, weeks.map(({ week }) => week)]),
		[['Dec', ['2025-W01']]],
	);
	assert.match(year?.above ?? '', /^M52\.5 /);
});

test('every week stands once, oldest first in its year, with a bar above for changes in the terms and one below for all but first records', () => {
	const days = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(days, (offsets) => {
			const moments = offsets.map((offset) => new Date(Date.UTC(2012, 0, 1 + offset)).toISOString());
			const weeks = [...new Set(moments.map(weekOf))].sort().reverse();
			const years = yearsOf(weeks.map((week, index) => weekWith(week, index % 3, index % 2)));
			const listed = years.toReversed().flatMap(({ months }) => months.flatMap(({ weeks: all }) => all));
			assert.deepEqual(
				listed.map(({ week }) => week),
				weeks.toReversed(),
			);
			for (const { year, months } of years)
				for (const { week } of months.flatMap(({ weeks: all }) => all))
					assert.equal(firstDay(week).slice(0, 4), year);
			const bars = (path: string) => path.match(/M/g)?.length ?? 0;
			assert.equal(
				years.reduce((sum, { above }) => sum + bars(above), 0),
				listed.filter(({ counts }) => counts.terms > 0).length,
			);
			assert.equal(
				years.reduce((sum, { below }) => sum + bars(below), 0),
				listed.filter(({ counts }) => counts.lesser > 0).length,
			);
		}),
	);
});
