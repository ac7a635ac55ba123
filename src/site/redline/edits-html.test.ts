/** Marks carry meaning, so they never hang over spaces, swallow text or let hostile words through. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { WordEdit } from '../../model/redline.ts';
import { cellsHtml, editsHtml, shortenGaps } from './edits-html.ts';

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

describe('a long unchanged run', () => {
	const words = 'lorem '.repeat(400);

	test('is cut in its middle and says how much was left out', () => {
		const edits: WordEdit[] = [
			{ kind: 'ins', text: 'new ' },
			{ kind: 'same', text: words },
			{ kind: 'del', text: 'old' },
		];
		const html = editsHtml(shortenGaps(edits));
		const [, left = ''] = /… (\d+) words unchanged …/.exec(html) ?? [];
		const kept = html.split('lorem').length - 1;
		assert.equal(kept + Number(left), 400);
		assert.ok(html.length < 800);
	});

	test('keeps at least its beginning where it opens the clause', () => {
		const html = editsHtml(
			shortenGaps([
				{ kind: 'same', text: words },
				{ kind: 'ins', text: 'new' },
			]),
		);
		assert.match(html, /^lorem lorem/);
		assert.match(html, /lorem <ins>new<\/ins>$/);
	});

	test('stays whole where it is short', () => {
		const edits: WordEdit[] = [{ kind: 'same', text: 'short run' }];
		assert.deepEqual(shortenGaps(edits), edits);
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
