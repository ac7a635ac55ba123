/** One of several machines that share a piece of work: a capture, or a build. */
import { Fault } from './fault.ts';

export interface Shard {
	/** 1 to `of`. */
	readonly number: number;
	readonly of: number;
}

/** @throws Fault where the text is not `<number>/<count>`, or the number is beyond the count */
export function parseShard(text: string): Shard {
	const [, number = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number);
	if (number >= 1 && number <= of) return { number, of };
	throw new Fault(`${JSON.stringify(text)} is no shard`, '--shard', 'Write it like 2/4: the second of four.');
}
