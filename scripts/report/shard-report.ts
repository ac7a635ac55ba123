/** What a shard of a build came to, in words. */
import type { AnalysedShard } from '../../src/build/shards/analyse-shard.ts';
import type { RenderedShard } from '../../src/build/shards/render-shard.ts';
import type { Shard } from '../../src/model/shard.ts';

export function formatAnalysed({ agreements, analysed }: AnalysedShard, shard: Shard): string {
	return `${inWords(shard)} has ${agreements} agreements: ${analysed} analysed anew`;
}

export function formatRendered({ platforms, files, searchRecords }: RenderedShard, shard: Shard): string {
	return `${inWords(shard)} has ${platforms} platforms: ${files} files made anew, ${searchRecords} records for the search`;
}

function inWords({ number, of }: Shard): string {
	return `Shard ${number} of ${of}`;
}
