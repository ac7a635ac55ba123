/** What is new stays new through a visit, and not beyond it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { emptyWatchList, type WatchList } from './watch-list.ts';
import { atOpening, countsFrom, markedAsSeen } from './watch-visit.ts';

const chosen: WatchList = { ...emptyWatchList, items: [{ path: 'pellmell', name: 'Pellmell' }] };
const monday = '2026-11-09T04:12:07Z';
const thursday = '2026-11-12T04:12:07Z';

describe('a visit', () => {
	test('is the first one on the first opening, and counts from nothing', () => {
		const list = atOpening(chosen, '2026-11-09T09:00:00.000Z', monday);
		assert.equal(list.before, null);
		assert.deepEqual(list.visit, { at: '2026-11-09T09:00:00.000Z', seen: monday, marked: false });
	});

	test('goes on through reloads and second tabs, and takes in what is published meanwhile', () => {
		const first = atOpening(chosen, '2026-11-09T09:00:00.000Z', monday);
		const later = atOpening(first, '2026-11-12T09:00:00.000Z', monday);
		const reloaded = atOpening(later, '2026-11-12T10:30:00.000Z', thursday);
		assert.deepEqual(later.before, first.visit);
		assert.deepEqual(reloaded.before, first.visit);
		assert.equal(reloaded.visit?.seen, thursday);
	});

	test('ends when nobody came back for hours: the next one counts from its end', () => {
		const first = atOpening(chosen, '2026-11-09T09:00:00.000Z', monday);
		const again = atOpening(first, '2026-11-09T10:00:00.000Z', monday);
		const next = atOpening(again, '2026-11-12T08:00:00.000Z', thursday);
		assert.equal(next.before?.at, '2026-11-09T10:00:00.000Z');
		assert.equal(next.before?.seen, monday);
	});

	test('does not begin with an empty list: there was nothing to see', () => {
		assert.deepEqual(atOpening(emptyWatchList, '2026-11-09T09:00:00.000Z', monday), emptyWatchList);
	});

	test('does not forget what was seen when an older copy is shown for want of a connection', () => {
		const seen = atOpening(chosen, '2026-11-12T09:00:00.000Z', thursday);
		assert.equal(atOpening(seen, '2026-11-12T09:05:00.000Z', monday).visit?.seen, thursday);
	});

	test('goes on where the clock was set back', () => {
		const seen = atOpening(chosen, '2026-11-12T09:00:00.000Z', thursday);
		assert.equal(atOpening(seen, '2026-11-01T09:00:00.000Z', thursday).before, null);
	});
});

test('looking from elsewhere counts as the next opening would, and changes nothing', () => {
	const first = atOpening(chosen, '2026-11-09T09:00:00.000Z', monday);
	assert.equal(countsFrom(first, '2026-11-09T09:30:00.000Z'), null);
	assert.deepEqual(countsFrom(first, '2026-11-12T09:00:00.000Z'), first.visit);
});

test('what is marked as seen is not new in this visit nor in the next', () => {
	const first = atOpening(chosen, '2026-11-09T09:00:00.000Z', monday);
	const marked = markedAsSeen(first, '2026-11-12T09:00:00.000Z', thursday);
	assert.deepEqual(marked.before, { at: '2026-11-12T09:00:00.000Z', seen: thursday, marked: true });
	const next = atOpening(marked, '2026-11-20T09:00:00.000Z', thursday);
	assert.equal(next.before?.seen, thursday);
	assert.equal(next.before?.marked, false);
});
