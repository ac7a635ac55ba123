/** Every platform must be in one part of the search index, and stay there while the archive grows a little. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Platform } from '../../model/archive.ts';
import { countShards, searchShards, shardFolder } from './search-shards.ts';

function platforms(count: number, agreements: number): Platform[] {
	return Array.from({ length: count }, (_, index) => ({
		name: `P${index}`,
		slug: `p${index}`,
		agreements: Array.from({ length: agreements }) as Platform['agreements'],
	}));
}

test('an archive of few agreements is one part, even where it is empty', () => {
	assert.equal(countShards({ platforms: [] }), 1);
	assert.equal(countShards({ platforms: platforms(128, 2) }), 1);
	assert.equal(countShards({ platforms: platforms(129, 2) }), 2);
	assert.equal(shardFolder(0), '');
});

test('each platform is in one part, and none is empty', () => {
	const all = platforms(300, 3);
	const shards = searchShards({ platforms: all });
	assert.equal(shards.length, 4);
	assert.ok(shards.every((shard) => shard.length > 30));
	assert.deepEqual(
		shards
			.flat()
			.map(({ slug }) => slug)
			.sort(),
		all.map(({ slug }) => slug).sort(),
	);
});

test('a new platform moves no other', () => {
	const of = (all: Platform[]) =>
		new Map(
			searchShards({ platforms: all }).flatMap((shard, part) =>
				shard.map(({ slug }) => [slug, part] as const),
			),
		);
	const [before, after] = [of(platforms(300, 3)), of(platforms(301, 3))];
	for (const [slug, part] of before) assert.equal(after.get(slug), part);
});
