import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extractText } from '../extract/extract.ts';

const address = 'https://curlew.example/legal/terms.html';

function textOf(html: string, head = ''): string {
	const source = { address, select: ['main'], remove: [], filters: [] };
	const page = `<html><head>${head}</head><body><main>${html}</main></body></html>`;
	return extractText({ address, contentType: 'text/html', html: page }, source).trimEnd();
}

type Cases = readonly (readonly [name: string, html: string, expected: string, head?: string])[];

function testAll(cases: Cases): void {
	for (const [name, html, expected, head] of cases)
		test(name, () => assert.equal(textOf(html, head), expected));
}

describe('a raised or lowered mark', () => {
	testAll([
		[
			'is raised in the text',
			'EUR 30<sup>2</sup> a year, 12 km<sup>2</sup>, 10<sup>-3</sup>',
			'EUR 30² a year, 12 km², 10⁻³',
		],
		['is lowered', 'CO<sub>2</sub>', 'CO₂'],
		['may stand in brackets', '14<sup>(4)</sup> days', '14⁽⁴⁾ days'],
		['in square ones is parted from the number', '14<sup>[4]</sup> days', '14 \\[4\\] days'],
		['may be several', '14<sup>1, 2</sup> days', '14¹, ² days'],
		['of letters is told from the number', '10<sup>n</sup> and 5<sub>min</sub>', '10^n and 5\\_min'],
		[
			'of an ordinal is part of the word',
			'the 21<sup>st</sup>, le 1<sup>er</sup> mai, 3<sup>ème</sup>',
			'the 21st, le 1er mai, 3ème',
		],
		['of a trade mark too', 'Curlew<sup>TM</sup>', 'CurlewTM'],
		[
			'makes a fraction with a stroke',
			'2<sup>3</sup>/<sub>4</sub> % or <sup>1</sup>⁄<sub>2</sub>',
			'2 3/4 % or 1⁄2',
		],
		['holds a fraction', '2<sup>3/4</sup> %', '2 3/4 %'],
		['comes by style', 'EUR 30<span style="font-size:8px;vertical-align: super">2</span>', 'EUR 30²'],
		[
			'comes by a class of the page',
			'EUR 30<span class="n">2</span>',
			'EUR 30²',
			'<style>p { margin: 0 } .n { vertical-align: 4px }</style>',
		],
		[
			'comes by its place on the line',
			'EUR 30<span style="position: relative; top: -.4em">2</span>, CO<i style="position:relative;bottom:-2px">2</i>',
			'EUR 30², CO*₂*',
		],
		['is no heading that keeps clear of a bar', '<b style="position:relative;top:-80px">4</b>', '**4**'],
		['holds a formula', 'x<sup>n+1</sup>', 'x^(n+1)'],
		['may be a link inside', '14<sup><a href="#n">4</a></sup> days', `14[⁴](${address}#n) days`],
		['may be a link to a note alone', '14<a href="#n">4</a> days', `14[⁴](${address}#n) days`],
		['is no link that stands by itself', 'Section 14 <a href="#n">4</a>', `Section 14 [4](${address}#n)`],
		[
			'is found in formulas',
			'2<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> <math><msup><mi>m</mi><mn>2</mn></msup></math>',
			'2 3/4 m²',
		],
	]);
});

