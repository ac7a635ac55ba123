import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fnv, fnvStart, fnvStep } from './fnv.ts';

/** From the test vectors of the hash's authors. */
const vectors: Readonly<Record<string, number>> = {
	'': 0x811c9dc5,
	a: 0xe40c292c,
	b: 0xe70c2de5,
	foobar: 0xbf9cf968,
};

test('the hash is the one that its authors give', () => {
	for (const [text, hash] of Object.entries(vectors)) assert.equal(fnv(text) >>> 0, hash, text);
});

test('a part is hashed like a text of its own, and step by step', () => {
	assert.equal(fnv('a foobar', 2), fnv('foobar'));
	assert.equal(fnv('a foobar', 0, 1), fnv('a'));
	assert.equal(fnvStep(fnvStart, 97), fnv('a'));
});
