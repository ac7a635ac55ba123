import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { gzippedJson } from './gzipped-json.ts';

test('what is packed is the JSON of the value, with neither time nor system in its header', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const bytes = gzippedJson(value);
			assert.equal(gunzipSync(bytes).toString(), JSON.stringify(value));
			assert.deepEqual([...bytes.slice(0, 8), bytes[9]], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 255]);
		}),
	);
});
