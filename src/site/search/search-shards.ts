/**
 * The search index in parts, each of some platforms, so that the indexer never holds all words at once: of an archive of 877 agreements in one
 * part it takes 2.3 GB, in four 0.74 GB. The browser asks all parts; what it loads for a question grows a little with their number.
 */
import type { Archive, Platform } from '../../model/archive.ts';
import { fnv } from '../../text/fnv.ts';

/** About 18 million characters, half a gigabyte to a whole one in the indexer. */
const mostAgreements = 256;

/** A power of two, so that an archive that grows seldom moves its platforms to other parts. */
export function countShards({ platforms }: Pick<Archive, 'platforms'>): number {
	const agreements = platforms.reduce((sum, platform) => sum + platform.agreements.length, 0);
	let shards = 1;
	while (shards * mostAgreements < agreements) shards *= 2;
	return shards;
}

/** The platforms of each part; which one a platform is in depends on its slug and the number of parts alone. */
export function searchShards(archive: Pick<Archive, 'platforms'>): Platform[][] {
	const shards: Platform[][] = Array.from({ length: countShards(archive) }, () => []);
	for (const platform of archive.platforms)
		shards[(fnv(platform.slug) >>> 0) % shards.length]?.push(platform);
	return shards;
}

/** Folder of a part below the index; the first is the index itself, so that an archive of one part has no other. */
export function shardFolder(shard: number): string {
	return shard === 0 ? '' : `part-${shard}/`;
}
