import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as cheerio from 'cheerio';
import fc from 'fast-check';
import { marked } from 'marked';
import { visibleText } from '../../text/visible-text.ts';
import { extractText } from '../extract/extract.ts';

const address = 'https://curlew.example/legal/terms.html';

function textOf(html: string): string {
	const source = { address, select: ['main'], remove: [], filters: [] };
	return extractText({ address, contentType: 'text/html', html: `<main>${html}</main>` }, source).trimEnd();
}

/** What a reader of CommonMark sees. */
function readerSees(markdown: string): string {
	return cheerio
		.load(marked.parse(markdown, { async: false, gfm: true }))
		.text()
		.replace(/\s+/g, ' ')
		.trim();
}

describe('marks of a page', () => {
	const cases: readonly (readonly [string, string, string])[] = [
		['quotation marks before a word go outside', '<b>“Eggs”</b>means eggs', '“**Eggs**”means eggs'],
		['brackets too', 'Pay <i>(in full)</i>now', 'Pay (*in full*)now'],
		['a stop too', '<b>Eggs:</b>all of them', '**Eggs**:all of them'],
		['and what stands after a word', 'all<b>“Eggs”</b>, yes', 'all“**Eggs**”, yes'],
		['quotation marks of Japanese too', '当社は<b>「規約」</b>を', '当社は「**規約**」を'],
		['a space after them lets them be', '<b>“Eggs”</b> means', '**“Eggs”** means'],
		['inside a word they hold', 'The <b>egg</b>s', 'The **egg**s'],
		['nothing but signs has none', 'a<b>§§</b>b', 'a§§b'],
		[
			'a link at their end takes them away',
			'<b>See <a href="/a">a</a></b>b',
			'See [a](https://curlew.example/a)b',
		],
		['the same mark goes on', '<i>a</i><span><i>b</i></span>', '*ab*'],
		['a line break at their end goes outside', '<b>a<br></b>b', '**a**  \nb'],
		['what is struck is parted from a word', '<s>“Eggs”</s>means', '~~“Eggs”~~ means'],
		['and before one', 'of<s>(eggs)</s>', 'of ~~(eggs)~~'],
		['an escaped sign goes whole', '<b>a*</b>b', '**a**\\*b'],
		[
			'an exclamation mark makes no picture of a link',
			'Hello!<a href="/a">a</a>',
			'Hello\\![a](https://curlew.example/a)',
		],
		['it stays as it is elsewhere', 'Hello! <a href="/a">a</a>', 'Hello! [a](https://curlew.example/a)'],
	];
	for (const [name, html, expected] of cases) test(name, () => assert.equal(textOf(html), expected));

	test('are none where two tildes stand for a range', () => {
		assert.equal(textOf('<p>3~5 or 7~9 days</p><p>~1 day</p>'), '3\\~5 or 7\\~9 days\n\n~1 day');
	});

	test('that a page sends as our own signs are nothing', () => {
		assert.equal(textOf('a\ufdd0b\ufdd7c<code>\ufdd1</code>'), 'abc');
	});
});

const words = fc.constantFrom(
	...[
		'a',
		'egg',
		'B2',
		' ',
		'“',
		'”',
		'(',
		')',
		'.',
		', ',
		'「',
		'」',
		'規約',
		'は',
		'$',
		'—',
		'~',
		'*',
		'_',
	],
	...[
		'`',
		'#',
		'1. ',
		'- ',
		'|',
		'\\',
		'!',
		'[',
		']',
		'&amp;',
		'&amp;copy;',
		'&lt;b>',
		'+ ',
		'= ',
		'§',
		'<br>',
		'😀',
	],
);
const inline: fc.Arbitrary<string> = fc.letrec<{ tree: string }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		fc.array(words, { maxLength: 4 }).map((all) => all.join('')),
		fc
			.tuple(fc.constantFrom('b', 'i', 'strong', 'em', 's', 'span'), fc.array(tie('tree'), { maxLength: 3 }))
			.map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
		fc
			.tuple(fc.constantFrom('', '!'), fc.constantFrom('egg', '(b)'))
			.map(([before, text]) => `${before}<a href="/egg">${text}</a>`),
	),
})).tree;

describe('whatever a paragraph holds', () => {
	test('a reader of its Markdown sees the words of the page', () => {
		fc.assert(
			fc.property(fc.array(inline, { maxLength: 6 }), (parts) => {
				const html = `<p>x ${parts.join('')} y</p>`;
				const markdown = textOf(html);
				const without = (text: string): string => text.replace(/\s+/g, '');
				const seen = cheerio.load(html.replaceAll('<br>', ' ')).text();
				assert.equal(without(readerSees(markdown)), without(seen), markdown);
				const live = cheerio.load(html.replaceAll('<br>', ' '));
				live('s').remove();
				assert.equal(
					without(visibleText(markdown).text),
					without(live.text()),
					'what was struck is said no more',
				);
			}),
			{ numRuns: 300 },
		);
	});
});
