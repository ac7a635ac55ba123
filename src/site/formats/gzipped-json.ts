/**
 * Large files of data as the site holds them: JSON in gzip. Hosts pack what they send, but not what they store, and much of what a site
 * weighs would be these files. Browsers read them with `src/browser/packed-json.ts`.
 */
import { gzipSync } from 'node:zlib';

/** Where the header of gzip names the system that packed it, and what stands for none. */
const [system, unknown] = [9, 255];

/**
 * The same bytes for the same value, whenever and wherever they are made: the header names neither a time nor a system. The usual
 * level: the highest takes half as long again for three parts in a thousand.
 */
export function gzippedJson(value: unknown): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(gzipSync(JSON.stringify(value)));
	bytes[system] = unknown;
	return bytes;
}
