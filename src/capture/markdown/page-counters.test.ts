import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extractText } from '../extract/extract.ts';

const address = 'https://curlew.example/legal/terms.html';

function textOf(style: string, html: string, remove: readonly string[] = []): string {
	const source = { address, select: ['main'], remove, filters: [] };
	const page = `<html><head><style>${style}</style></head><body><main>${html}</main></body></html>`;
	return extractText({ address, contentType: 'text/html', html: page }, source).trimEnd();
}

const nested = 'ol { counter-reset: n; list-style: none } li { counter-increment: n }';

describe('a number that a sheet counts', () => {
	const cases: readonly (readonly [name: string, style: string, html: string, expected: string])[] = [
		[
			'goes down the levels of a list',
			`${nested} li::before { content: counters(n, ".") " " }`,
			'<ol><li>a<ol><li>b</li><li>c</li></ol></li><li><p>d</p></li></ol>',
			'- 1 a\n  - 1.1 b\n  - 1.2 c\n- 2 d',
		],
		[
			'is in letters and brackets',
			'ol { counter-reset: n } li:before { counter-increment: n; content: "(" counter(n, lower-alpha) ")" }',
			'<ol><li>a</li><li>b</li></ol>',
			'- (a) a\n- (b) b',
		],
		[
			'stands before headings and what they hold',
			'h2 { counter-increment: a; counter-reset: b } h2:before { content: counter(a) ". " } p.c { counter-increment: b } p.c::before { content: counter(a) "." counter(b) "\\00a0" }',
			'<h2>Eggs</h2><p class="c">a</p><p>b</p><p class="c">c</p><h2>Nests</h2><p class="c">d</p>',
			'## 1. Eggs\n\n1.1 a\n\nb\n\n1.2 c\n\n## 2. Nests\n\n2.1 d',
		],
		[
			'goes on in a second list',
			'.n > li { counter-increment: n } .n > li:before { content: counter(n) ". " } .first { counter-reset: n 3 }',
			'<ol class="n first"><li>a</li></ol><ul><li>b</li></ul><ol class="n"><li>c</li></ol>',
			'- 4\\. a\n\n- b\n\n- 5\\. c',
		],
		[
			'is that of the item where it names no other',
			'li::marker { content: "Art. " counter(list-item) }',
			'<ol start="7"><li>a</li><li value="9">b</li></ol>',
			'- Art. 7 a\n- Art. 9 b',
		],
		[
			'is not guessed where the page does not say where it begins',
			'li:before { counter-increment: n; content: counter(n) "." }',
			'<ol><li>a</li><li>b</li></ol>',
			'1. a\n2. b',
		],
		[
			'is none where nothing is counted',
			'li::before { content: "–" } ol { counter-reset: n }',
			'<ol><li>a</li></ol>',
			'1. a',
		],
	];
	for (const [name, style, html, expected] of cases)
		test(name, () => assert.equal(textOf(style, html), expected));

	test('counts what is not archived', () => {
		const style = 'h2 { counter-increment: a } h2::before { content: counter(a) " " }';
		assert.equal(textOf(style, '<h2 id="x">Eggs</h2><h2>Nests</h2>', ['#x']), '## 2 Nests');
	});

	test('is left out where a page nests deeper than numbers go', () => {
		const depth = 200;
		const html = `${'<ol><li>a'.repeat(depth)}${'</li></ol>'.repeat(depth)}`;
		const lines = textOf(`${nested} li::before { content: counters(n, ".") }`, html).split('\n');
		assert.equal(lines.length, depth);
		assert.equal(lines[11], `${' '.repeat(22)}- 1${'.1'.repeat(11)} a`);
		assert.ok(lines.slice(12).every((line) => line.endsWith('  1. a')));
	});
});
