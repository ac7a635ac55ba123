import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseShard } from './shard.ts';

test('shards are written as number and count, and as nothing else', () => {
	assert.deepEqual(parseShard('2/4'), { number: 2, of: 4 });
	for (const wrong of ['', '0/4', '5/4', '1', '1/0', '1/4/2', '-1/4', ' 1/4'])
		assert.throws(() => parseShard(wrong), /is no shard/);
});
