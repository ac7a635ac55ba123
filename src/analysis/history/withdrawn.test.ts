/** When an agreement left the archive. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withdrawn } from './withdrawn.ts';

const recorded = { blob: 'a'.repeat(40), fetched: '2024-01-01T00:00:00Z' };
const removed = { blob: null, fetched: '2024-02-01T00:00:00Z' };

test('an agreement is withdrawn from its newest version on, where that one took its file away', () => {
	assert.equal(withdrawn([recorded, removed]), removed.fetched);
});

test('an agreement that was put back, or never taken away, is not withdrawn', () => {
	assert.equal(withdrawn([recorded, removed, recorded]), null);
	assert.equal(withdrawn([recorded]), null);
	assert.equal(withdrawn([]), null);
});
