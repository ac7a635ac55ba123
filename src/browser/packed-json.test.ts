import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { gzippedJson } from '../site/formats/gzipped-json.ts';
import { readPackedJson } from './packed-json.ts';

test('a file is read as it lies, and as a browser unpacked it', async () => {
	await fc.assert(
		fc.asyncProperty(fc.jsonValue(), async (value) => {
			const plain = JSON.stringify(value);
			const read = await Promise.all(
				[gzippedJson(value), plain].map((body) => readPackedJson(new Response(body))),
			);
			assert.deepEqual(read, [JSON.parse(plain), JSON.parse(plain)]);
		}),
	);
});

test('a file that broke off is refused, and so is what is no JSON', async () => {
	const whole = gzippedJson({ pieces: Array.from({ length: 500 }, (_, at) => `piece ${at * at}`) });
	await assert.rejects(readPackedJson(new Response(whole.slice(0, whole.length / 2))));
	for (const body of ['', '<p>Not here</p>']) await assert.rejects(readPackedJson(new Response(body)));
});
