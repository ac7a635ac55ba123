import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Source } from '../../model/declaration.ts';
import type { CaptureFault } from '../capture-fault.ts';
import { breakSentences } from '../markdown/sentence-lines.ts';
import { pageOf } from '../page.ts';
import { extractText } from './extract.ts';
import { textOfPage } from './page-text.ts';

const address = 'https://curlew.example/legal/terms.html';

function saved(name: string): string {
	return readFileSync(new URL(`pages/${name}`, import.meta.url), 'utf8');
}

function extract(html: string, rules: Partial<Source> = {}, contentType = 'text/html'): string {
	const source = { address, select: ['main'], remove: [], filters: [], ...rules };
	return extractText({ address, contentType, html }, source);
}

function faultOf(act: () => unknown): CaptureFault {
	try {
		act();
	} catch (error) {
		return error as CaptureFault;
	}
	throw new Error('nothing was thrown');
}

describe('the text of a saved page', () => {
	test('is the declared part alone, one sentence a line', () => {
		const text = extract(saved('parcel-terms.html'), { remove: ['.promo', '.nowhere'] });
		assert.equal(text, saved('parcel-terms.md'));
	});

	test('is laid out already', () => {
		const text = saved('parcel-terms.md');
		assert.equal(breakSentences(text), text);
	});

	test('may lie between two elements, with a part between two others taken out', () => {
		const select = [{ startBefore: '#terms', endBefore: '#privacy' }];
		const remove = [{ startBefore: '#ad', endAfter: '#ad' }];
		const text = extract(saved('range-of-page.html'), { select, remove });
		assert.equal(text, '## Terms\n\nYou may fly.\nWe may land.\n\n- One rule.\n- Another rule.\n');
	});

	test('loses what lies between two elements even where one of these is taken out as well', () => {
		const html = '<main><p>One.</p><hr id="a"><p>Two.</p><hr id="b"><p>Three.</p></main>';
		const remove = ['hr', { startAfter: '#a', endBefore: '#b' }];
		assert.equal(extract(html, { remove }), 'One.\n\nThree.\n');
	});

	test('may be several ranges and elements, in the order of the declaration', () => {
		const select = [{ startAfter: '#privacy', endAfter: '#privacy + p' }, '#terms'];
		assert.equal(extract(saved('range-of-page.html'), { select }), 'We keep your name.\n\n## Terms\n');
	});

	test('stands once where a selector matches an element and its parent', () => {
		assert.equal(extract('<main><p>Once.</p></main>', { select: ['main, p'] }), 'Once.\n');
	});

	test('is empty where the part holds only what nobody reads', () => {
		assert.equal(extract('<main><script>1</script><img alt="x"><a href="/"></a></main>'), '');
	});

	test('may come as plain text', () => {
		const text = extract('One <b> line\nwrapped.\n\nTwo.', { select: ['body'] }, 'text/plain; charset=utf-8');
		assert.equal(text, 'One \\<b> line wrapped.\n\nTwo.\n');
	});
});

