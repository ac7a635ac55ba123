import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extractText, type PageText, readMarkup } from '../extract/extract.ts';

const address = 'https://curlew.example/legal/terms.html';
const source = { address, select: ['main'], remove: [], filters: [] };

function textOf(html: string): string {
	return extractText({ address, contentType: 'text/html', html: `<main>${html}</main>` }, source).trimEnd();
}

function readingOf(html: string): Promise<PageText> {
	return readMarkup({ address, contentType: 'text/html', html: `<main>${html}</main>` }, source);
}

function cell(html: string): string {
	return `<table><tr><th>Eggs</th><th>Kept</th></tr><tr><td>Blue</td><td>${html}</td></tr></table>`;
}

describe('what people see in', () => {
	const cases: readonly (readonly [name: string, html: string, expected: string])[] = [
		[
			'a box of text',
			'<textarea readonly>\n1. Eggs stay.\n\n2. So do nests.</textarea>',
			'1\\. Eggs stay.\n\n2\\. So do nests.',
		],
		['a field that cannot be changed', 'Fee: <input readonly value="4 EUR"> a year', 'Fee: 4 EUR a year'],
		[
			'a field that can is not said',
			'Name: <input value="x"> <input type="hidden" readonly value="y">',
			'Name:',
		],
		[
			'a choice that cannot be changed',
			'Plan: <select disabled><option>A</option><option selected>B</option></select>',
			'Plan: B',
		],
		['a choice that can is not said', '<select><option>English</option></select> x', 'x'],
		[
			'boxes that cannot be ticked',
			'<ul><li><input type="checkbox" checked disabled>a</li><li><input type="checkbox" disabled> b</li></ul>',
			'- ☑ a\n- ☐ b',
		],
		['boxes that ask to be ticked is not said', '<label><input type="checkbox"> I agree</label>', 'I agree'],
		[
			'boxes of which one is ticked',
			'<label><input type="radio" checked> Eggs</label> <label><input type="radio"> Nests</label>',
			'☑ Eggs ☐ Nests',
		],
		[
			'boxes that a page draws itself',
			'<ul><li role="checkbox" aria-checked="true">Eggs</li><li><span role="switch" aria-checked="false">Nests</span></li></ul>',
			'- ☑ Eggs\n- ☐ Nests',
		],
		[
			'words drawn as a picture',
			'<svg><title>Rule</title><text x="1">Nobody may</text><text>take eggs.</text></svg>',
			'Nobody may take eggs.',
		],
		[
			'old elements that keep their lines',
			'<listing>a\nb</listing><xmp><b>c</b></xmp>',
			'a  \nb\n\n\\<b>c\\</b>',
		],
		['buttons beside words', '<button>Eggs</button><output>4</output><button>Nests</button>', 'Eggs 4 Nests'],
		['a result', '<output>4 EUR</output>', '4 EUR'],
		['a closed part', '<details><summary>a</summary>b</details>', 'a\n\nb'],
		['a picture of a sentence', '<p><img alt="Nobody may take eggs."></p>', 'Nobody may take eggs.'],
		['a picture beside words is not said', '<p>a <img alt="Our logo"> b</p>', 'a b'],
		['a picture that is a heading', '<h2><img alt="Eggs"></h2>', '## Eggs'],
		[
			'a frame that holds its page',
			'<iframe srcdoc="&lt;p&gt;Eggs stay.&lt;/p&gt;&lt;script&gt;1&lt;/script&gt;"></iframe>',
			'Eggs stay.',
		],
		[
			'a shadow tree',
			'<x-y><template shadowrootmode="open"><h2><slot name="t"></slot></h2><p>a</p><slot>none</slot></template><b slot="t">T</b>light</x-y>',
			'## **T**\n\na\n\nlight',
		],
		[
			'a shadow tree inside another',
			'<x-y><template shadowrootmode="open"><x-z><template shadowrootmode="closed"><p>a</p><slot></slot></template><p>b</p></x-z></template></x-y>',
			'a\n\nb',
		],
		['an empty slot', '<x-y><template shadowrootmode="open"><slot>a</slot></template></x-y>', 'a'],
		['a template is nothing', 'a<template><p>b</p></template>', 'a'],
	];
	for (const [name, html, expected] of cases) test(name, () => assert.equal(textOf(html), expected));

	const inCells: readonly (readonly [html: string, expected: string])[] = [
		['<span><img src="tick.png" alt="Yes"></span>', 'Yes'],
		['<svg aria-label="No"><path/></svg>', 'No'],
		['<svg><title>Only in spring</title></svg>', 'Only in spring'],
		['<input type="checkbox" checked>', '☑'],
		['<input type="radio">', '☐'],
		['<span class="icon" aria-label="Yes"></span>', 'Yes'],
		['<i class="fa fa-times" title="Never"></i>', 'Never'],
		['<svg><text>4 days</text></svg>', '4 days'],
		['<select><option>4 days</option></select>', '4 days'],
	];
	for (const [html, expected] of inCells)
		test(`a cell that holds only ${html}`, () =>
			assert.match(textOf(cell(html)), new RegExp(`\\| Blue \\| ${expected} *\\|$`)));

	test('a page whose text stands where no scripts run', () => {
		const terms = '<p>Nobody may take eggs from the nests of our marsh.</p>'.repeat(10);
		assert.match(textOf(`<p>Loading</p><noscript>${terms}</noscript>`), /^Loading\n\nNobody/);
		assert.equal(textOf('<p>Loading</p><noscript>Switch on JavaScript.</noscript>'), 'Loading');
	});
});

describe('what a text lacks is named', () => {
	test('where a frame shows another page', async () => {
		const { warnings } = await readingOf('<p>a</p><iframe src="https://pages.example/terms"></iframe>');
		assert.deepEqual(warnings, [
			'The selected part shows another page in a frame, which is not read: https://pages.example/terms.',
		]);
	});

	test('where a cell shows a sign that is no word', async () => {
		assert.match(
			(await readingOf(cell('<i class="fa fa-check"></i>'))).warnings[0] ?? '',
			/sign without words/,
		);
		assert.match((await readingOf(cell('<img src="tick.png">'))).warnings[0] ?? '', /sign without words/);
	});

	test('where it asks to choose', async () => {
		const choice = '<select><option>Free</option><option>With a fee of 4 EUR</option></select>';
		assert.deepEqual((await readingOf(`<p>a ${choice}</p>`)).warnings, [
			'The selected part asks to choose, and what it offers is not in the text: “Free”, “With a fee of 4 EUR”.',
		]);
		assert.deepEqual((await readingOf(cell(choice))).warnings, []);
	});

	test('and nowhere else', async () => {
		const html = `${cell('a')}${cell('')}<iframe src="https://a.example" width="1" height="1"></iframe><iframe hidden src="/x"></iframe>`;
		assert.deepEqual((await readingOf(html)).warnings, []);
	});
});
