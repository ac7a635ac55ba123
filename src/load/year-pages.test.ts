/** Which changes share the page of their year. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasPage } from '../model/change.ts';
import { Fault } from '../model/fault.ts';
import { sampleArchive } from '../samples/sample-archive.ts';
import { firstOwnYear, withYearPages, yearPagesAfter } from './year-pages.ts';

test('the environment goes before the collection, and an empty variable says nothing', () => {
	assert.equal(yearPagesAfter({ yearPagesAfter: 3 }, {}), 3);
	assert.equal(yearPagesAfter({ yearPagesAfter: 3 }, { YEAR_PAGES_AFTER: '' }), 3);
	assert.equal(yearPagesAfter({ yearPagesAfter: 3 }, { YEAR_PAGES_AFTER: '0' }), 0);
	assert.equal(yearPagesAfter({ yearPagesAfter: undefined }, {}), undefined);
	for (const wrong of ['two', '-1', '1.5', '100'])
		assert.throws(() => yearPagesAfter({ yearPagesAfter: 3 }, { YEAR_PAGES_AFTER: wrong }), Fault);
});

test('whole calendar years are meant, counted back from the newest version of the archive', () => {
	assert.equal(firstOwnYear(2, '2026-01-01T00:00:00Z'), '2024');
	assert.equal(firstOwnYear(2, '2026-12-31T23:59:59Z'), '2024');
	assert.equal(firstOwnYear(0, '2026-06-16T04:12:07Z'), '2026');
	assert.equal(firstOwnYear(undefined, '2026-06-16T04:12:07Z'), '');
	assert.equal(firstOwnYear(2, null), '');
});

test('what is shown and older goes to the page of its year, and the fewer years are kept apart the more does', () => {
	const clause = (day: number): string =>
		`You tell us within ${day} days where somebody learned your password.`;
	const texts = Array.from({ length: 40 }, (_, at) => `# Terms of Service\n\n${clause(10 + (at % 7))}`);
	const { platforms } = sampleArchive({ Tern: { Terms: texts } });
	const onYearPages = (before: string): string[] =>
		withYearPages(platforms, before).flatMap(({ agreements }) =>
			agreements.flatMap(({ changes }) => {
				for (const change of changes)
					assert.ok(!change.onYearPage || (hasPage(change) && change.day < before));
				return changes.filter(({ onYearPage }) => onYearPage).map(({ day }) => day);
			}),
		);
	assert.deepEqual(onYearPages(''), []);
	const years = fc.integer({ min: 2023, max: 2029 });
	fc.assert(
		fc.property(years, years, (one, other) => {
			const [fewer, more] = [Math.min(one, other), Math.max(one, other)].map((year) =>
				onYearPages(`${year}`),
			);
			assert.ok(fewer?.every((day) => more?.includes(day)));
		}),
	);
	assert.ok(onYearPages('2026').length > 0);
});
