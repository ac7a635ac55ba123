import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, ChangeClass } from '../model/change.ts';
import { mostChanges, offersApi } from './offered-api.ts';

function changes(count: number, kind: ChangeClass): { readonly change: Pick<Change, 'class'> }[] {
	return Array.from({ length: count }, () => ({ change: { class: kind } }));
}

test('versions that have no page of their own count for nothing', () => {
	const all = [...changes(mostChanges, 'substantive'), ...changes(5, 'cosmetic')];
	assert.equal(offersApi({ api: 'auto' }, all), true);
});

test('a site has an API where its collection says so, else where the archive is not too large for it', () => {
	const offered = (api: boolean | 'auto') =>
		[1, mostChanges, mostChanges + 1].map((count) => offersApi({ api }, changes(count, 'substantive')));
	assert.deepEqual(offered('auto'), [true, true, false]);
	assert.deepEqual(offered(true), [true, true, true]);
	assert.deepEqual(offered(false), [false, false, false]);
});
