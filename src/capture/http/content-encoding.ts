/** Undoes the content codings of a response's body. An encoded body that breaks off is an error: half a page must not pass for the whole. */
import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/**
 * @param codings values of Content-Encoding in the order in which they were applied
 * @throws Error while reading for a body that is damaged or not whole
 */
export function decodeContent(
	body: AsyncIterable<Buffer>,
	codings: readonly ContentCoding[],
): AsyncIterable<Buffer> {
	return codings.toReversed().reduce(decode, body);
}

async function* decode(body: AsyncIterable<Buffer>, coding: ContentCoding): AsyncGenerator<Buffer> {
	const source = body[Symbol.asyncIterator]();
	const start = await startOf(source);
	if (start.byteLength === 0) return;
	// The consumer of the decoder sees the error of the body as well.
	yield* pipeline(Readable.from(joined(start, source)), decoders[coding](start), () => {});
}

/** The first bytes, by which some codings are told apart. */
async function startOf(source: AsyncIterator<Buffer>): Promise<Buffer> {
	let start: Buffer = Buffer.alloc(0);
	while (start.byteLength < 2) {
		const { value, done } = await source.next();
		if (done === true) break;
		start = Buffer.concat([start, value]);
	}
	return start;
}

async function* joined(start: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
	try {
		yield start;
		for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
	} finally {
		await source.return?.();
	}
}

const decoders = {
	gzip: () => createGunzip(),
	'x-gzip': () => createGunzip(),
	deflate: deflateDecoder,
	br: () => createBrotliDecompress(),
} as const satisfies Record<string, (start: Buffer) => Transform>;

export type ContentCoding = keyof typeof decoders;

/**
 * By its name it has a header of zlib's. Some servers leave that out, and some mean gzip: browsers read all three.
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-8.4.1.2
 */
function deflateDecoder(start: Buffer): Transform {
	const header = start.byteLength < 2 ? 0 : start.readUInt16BE();
	if (header === 0x1f8b) return createGunzip();
	return (header & 0x0f00) === 0x0800 && header % 31 === 0 ? createInflate() : createInflateRaw();
}

/** Several codings one in the other are a trick: no server needs more than two. */
const mostCodings = 2;

/** What would have to be undone and cannot be. Every other name is no coding: servers write the charset there, or `none`. */
const others: ReadonlySet<string> = new Set(
	(
		'aes128gcm compress x-compress dcb dcz exi pack200-gzip zstd sdch ' +
		'bzip2 x-bzip2 bzip lzma xz x-xz lz4 x-lz4 snappy x-snappy zip x-zip'
	).split(' '),
);

/**
 * As browsers do, a name that is no coding counts for nothing.
 * @param encoding value of the header, or empty
 * @returns null for a coding that was not asked for, or more of them than a server needs
 */
export function parseContentCodings(encoding: string): readonly ContentCoding[] | null {
	const names = encoding.toLowerCase().split(',').map(nameOf);
	const codings = names.filter(isContentCoding);
	if (codings.length > mostCodings || names.some((name) => others.has(name))) return null;
	// A header that was written twice says one thing: nobody packs twice in the same way.
	return [...new Set(codings)];
}

/** Without quotation marks and parameters, which it never has. */
function nameOf(name: string): string {
	return (name.split(';')[0] ?? '').replace(/["'\s]/g, '');
}

function isContentCoding(name: string): name is ContentCoding {
	return Object.hasOwn(decoders, name);
}
