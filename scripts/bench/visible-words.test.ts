import assert from 'node:assert/strict';
import { test } from 'node:test';
import { visibleWords } from './visible-words.ts';

test('the number of an item is no word, however a text writes it', () => {
	for (const mark of ['1.', '- a.', '- (iv)', '- 1.2.', '- 3\\.', '-'])
		assert.deepEqual(
			visibleWords(`${mark} Eggs stay. A nest too.`),
			['eggs', 'stay', 'a', 'nest', 'too'],
			mark,
		);
	assert.deepEqual(visibleWords('a. Eggs'), ['a', 'eggs'], 'where no item is');
});
