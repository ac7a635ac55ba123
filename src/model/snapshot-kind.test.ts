import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPdf } from './snapshot-kind.ts';

for (const [text, expected] of [
	['%PDF-1.7\n', true],
	['\ufeff\r\n junk %PDF-1.4', true],
	['<title>What %PDF- means</title>', false],
	[`${' '.repeat(2000)}%PDF-1.7`, false],
	['', false],
] as const) {
	test(`${JSON.stringify(text.slice(0, 30))} is ${expected ? 'a' : 'no'} PDF`, () =>
		assert.equal(isPdf(Buffer.from(text)), expected));
}