describe('the number of a list item', () => {
	const two = '<li>eggs</li><li>nests</li>';
	testAll([
		['is a letter by style', `<ol style="list-style-type:upper-alpha">${two}</ol>`, '- A. eggs\n- B. nests'],
		[
			'is roman by shorthand',
			`<ol style="list-style: inside lower-roman">${two}</ol>`,
			'- i. eggs\n- ii. nests',
		],
		[
			'comes by a class of the page',
			`<ol class="x y">${two}</ol>`,
			'- a. eggs\n- b. nests',
			'<style>@media screen { ol.y { list-style-type: lower-latin } }</style>',
		],
		[
			'is not that of paper',
			`<ol class="y">${two}</ol>`,
			'1. eggs\n2. nests',
			'<style>@media print { .y { list-style-type: lower-latin } }</style>',
		],
		[
			'comes by where the list stands',
			`<div class="law"><ol><li>x<ol>${two}</ol></li></ol></div>`,
			'1. x\n   - a. eggs\n   - b. nests',
			'<style>.law ol > li > ol, .sea ol { list-style-type: lower-alpha } #sky ol ol { list-style: square }</style>',
		],
		[
			'is that of the closer rule, wherever it stands',
			`<ol class="x">${two}</ol>`,
			'- i. eggs\n- ii. nests',
			'<style>main ol.x { list-style-type: lower-roman } ol { list-style-type: upper-alpha } ol:hover { list-style-type: lower-greek }</style>',
		],
		['falls in a reversed list', `<ol reversed start="9">${two}</ol>`, '- 9\\. eggs\n- 8\\. nests'],
		['comes from the type of the item', '<ol><li type="I">eggs</li></ol>', '- I. eggs'],
		[
			'may begin with a zero',
			`<ol style="list-style-type: decimal-leading-zero">${two}</ol>`,
			'- 01. eggs\n- 02. nests',
		],
		['may be greek', `<ol style="list-style-type: lower-greek">${two}</ol>`, '- α. eggs\n- β. nests'],
		['is none where a style says so', `<ol style="list-style: none">${two}</ol>`, '- eggs\n- nests'],
		[
			'may stand in a list of bullets',
			`<ul style="list-style-type: decimal">${two}</ul>`,
			'1. eggs\n2. nests',
		],
		['is each list’s own', `<ol type="a"><li>x<ol>${two}</ol></li></ol>`, '- a. x\n  1. eggs\n  2. nests'],
	]);

	test('is found in time that grows with the list', () => {
		const html = `<ol>${'<li>a</li>'.repeat(20_000)}</ol>${'<ol><li>a</li></ol>'.repeat(5000)}`;
		const text = textOf(html);
		assert.match(text, /^20000\. a$/m);
		assert.equal(text.match(/^1\) a$/gm)?.length, 2500);
	});
});

describe('quotation marks', () => {
	testAll([
		[
			'are those of the language',
			'<q>Eggs <q>and</q> nests</q> <q lang="de">x</q><p lang="de">Ein <q>Ei</q></p>',
			'“Eggs ‘and’ nests” “x”\n\nEin „Ei“',
		],
		['are written once', '<q>“Eggs”</q>', '“Eggs”'],
		['stay out where the page says so', '<q>Eggs</q>', 'Eggs', '<style>q { quotes: none }</style>'],
		['part a reading from its word', '<ruby>卵<rt>たまご</rt></ruby>', '卵(たまご)'],
	]);
});

describe('the style of a text', () => {
	testAll([
		[
			'keeps line ends',
			'<div style="white-space: pre-wrap">\n1. Eggs\nstay.\n\n2. Nests\n</div>',
			'1\\. Eggs  \nstay.\n\n2\\. Nests',
		],
		[
			'keeps them in what lies inside',
			'<div style="white-space: pre-line"><p>a\nb</p>\n<p style="white-space: normal">c\nd</p></div>',
			'a  \nb\n\nc d',
		],
		[
			'keeps them by two classes',
			'<div class="a b">a\nb</div><div class="a">c\nd</div>',
			'a  \nb\n\nc d',
			'<style>.a.b { white-space: pre-line }</style>',
		],
		['strikes words', 'a <span style="text-decoration: line-through red">b c</span> d', 'a ~~b c~~ d'],
		[
			'strikes paragraphs and items',
			'<p style="text-decoration-line: line-through">a</p><ul style="text-decoration: line-through"><li>b</li></ul>',
			'~~a~~\n\n- ~~b~~',
		],
		[
			'may take the stroke from what is struck',
			'<s class="x">a</s> <del style="text-decoration: none">b</del> <s>c</s>',
			'a b ~~c~~',
			'<style>s.x { text-decoration: none }</style>',
		],
		['strikes blocks in an element', '<del><p>a</p>b<p>c</p></del>', '~~a~~\n\n~~b~~\n\n~~c~~'],
		[
			'strikes cells',
			'<table><tr style="text-decoration: line-through"><td>a</td><td>b</td></tr></table>',
			'|     |     |\n| --- | --- |\n| ~~a~~ | ~~b~~ |',
		],
	]);
});
