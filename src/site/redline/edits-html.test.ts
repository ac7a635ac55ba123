/** Marks carry meaning, so they never hang over spaces, swallow text or let hostile words through. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { WordEdit } from '../../model/redline.ts';
import { cellsHtml, editsHtml } from './edits-html.ts';

const someEdits = fc.array(
	fc.record({
		kind: fc.constantFrom<WordEdit['kind'][]>('same', 'ins', 'del'),
		text: fc.string({ minLength: 1 }),
	}),
	{ maxLength: 8 },
);

/** Text of HTML that holds no markup but marks. */
function textOf(html: string): string {
	return html
		.replace(/<\/?(?:ins|del)(?: class="[abg ]+")?>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}

describe('edits as HTML', () => {
	test('a deletion stands before its insertion with one space between, and each says which space is its own', () => {
		const edits: WordEdit[] = [
			{ kind: 'same', text: 'within' },
			{ kind: 'del', text: ' sixty (60)' },
			{ kind: 'ins', text: ' thirty (30)' },
			{ kind: 'same', text: ' days' },
		];
		assert.equal(
			editsHtml(edits),
			'within <del class="b">sixty (60)</del> <ins class="b">thirty (30)</ins> days',
		);
		assert.equal(
			editsHtml([
				{ kind: 'del', text: 'All' },
				{ kind: 'ins', text: 'Some' },
			]),
			'<del>All</del> <ins class="g">Some</ins>',
		);
	});

	test('no text is lost and none becomes markup', () => {
		fc.assert(
			fc.property(someEdits, (edits) => {
				const html = editsHtml(edits);
				const whole = edits.map(({ text }) => text).join('');
				assert.equal(textOf(html).replace(/\s+/g, ''), whole.replace(/\s+/g, ''));
				assert.doesNotMatch(html, /<(?!\/?(?:ins|del)(?: class="[abg ]+")?>)/);
			}),
		);
	});
});

describe('the cells of a changed row', () => {
	test('are marked one by one', () => {
		const edits: WordEdit[] = [
			{ kind: 'same', text: 'Invoices | ' },
			{ kind: 'del', text: '6 years' },
			{ kind: 'ins', text: ' 10 years' },
			{ kind: 'same', text: ' | tax law' },
		];
		assert.deepEqual(cellsHtml(edits), [
			'Invoices ',
			'<del>6 years</del> <ins class="b">10 years</ins>',
			' tax law',
		]);
	});

	test('are those of the row that stands now', () => {
		const edits: WordEdit[] = [
			{ kind: 'del', text: 'a | b' },
			{ kind: 'ins', text: 'c | d' },
		];
		assert.deepEqual(cellsHtml(edits), [
			'<del>a   b</del> <ins class="g a">c</ins> ',
			' <ins class="b">d</ins>',
		]);
		assert.deepEqual(cellsHtml([{ kind: 'del', text: 'a | b' }]), [
			'<del class="a">a</del> ',
			' <del class="b">b</del>',
		]);
	});
});
