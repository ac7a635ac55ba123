import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { inShard } from './shard.ts';

describe('shards', () => {
	test('put every platform into exactly one of them', () => {
		fc.assert(
			fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (platform, of) => {
				const numbers = Array.from({ length: of }, (_, at) => at + 1);
				assert.equal(numbers.filter((number) => inShard(platform, { number, of })).length, 1);
			}),
		);
	});

	test('stay as they are from machine to machine', () => {
		const names = ['Versolette', 'Ostlery', 'Pellmell', 'Tallybird', 'Gannetry Cloud', 'Hafenblick'];
		assert.deepEqual(
			names.filter((name) => inShard(name, { number: 1, of: 2 })),
			['Versolette', 'Ostlery', 'Tallybird', 'Hafenblick'],
		);
	});
});
