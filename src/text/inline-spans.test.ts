import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { insideInline } from './inline-spans.ts';

/** The places marked with "|" are inside, those marked with "^" outside; the marks themselves are taken out first. */
const cases = [
	'a ^[We **ke|ep** it. Y|es](/t|erms)^ b',
	'a ^**One. Tw|o.** ^Three',
	'a ^***One. T|wo** thr|ee* ^Four',
	'a ^`One. |T`^wo',
	'a ^``One. `T|wo``^ three',
	'a ^<https://tern.example/A.B|c>^ d',
	'5 ^* 3 ^* 2 snake_^case_^stays',
	'\\*One. ^Two.* ^Three',
	'(One. ^Two) [three. ^Four] five',
	'an open **one. ^Two',
	'[![a. |b](i.png)](/c|d)^ e',
	'the end. ^Of a link](/ab|out)^ that began before',
];

test('links, emphasis, code and tags hold what lies between their first and their last sign', () => {
	for (const marked of cases) {
		const inside = insideInline(marked.replace(/[|^]/g, ''));
		let marks = 0;
		for (const { 0: mark, index } of marked.matchAll(/[|^]/g))
			assert.equal(inside(index - marks++), mark === '|', `${marked} at ${index}`);
	}
});

test('any signs at all are read, and both ends lie outside', () => {
	const signs = fc.constantFrom(
		'*',
		'_',
		'`',
		'[',
		']',
		'(',
		')',
		'](',
		'<',
		'>',
		'~~',
		'\\',
		'a',
		' ',
		'. A',
	);
	fc.assert(
		fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
			const markdown = parts.join('');
			const inside = insideInline(markdown);
			assert.deepEqual([inside(0), inside(markdown.length)], [false, false]);
		}),
	);
});
