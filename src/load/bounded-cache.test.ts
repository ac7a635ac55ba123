/** The values asked for last are at hand, and never more than there is room for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newestWithin } from './bounded-cache.ts';

/** Sizes are the numbers in the keys. */
function room(most: number): { readonly get: (key: string) => string; readonly made: string[] } {
	const made: string[] = [];
	const get = newestWithin(most, (key) => {
		made.push(key);
		return { value: `value of ${key}`, size: Number.parseInt(key, 10) };
	});
	return { get, made };
}

test('values are made once as long as there is room for all', () => {
	const { get, made } = room(12);
	for (const key of ['4 a', '4 b', '4 c', '4 a', '4 b', '4 c']) get(key);
	assert.deepEqual(made, ['4 a', '4 b', '4 c']);
});

test('what does not fit takes the place of what was asked for longest ago', () => {
	const { get, made } = room(9);
	for (const key of ['4 a', '4 b', '4 a', '1 c', '4 d', '4 a', '4 b']) get(key);
	assert.deepEqual(made, ['4 a', '4 b', '1 c', '4 d', '4 b']);
});

test('one that is larger than the room is kept until the next', () => {
	const { get, made } = room(5);
	for (const key of ['1 a', '99 b', '99 b', '1 a', '99 b']) get(key);
	assert.deepEqual(made, ['1 a', '99 b', '1 a', '99 b']);
});

test('whatever is asked for in whatever order, the value is that of its key', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(9)), (asked) => {
			const { get } = room(12);
			for (const key of asked) assert.equal(get(`${key} k`), `value of ${key} k`);
		}),
	);
});
