/** Unpacks the body of an answer. A packed body that breaks off is an error: half a page must not pass for the whole. */
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * @param names values of Content-Encoding in the order in which they were applied
 * @throws Error while reading for a body that is damaged or not whole
 */
export function unpack(body: Readable, names: readonly Packing[]): AsyncIterable<Buffer> {
	// The consumer of the last stream sees the error of any.
	return names.toReversed().reduce((stream, name) => pipeline(stream, unpackers[name](), () => {}), body);
}

const unpackers = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
} as const;

export type Packing = keyof typeof unpackers;

/** Several packings one in the other are a trick: no server needs more than two. */
const mostPackings = 2;

/**
 * @param encoding value of the header, or empty
 * @returns null for a packing that was not asked for
 */
export function parsePackings(encoding: string): readonly Packing[] | null {
	const names = encoding
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity');
	return names.length <= mostPackings && names.every(isPacking) ? names : null;
}

function isPacking(name: string): name is Packing {
	return Object.hasOwn(unpackers, name);
}
