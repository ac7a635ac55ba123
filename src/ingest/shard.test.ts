import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { inShard, parseShard } from './shard.ts';

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

	test('are written as number and count, and as nothing else', () => {
		assert.deepEqual(parseShard('2/4'), { number: 2, of: 4 });
		for (const wrong of ['', '0/4', '5/4', '1', '1/0', '1/4/2', '-1/4', ' 1/4'])
			assert.throws(() => parseShard(wrong), /is no shard/);
	});
});
