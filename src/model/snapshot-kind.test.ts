import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPdf } from './snapshot-kind.ts';

for (const [text, expected] of [
	['%PDF-1.7\n', true],
	['\ufeff\r\n junk %PDF-1.4', true],
	['<title>What %PDF- means</title>', false],
	['<!-- x -->\n%PDF-1.4\n%\xe2\xe3\n1 0 obj\n<< /Type /Catalog >>', true],
	['<br />\n<b>Notice</b>: line 3<br />\n%PDF-1.4\n1 0 obj <</Length 5>>', true],
	['<p>A file begins with %PDF-1.4 and has objects.</p>', false],
	['<pre>%PDF-1.4\n1 0 obj\n&lt;&lt; /Type', false],
	[`<pre>%PDF-1.4 ${'1 '.repeat(1000)}`, false],
	[`${' '.repeat(2000)}%PDF-1.7`, false],
	['', false],
] as const) {
	test(`${JSON.stringify(text.slice(0, 30))} is ${expected ? 'a' : 'no'} PDF`, () =>
		assert.equal(isPdf(Buffer.from(text)), expected));
}
