/** Unpacks the body of an answer. A packed body that breaks off is an error: half a page must not pass for the whole. */
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * @param encoding value of Content-Encoding: none, or several names in the order in which they were applied
 * @throws Error for an encoding that was not asked for, and for a body that is damaged or not whole
 */
export function unpack(body: Readable, encoding: string): AsyncIterable<Buffer> {
	const names = encoding
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity');
	// The consumer of the last stream sees the error of any.
	return names.reverse().reduce<Readable>((stream, name) => pipeline(stream, unpacker(name), () => {}), body);
}

function unpacker(name: string) {
	if (name === 'gzip' || name === 'x-gzip') return createGunzip();
	if (name === 'deflate') return createInflate();
	if (name === 'br') return createBrotliDecompress();
	throw new Error(`the server packed the page in a way that was not asked for (${name})`);
}
