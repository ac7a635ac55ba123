/** Counts read as people say them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, grouped, listed, unbroken } from './counts-in-words.ts';

test('counts and lists', () => {
	assert.deepEqual(
		[counted(1, 'clause'), counted(0, 'clause'), counted(2341, 'clause')],
		['1 clause', '0 clauses', '2,341 clauses'],
	);
	assert.equal(
		unbroken('2 clauses added, 1 moved, in Part 3'),
		'2\u00a0clauses added, 1\u00a0moved, in Part 3',
	);
	assert.equal(
		unbroken('Fees: £45 → £30, not said → trains'),
		'Fees: £45\u00a0→\u00a0£30, not said → trains',
	);
	assert.deepEqual([grouped(999), grouped(1000), grouped(1234567)], ['999', '1,000', '1,234,567']);
	assert.deepEqual(
		[listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])],
		['', 'a', 'a and b', 'a, b and c'],
	);
});
