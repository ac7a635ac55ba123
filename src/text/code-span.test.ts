import assert from 'node:assert/strict';
import { test } from 'node:test';
import { marked } from 'marked';
import { codeBlock, codeSpan } from './code-span.ts';

const hostile =
	'a ` b `` | c \\| [x](http://x.example) ![y](z) <b> <!-- c --> @all #1 www.x.example\n\n``` d';

test('text from outside is one piece of code', () => {
	const html = marked.parse(`before ${codeSpan(hostile)} after`) as string;
	assert.match(html, /^<p>before <code>[^<]*<\/code> after<\/p>\n$/);
	assert.equal(codeSpan(' \n'), '');
});

test('lines from outside are one block of code', () => {
	const html = marked.parse(`before\n\n${codeBlock([hostile, '```', '~~~'])}\n\nafter`) as string;
	assert.match(html, /^<p>before<\/p>\n<pre><code>[^<]*<\/code><\/pre>\n<p>after<\/p>\n$/);
});
