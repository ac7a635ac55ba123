import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitChunk } from './clause-splitter.ts';

test('a heading in a list, or indented, is a heading', () => {
	assert.deepEqual(
		splitChunk('- ### Fees\n    ### 2.2 Refunds\n- You pay.').map(({ kind, depth, markdown }) => [
			kind,
			depth,
			markdown,
		]),
		[
			['heading', 3, 'Fees'],
			['heading', 3, '2.2 Refunds'],
			['item', 1, 'You pay.'],
		],
	);
});
