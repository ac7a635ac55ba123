/** Which part of a collection a run is about, where several machines share the work. */
import { createHash } from 'node:crypto';
import { Fault } from '../model/fault.ts';

export interface Shard {
	/** 1 to `of`. */
	readonly number: number;
	readonly of: number;
}

/** @throws Fault where the text is not `<number>/<count>` */
export function parseShard(text: string): Shard {
	const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
	if (number >= 1 && number <= of) return { number, of };
	throw new Fault(`${JSON.stringify(text)} is no shard`, '--shard', 'Write it like 2/4: the second of four.');
}

/**
 * The same on every machine and in every run, whatever else is declared. A platform is in one shard as a whole: its agreements mostly
 * share their hosts, and only within one run does a host get its rest.
 */
export function inShard(platform: string, { number, of }: Shard): boolean {
	return createHash('sha256').update(platform).digest().readUInt32BE(0) % of === number - 1;
}
