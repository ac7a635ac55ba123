/** Whatever bytes a server sends as a page: a text that is laid out already comes of them, or a named fault, within bounds. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { CaptureFault } from '../capture-fault.ts';
import { breakSentences } from '../markdown/sentence-lines.ts';
import { pageOf } from '../page.ts';
import { textOfPage } from './page-text.ts';

const address = 'https://curlew.example/legal/terms.html';
const source = {
	address,
	select: ['body'],
	remove: ['.x'],
	filters: [{ removeQueryParams: ['id'] }],
};

async function outcomeOf(bytes: Buffer, contentType = 'text/html'): Promise<string | CaptureFault> {
	try {
		return await textOfPage(pageOf(bytes, address, contentType), source);
	} catch (error) {
		// Whatever else is thrown would be an error of ours.
		if (error instanceof CaptureFault) return error;
		throw error;
	}
}

/** Pieces of pages, whole and broken, in any order. */
const piece = fc.oneof(
	fc.constantFrom(
		...[
			'<table>',
			'<tr>',
			'<td colspan="0" rowspan="99">',
			'</table>',
			'<ul>',
			'<ol start="-3">',
			'<li value="x">',
			'</ul>',
			'<pre>',
			'</pre>',
		],
		...[
			'<a href="//[">',
			'<a href="http://a b?id=1&utm_x=%zz">',
			'</a>',
			'<b>',
			'<i>',
			'</b>',
			'</i>',
			'<h1>',
			'</h3>',
			'<p>',
			'<br>',
			'<hr>',
		],
		...[
			'<script>',
			'</script>',
			'<style>',
			'<!--',
			'-->',
			'<![CDATA[',
			']]>',
			'<svg>',
			'<math>',
			'<template>',
			'</template>',
			'<select>',
			'<title>',
		],
		...[
			'<base href="javascript:x">',
			'<base href="//other.example/">',
			'<frameset>',
			'<plaintext>',
			'<textarea>',
			'<x-y>',
			'</body>',
			'<code>',
			'<blockquote>',
		],
		...[
			'&',
			'&#0;',
			'&#x110000;',
			'&lt;script>',
			'\0',
			'\ufffe',
			'\u202e',
			'\ud800',
			'* ',
			'1. ',
			'# ',
			'---\n',
			'```',
			'|',
			'\\',
			'[a](b)',
			'_',
			'~~',
			'. ',
			'.\u00a0',
		],
	),
	fc.string({ maxLength: 12 }),
	fc.string({ unit: 'grapheme', maxLength: 12 }),
	fc.webUrl().map((url) => `<a href="${url}">word</a> `),
	fc.lorem({ maxCount: 2, mode: 'sentences' }),
);
const page = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('whatever a page holds', () => {
	test('is a text, always the same and laid out already, or a named fault', async () => {
		await fc.assert(
			fc.asyncProperty(page, async (html) => {
				const [one, other] = [await outcomeOf(Buffer.from(html)), await outcomeOf(Buffer.from(html))];
				assert.equal(String(one), String(other));
				if (typeof one === 'string') assert.equal(breakSentences(one), one);
			}),
			{ numRuns: 300 },
		);
	});

	test('in whatever bytes and under whatever name of their characters', async () => {
		const labels = fc.constantFrom(
			...[
				'',
				'utf-8',
				'utf8',
				'UTF-16',
				'utf-16le',
				'iso-8859-1',
				'windows-1251',
				'shift_jis',
				'gb18030',
				'big5',
				'euc-kr',
			],
			...[
				'koi8-r',
				'iso-2022-jp',
				'x-user-defined',
				'replacement',
				'hz-gb-2312',
				'klingon',
				'"',
				';;',
				'utf-7',
			],
		);
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), labels, labels, async (noise, header, meta) => {
				const bytes = Buffer.concat([Buffer.from(`<meta charset="${meta}"><p>`), noise]);
				const outcome = await outcomeOf(bytes, `text/html; charset=${header}`);
				assert.ok(typeof outcome === 'string' || outcome instanceof CaptureFault);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a page made to exhaust its reader', () => {
	// Parsers take time that grows with the square of some of these; the test is that they end as they should.
	const many = 5000;
	for (const [name, html] of [
		['of elements in each other', `${'<div>'.repeat(many)}deep`],
		['of emphasis in each other', `${'<b>'.repeat(2000)}deep`],
		['of lists in each other', `${'<ul><li>'.repeat(500)}deep`],
		['of tables in each other', `${'<table><tr><td>'.repeat(200)}deep`],
		['of one endless word', 'a'.repeat(1_000_000)],
		['of one endless sentence', 'word, '.repeat(100_000)],
		['of stars', '*'.repeat(many)],
		['of brackets', '['.repeat(many)],
		['of open tags', '<a '.repeat(many)],
		['of attributes', `<p ${Array.from({ length: many }, (_, at) => `a${at}=1`).join(' ')}>x`],
		['of blanks', `x${' '.repeat(many)}y${'&nbsp;'.repeat(many)}z`],
		['of full stops', '. '.repeat(many)],
	] as const) {
		test(`is a text or a named fault: ${name}`, async () => {
			const outcome = await outcomeOf(Buffer.from(`<body>${html}`));
			assert.ok(typeof outcome === 'string' || outcome.code === 'unreadable');
		});
	}
});
