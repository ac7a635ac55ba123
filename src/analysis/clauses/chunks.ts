/** Cuts a version into chunks at blank lines, looking only at the bytes that differ from the version before it. */

/** Where the chunks of a text end, each with the blank line after it. */
export interface Chunks {
	readonly bytes: Buffer;
	readonly ends: readonly number[];
}

/** A text cut into chunks: some of the text before it, its own, and again some of the text before it. */
export interface CutChunks extends Chunks {
	/** So many chunks are the first of the text before. */
	readonly kept: number;
	/** The chunks that follow them, without a blank line between their lines. */
	readonly fresh: readonly string[];
	/** From this one on, the chunks of the text before follow again. */
	readonly resumed: number;
}

const newline = 10;
export const noChunks: Chunks = { bytes: Buffer.alloc(0), ends: [] };

/**
 * Most versions differ from the one before in a few places: what both share at the beginning and the end is taken over. This
 * saves six of seven chunk look-ups on a large archive.
 */
export function cutChunks(bytes: Buffer, before: Chunks): CutChunks {
	const shorter = Math.min(bytes.length, before.bytes.length);
	const head = commonHead(bytes, before.bytes, shorter);
	const tail = commonTail(bytes, before.bytes, shorter - head);
	const kept = chunksBefore(before.ends, head);
	const resumed = Math.max(kept, firstChunkAfter(before.ends, before.bytes.length - tail));
	const from = kept === 0 ? 0 : (before.ends[kept - 1] as number);
	const shift = bytes.length - before.bytes.length;
	const to = resumed === before.ends.length ? bytes.length : (before.ends[resumed - 1] as number) + shift;
	const fresh: string[] = [];
	const ends = before.ends.slice(0, kept);
	for (let at = from; at < to; ) {
		const end = chunkEnd(bytes, at, to);
		fresh.push(bytes.toString('utf8', at, end));
		ends.push(end);
		at = end;
	}
	for (let chunk = resumed; chunk < before.ends.length; chunk++)
		ends.push((before.ends[chunk] as number) + shift);
	return { bytes, ends, kept, fresh, resumed };
}

/** Bytes compared at once; within the first block that differs, one by one. */
const block = 4096;

function commonHead(one: Buffer, other: Buffer, limit: number): number {
	let at = 0;
	while (at + block <= limit && one.compare(other, at, at + block, at, at + block) === 0) at += block;
	while (at < limit && one[at] === other[at]) at++;
	return at;
}

function commonTail(one: Buffer, other: Buffer, limit: number): number {
	let length = 0;
	const equalBlock = (): boolean => {
		const [a, b] = [one.length - length, other.length - length];
		return one.compare(other, b - block, b, a - block, a) === 0;
	};
	while (length + block <= limit && equalBlock()) length += block;
	while (length < limit && one[one.length - 1 - length] === other[other.length - 1 - length]) length++;
	return length;
}

/** Number of chunks that end at or before `byte`. The last chunk is never kept: it may go on in the new text. */
function chunksBefore(ends: readonly number[], byte: number): number {
	let count = 0;
	while (count < ends.length - 1 && (ends[count] as number) <= byte) count++;
	return count;
}

/** First chunk of which the blank line before it lies at or after `byte` too: only then it begins a chunk in both texts. */
function firstChunkAfter(ends: readonly number[], byte: number): number {
	let chunk = ends.length;
	while (chunk > 1 && (ends[chunk - 2] as number) - 2 >= byte) chunk--;
	return chunk;
}

/** Just after the next blank line, or `limit`. */
function chunkEnd(bytes: Buffer, from: number, limit: number): number {
	for (
		let at = bytes.indexOf(newline, from);
		at >= 0 && at + 1 < limit;
		at = bytes.indexOf(newline, at + 1)
	) {
		if (bytes[at + 1] === newline) return at + 2;
	}
	return limit;
}
