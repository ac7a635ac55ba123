/** Undoes the content codings of a response's body. An encoded body that breaks off is an error: half a page must not pass for the whole. */
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/**
 * @param codings values of Content-Encoding in the order in which they were applied
 * @throws Error while reading for a body that is damaged or not whole
 */
export function decodeContent(body: Readable, codings: readonly ContentCoding[]): AsyncIterable<Buffer> {
	// The consumer of the last stream sees the error of any.
	return codings
		.toReversed()
		.reduce((stream, coding) => pipeline(stream, decoders[coding](), () => {}), body);
}

const decoders = {
	gzip: createGunzip,
	'x-gzip': createGunzip,
	deflate: createInflate,
	br: createBrotliDecompress,
} as const;

export type ContentCoding = keyof typeof decoders;

/** Several codings one in the other are a trick: no server needs more than two. */
const mostCodings = 2;

/**
 * @param encoding value of the header, or empty
 * @returns null for a coding that was not asked for
 */
export function parseContentCodings(encoding: string): readonly ContentCoding[] | null {
	const names = encoding
		.toLowerCase()
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '' && name !== 'identity');
	return names.length <= mostCodings && names.every(isContentCoding) ? names : null;
}

function isContentCoding(name: string): name is ContentCoding {
	return Object.hasOwn(decoders, name);
}