describe('what a page can do to its text', () => {
	const cases: readonly (readonly [string, string, string])[] = [
		[
			'links that run code lose their link',
			'<a href=" JaVaScript:x()">Go</a> <a href="data:a,b">on</a>',
			'Go on',
		],
		[
			'relative links become absolute',
			'<a href="?q=1#s">Go</a>',
			'[Go](https://curlew.example/legal/terms.html?q=1#s)',
		],
		[
			'blanks in an address are written as such',
			'<a href="mailto:a b@c.example">Go</a>',
			'[Go](mailto:a%20b@c.example)',
		],
		['a link around a heading gives way', '<a href="/x"><h2>Go</h2></a>', '## Go'],
		[
			'a link around blocks stays on one line',
			'<a href="/x"><div>Go</div><div>on</div></a>',
			'[Go on](https://curlew.example/x)',
		],
		['emphasis around blocks gives way', '<b><p>One.</p><p>Two.</p></b>', 'One.\n\nTwo.'],
		['emphasis side by side is one', '<b>One</b><b>Two</b> x', '**OneTwo** x'],
		['two line breaks part paragraphs', 'One.<br><br>Two.', 'One.\n\nTwo.'],
		['a line break stays', 'One<br>Two', 'One  \nTwo'],
		['a list after a list keeps its numbers', '<ol><li>a</li></ol><ol><li>b</li></ol>', '1. a\n\n1) b'],
		['roman lists keep theirs', '<ol type="I" start="4"><li>a</li></ol>', '- IV. a'],
		[
			'list items without a list get one',
			'<ol><li>a</li><div><li>b</li> <li>c</li></div></ol>',
			'1. a\n\n   - b\n   - c',
		],
		[
			'what stands in a list beside its items goes to the item before',
			'<ul>x<li>a</li><i>b</i><li>c</li></ul>',
			'x\n\n- a\n\n  *b*\n- c',
		],
		['a number at the start is no list', '<p>1. Scope</p>', '1\\. Scope'],
		['a number that starts a heading is none either', '<h2>1. Scope</h2>', '## 1. Scope'],
		['a dash that starts a line is no bullet', '<p>- not - so</p>', '\\- not - so'],
		['signs of Markdown are the page’s own', '<p>a*b_c [d] `e` \\f</p>', 'a\\*b\\_c \\[d\\] \\`e\\` \\\\f'],
		['what passes for an entity is the page’s own', '<p>&amp;copy; &amp; AT&amp;T</p>', '\\&copy; & AT&T'],
		[
			'brackets in an address do not end the link',
			'<a href="/a(b)">Go</a>',
			'[Go](https://curlew.example/a\\(b\\))',
		],
		['spaces at the ends of emphasis go outside', '<p>a<b> b </b>c</p>', 'a **b** c'],
		['emphasis of nothing is nothing', '<p>a <b> </b> b <i></i></p>', 'a b'],
		['an empty element does not part its neighbours', '<p>a<a href=""><i></i></a> - <u></u>b</p>', 'a - b'],
		['what is struck out says so', '<p><del>a</del> <s>b</s></p>', '~~a~~ ~~b~~'],
		['code keeps its signs', '<p>Say <code>a*b</code>.</p>', 'Say `a*b`.'],
		['code with backticks has longer marks', '<p><code>a``b`</code></p>', '``` a``b` ```'],
		[
			'preformatted code keeps its lines and its language',
			'<pre><code class="language-sh">a\n  b *\n```\n</code></pre>',
			'````sh\na\n  b *\n```\n````',
		],
		['a quotation is marked on every line', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n> \n> b'],
		['a line across stays', '<p>a</p><hr><p>b</p>', 'a\n\n---\n\nb'],
		[
			'lists within lists are indented by the width of the mark',
			'<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>',
			'1. a\n   - b\n2. c',
		],
		[
			'strokes in a table part no cells',
			'<table><tr><th>a|b<br>c</th><th>d</th></tr><tr><td>e||f</td><td></td></tr></table>',
			'| a\\|b c | d   |\n| --- | --- |\n| e\\|\\|f |     |',
		],
		['invisible characters go', 'pri\u00advacy\u200b pol\u00a0icy', 'privacy pol icy'],
		[
			'how many blanks there are is no difference',
			'<p>&nbsp;&nbsp;1.&nbsp; &nbsp;You must&nbsp;&#8201; <b>&nbsp;not</b>&nbsp; resell&#8203; &#8203;keys.&nbsp;</p><p>&nbsp;</p><p>a<br>&emsp;b</p>',
			'1\\. You must **not** resell keys.\n\na  \nb',
		],
		[
			'an ideographic space is seen',
			'第一条\u3000\u3000本规约\u00a0\u3000同意',
			'第一条\u3000本规约\u3000同意',
		],
		[
			'joiners stay where a script has them',
			'نمی\u200c\u200cخواهم, क्\u200dष, 👩\u200d💻, pol\u200dicy, 7\u200c \u200c8',
			'نمی\u200cخواهم, क्\u200dष, 👩\u200d💻, policy, 7 8',
		],
		[
			'a link over a page that counts it leads to its target',
			'<a href="https://www.google.com/url?q=https://tern.example/fees&amp;sa=D&amp;ust=17&amp;usg=AO">fees</a>',
			'[fees](https://tern.example/fees)',
		],
		[
			'a table of one column is no table',
			'<table><tr><td>One.</td></tr><tr><td>Two.</td></tr></table>',
			'One.\n\nTwo.',
		],
		[
			'absurd spans are ignored',
			'<table><tr><td colspan="99999999">a</td><td>b</td></tr></table>',
			'|     |     |\n| --- | --- |\n| a   | b   |',
		],
	];
	for (const [name, html, expected] of cases) {
		test(name, () => assert.equal(extract(`<main>${html}</main>`), `${expected}\n`));
	}

	test('a base that is no web address is ignored', () => {
		const html = '<base href="javascript:1"><main><a href="x">Go</a></main>';
		assert.equal(extract(html), '[Go](https://curlew.example/legal/x)\n');
	});

	test('parameters that rotate can be taken out of links', () => {
		const html = '<main><a href="/a?ref=8271&id=2&sid=x">Go</a></main>';
		const filters = [{ removeQueryParams: ['ref', 'sid'] }];
		assert.equal(extract(html, { filters }), '[Go](https://curlew.example/a?id=2)\n');
	});
});

describe('a declaration that a page does not fit', () => {
	test('names the selector that matches nothing', () => {
		const fault = faultOf(() => extract('<p>x</p>', { select: ['p', '.terms'] }));
		assert.equal(fault.code, 'selector');
		assert.match(fault.message, /curlew\.example.*"\.terms" matches nothing\n.*declaration/s);
	});

	for (const select of ['p[', ':nonsense(2)', ')']) {
		test(`names ${select} as no selector`, () => {
			assert.match(faultOf(() => extract('<p>x</p>', { select: [select] })).what, /is no CSS selector/);
		});
	}

	test('names a range that ends before it begins', () => {
		const select = [{ startBefore: '#privacy', endBefore: '#terms' }];
		assert.match(
			faultOf(() => extract(saved('range-of-page.html'), { select })).what,
			/ends before it begins/,
		);
	});

	test('is refused where it asks for a filter that is none of ours', () => {
		const fault = faultOf(() => extract('<main>x</main>', { filters: ['tidy'] }));
		assert.equal(fault.code, 'filter-script');
		assert.match(fault.message, /"tidy".*filterScripts: true/s);
	});

	test('is refused where it means a PDF and a web page answers', async () => {
		const page = pageOf(Buffer.from('<p>Hello</p>'), address, 'text/html');
		const source = { address, select: [], remove: [], filters: [] };
		await assert.rejects(textOfPage(page, source), /as for a PDF, but the answer is a web page/);
	});
});

/** A page of nested elements whose words are all different, with the words. */
const word = fc.nat(99_999).map((number) => `w${number}`);
const inline = fc.oneof(
	word,
	fc
		.tuple(fc.constantFrom('b', 'em', 'a href="/x"', 'span', 'code', 'u'), word)
		.map(([tag, text]) => wrap(tag, text)),
);
const line = fc.array(inline, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
const { block } = fc.letrec<{ block: string }>((tie) => ({
	block: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc
			.tuple(fc.constantFrom('p', 'h2', 'h5', 'div', 'li', 'pre', 'dt', 'blockquote', 'x-y'), line)
			.map(([tag, text]) => wrap(tag, text)),
		fc
			.tuple(
				fc.constantFrom(
					'div',
					'ul',
					'ol',
					'ol type="a"',
					'blockquote',
					'section',
					'b',
					'a href="/y"',
					'details',
					'td',
					'center',
				),
				fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
			)
			.map(([tag, parts]) => nest(tag, parts)),
	),
}));

function wrap(tag: string, text: string): string {
	return `<${tag}>${text}</${tag.split(' ')[0]}>`;
}

function nest(tag: string, parts: readonly string[]): string {
	if (tag === 'td') return `<table><tr>${parts.map((part) => wrap('td', part)).join('')}</tr></table>`;
	const item = tag.startsWith('ul') || tag.startsWith('ol');
	return wrap(tag, parts.map((part) => (item ? wrap('li', part) : part)).join('\n'));
}

const wordsOf = (text: string) => text.match(/\bw\d+\b/g) ?? [];

describe('any page', () => {
	test('keeps every word, in order, and is laid out already', () => {
		fc.assert(
			fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
				const html = `<main>${blocks.join('\n')}</main>`;
				const text = extract(html);
				assert.deepEqual(wordsOf(text), wordsOf(html.replace(/<[^>]*>/g, ' ')));
				assert.equal(breakSentences(text), text);
			}),
			{ numRuns: 300 },
		);
	});
});
