/** Where a change stands below the page of its agreement, for the build and for the browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changePath } from './change-path.ts';
import { changeUrl } from './urls.ts';

test('a change has a page of its own, which a clause of it is a place on', () => {
	assert.equal(changePath({ day: '2026-06-16' }), '2026-06-16/');
	assert.equal(changePath({ day: '2026-06-16-2', onYearPage: false }, 'c-1'), '2026-06-16-2/#c-1');
});

test('a change on the page of its year is a place itself, and its clauses are none', () => {
	const change = { day: '2023-06-16-2', onYearPage: true };
	assert.equal(changePath(change), '2023/#2023-06-16-2');
	assert.equal(changePath(change, 'c-1'), '2023/#2023-06-16-2');
	assert.ok(
		changeUrl({ slug: 'acme' }, { slug: 'terms' }, change, 'c-1').endsWith('/acme/terms/2023/#2023-06-16-2'),
	);
});
