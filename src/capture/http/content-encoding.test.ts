import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { decodeContent, parseContentCodings } from './content-encoding.ts';

const page = `<p>${'You may use the service as long as you pay for it. '.repeat(40)}</p>`;

async function read(bytes: Buffer, encoding: string): Promise<string> {
	const codings = parseContentCodings(encoding);
	assert.ok(codings !== null);
	// Byte by byte at first: what tells two codings apart may come in two pieces.
	const pieces = [bytes.subarray(0, 1), bytes.subarray(1, 2), bytes.subarray(2)];
	const chunks: Buffer[] = [];
	for await (const chunk of decodeContent(Readable.from(pieces), codings)) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

describe('the content coding of a response', () => {
	for (const encoding of [
		'',
		' ',
		',',
		'identity',
		'UTF-8',
		'none',
		'binary',
		'8bit',
		'text/html',
		'utf-8, utf-8',
		'"identity"',
		'null;q=1',
	])
		test(`${JSON.stringify(encoding)} is none`, async () => {
			assert.equal(await read(Buffer.from(page), encoding), page);
		});

	for (const [encoding, bytes] of [
		['gzip', gzipSync(page)],
		['X-GZIP', gzipSync(page)],
		['gzip, gzip', gzipSync(page)],
		['utf-8, gzip', gzipSync(page)],
		['gzip, identity', gzipSync(page)],
		['deflate', deflateSync(page)],
		['deflate', deflateSync(page, { level: 1 })],
		['deflate', deflateRawSync(page)],
		['deflate', deflateRawSync(page, { level: 0 })],
		['deflate', gzipSync(page)],
		['br', brotliCompressSync(page)],
		['gzip, br', brotliCompressSync(gzipSync(page))],
		['deflate, gzip', gzipSync(deflateRawSync(page))],
	] as const)
		test(`${encoding} is undone (${bytes.subarray(0, 2).toString('hex')})`, async () => {
			assert.equal(await read(bytes, encoding), page);
		});

	for (const encoding of ['zstd', 'compress', 'gzip, zstd', 'gzip, gzip, gzip', 'gzip,deflate,br'])
		test(`${encoding} was not asked for`, () => assert.equal(parseContentCodings(encoding), null));

	for (const [encoding, bytes] of [
		['gzip', gzipSync(page).subarray(0, 60)],
		['deflate', deflateSync(page).subarray(0, 60)],
		['deflate', deflateRawSync(page).subarray(0, 60)],
		['br', brotliCompressSync(page).subarray(0, 40)],
		['gzip', Buffer.from(page)],
	] as const)
		test(`${encoding} that breaks off or is none is an error (${bytes.byteLength} bytes)`, async () => {
			await assert.rejects(read(bytes, encoding));
		});

	test('that ends with an error of the body ends with that error', async () => {
		async function* broken(): AsyncGenerator<Buffer> {
			yield gzipSync(page).subarray(0, 60);
			throw new Error('gone');
		}
		const reading = async () => {
			for await (const _ of decodeContent(broken(), ['gzip']));
		};
		await assert.rejects(reading, /gone/);
	});
});
