/** Where a long name may break. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breakableParts } from './breakable-name.ts';

test('a host name breaks after its dots, an abbreviation at an end and a number nowhere', () => {
	assert.deepEqual(breakableParts('Booking.com'), ['Booking.', 'com']);
	assert.deepEqual(breakableParts('de.wikipedia.org'), ['de.', 'wikipedia.', 'org']);
	assert.deepEqual(breakableParts('Amazon.com, Inc.'), ['Amazon.', 'com, Inc.']);
	assert.deepEqual(breakableParts('Web 2.0'), ['Web 2.0']);
});

test('no letter is lost', () => {
	fc.assert(fc.property(fc.string(), (name) => assert.equal(breakableParts(name).join(''), name)));
});
