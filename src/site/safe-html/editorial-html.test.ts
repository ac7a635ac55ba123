import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { editorialHtml } from './editorial-html.ts';

describe('the body of an editorial file', () => {
	test('keeps paragraphs, lists, tables, emphasis and links', () => {
		const html =
			'<p>A <em>b</em> <a href="https://example.org/">c</a> <a href="mailto:a@example.org">d</a></p><ol start="3"><li>e</li></ol>';
		assert.equal(editorialHtml(html, 2, '/'), html);
	});

	test('begins with headings of the level that the page asks for', () => {
		assert.equal(
			editorialHtml('<h1>a</h1><h2 id="main">b</h2><h3>c</h3><h6>d</h6>', 3, '/'),
			'<h3>a</h3><h3>b</h3><h4>c</h4><h6>d</h6>',
		);
		assert.equal(editorialHtml('<h2>b</h2><h3>c</h3>', 2, '/'), '<h2>b</h2><h3>c</h3>');
	});

	test('leads from the home page, wherever the site stands', () => {
		const html = editorialHtml('<a href="/topics/">a</a>', 2, '/clausetrail/');
		assert.equal(html, '<a href="/clausetrail/topics/">a</a>');
	});

	test('loses scripts, styles, pictures, handlers and addresses that run something or name no scheme', () => {
		const hostile = [
			'<script>alert(1)</script>',
			'<style>p { color: red }</style>',
			'<img src="https://example.org/x.png" alt="">',
			'<p style="color: red" onclick="alert(1)">a</p>',
			'<a href="javascript:alert(1)">b</a>',
			'<a href="//example.org/">c</a>',
			'<a href="/\\example.org/">d</a>',
			'<iframe src="https://example.org/"></iframe>',
		].join('');
		assert.equal(editorialHtml(hostile, 2, '/'), '<p>a</p><a>b</a><a>c</a><a>d</a>');
	});

	test('marks nothing as a change: such marks are the archive’s', () => {
		assert.equal(editorialHtml('<del>a</del> <ins>b</ins>', 2, '/'), '<s>a</s> b');
	});

	test('holds no other element, attribute or scheme, whatever was written', () => {
		const parts = [
			'<',
			'>',
			'"',
			"'",
			'/',
			'script',
			'a href=',
			'javascript:',
			'onload=',
			'svg',
			' ',
			'&#',
			'x',
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...parts)), (pieces) => {
				const html = editorialHtml(pieces.join(''), 3, '/');
				assert.doesNotMatch(html, /<(?!\/?a\b)[a-z]|<a(?! href="|>)|<a href="javascript/i);
			}),
		);
	});
});
