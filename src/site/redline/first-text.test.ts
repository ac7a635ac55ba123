import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { firstText } from './first-text.ts';

test('sections are named by their heads, without the mark that ends these', () => {
	const clauses = ['You may stay.', 'You may go.', 'You may come back.'];
	const heads = ['## 2. Your account', '## Data that you share with us, including:'];
	const text = heads.flatMap((head) => [head, ...clauses]).join('\n\n');
	const [agreement] = sampleArchive({ Auk: { Terms: [text] } }).platforms[0]?.agreements ?? [];
	if (agreement === undefined) throw new Error('no agreement');
	assert.deepEqual(
		firstText(agreement.ledger, 0).sections.map(({ label }) => label),
		['2 Your account: 4 clauses', 'Data that you share with us, including: 4 clauses'],
	);
});
