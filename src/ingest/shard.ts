/** Which part of a collection a run is about, where several machines share the work. */
import { createHash } from 'node:crypto';
import type { Shard } from '../model/shard.ts';

/**
 * The same on every machine and in every run, whatever else is declared. A platform is in one shard as a whole: its agreements mostly
 * share their hosts, and only within one run does a host get its rest.
 */
export function inShard(platform: string, { number, of }: Shard): boolean {
	return createHash('sha256').update(platform).digest().readUInt32BE(0) % of === number - 1;
}
