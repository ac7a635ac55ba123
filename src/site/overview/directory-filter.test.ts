/** The directory narrowed by name and by kind of agreement. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWanted, simplified } from './directory-filter.ts';

const booking = { name: simplified('Booking.com'), kinds: ['privacy', 'terms'] };

test('a name is found by any part of it, however it is written', () => {
	for (const typed of ['', 'book', 'ing.COM', 'Booking com', ' booking '])
		assert.ok(isWanted(booking, typed, ''), typed);
	assert.ok(!isWanted(booking, 'bokking', ''));
	assert.ok(isWanted({ name: simplified('Société Générale'), kinds: [] }, 'societe', ''));
});

test('a kind leaves out platforms without such an agreement', () => {
	assert.ok(isWanted(booking, 'book', 'privacy'));
	assert.ok(!isWanted(booking, 'book', 'business'));
});
