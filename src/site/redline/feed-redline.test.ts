/** The redline inside a feed item: readable without style, bounded, and safe whatever the agreement says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import type { ClauseKind, ClauseText, EventKind, Ledger } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { escapeHtml } from '../../text/escape.ts';
import { feedRedline } from './feed-redline.ts';

const page = 'https://example.org/acme/terms/2026-06-16/';

function text(visible: string, kind: ClauseKind = 'paragraph'): ClauseText {
	const words = visible.split(' ').length;
	const rest = {
		depth: 0,
		markdown: visible,
		number: '',
		key: 0,
		lettersKey: 0,
		targetsKey: 0,
		linkOnly: false,
	};
	return { ...rest, kind, visible, words };
}

function ledger(...texts: ClauseText[]): Ledger {
	return { texts, clauses: [], states: [] };
}

function changed(kind: EventKind, before: number | null, after: number | null): RedlineBlock {
	const places = { from: before, at: after, moved: false, renumbered: false };
	const event = { kind, clause: 0, before, after, ...places, sentences: [] };
	return { kind: 'change', event, cameFrom: null };
}

describe('a redline in a feed', () => {
	test('marks the words that came and went, below the heading', () => {
		const texts = ledger(text('Prices', 'heading'), text('We charge 5 euros.'), text('We charge 9 euros.'));
		const html = feedRedline(
			texts,
			[{ kind: 'collapsed', texts: [0], clauses: [0] }, changed('number', 1, 2)],
			'en',
			page,
		);
		const $ = load(html);
		assert.equal($('h4').text(), 'Prices');
		assert.equal($('del').text(), '5');
		assert.equal($('ins').text(), '9');
		assert.match($('ins').attr('style') ?? '', /underline/);
		assert.match($('del').attr('style') ?? '', /line-through/);
		assert.equal($('p').text(), 'Number changedWe charge 5 9 euros.');
		assert.equal($('div').attr('lang'), 'en');
	});

	test('names a heading once and only where something changed under it', () => {
		const texts = ledger(text('One', 'heading'), text('Two', 'heading'), text('new'));
		const html = feedRedline(
			texts,
			[
				{ kind: 'context', text: 0, clause: 0 },
				{ kind: 'context', text: 1, clause: 1 },
				changed('added', null, 2),
				changed('added', null, 2),
			],
			'en',
			page,
		);
		assert.deepEqual(
			load(html)('h4')
				.toArray()
				.map((heading) => load(heading).text()),
			['Two'],
		);
	});

	test('counts what only moved, was renumbered or leads elsewhere', () => {
		const blocks = [changed('moved', 0, 0), changed('renumbered', 0, 0), changed('renumbered', 0, 0)];
		const html = feedRedline(ledger(text('a')), blocks, 'en', page);
		assert.match(html, /Besides: 1 clause only moved, 2 clauses only renumbered\./);
		assert.doesNotMatch(html, /<ins|<del/);
	});

	test('is bounded, and says and links what it leaves out', () => {
		const texts = ledger(text('word '.repeat(20_000)));
		const html = feedRedline(texts, Array(40).fill(changed('added', null, 0)), 'en', page);
		assert.ok(html.length < 13_000, String(html.length));
		assert.match(html, /… and 3\d more changed clauses<\/a>/);
		assert.equal(load(html)('a').attr('href'), page);
	});

	test('keeps the words around a mark in a very long clause', () => {
		const long = 'unchanged words '.repeat(4_000);
		const [old, fresh] = [
			`first ${long}near beside ${long}end`,
			`first ${long}near inserted beside ${long}end`,
		];
		const html = feedRedline(ledger(text(old), text(fresh)), [changed('reworded', 0, 1)], 'en', page);
		assert.match(html, /near <ins[^>]*>inserted<\/ins> beside/);
		assert.ok(html.length < 2_000);
	});
});

describe('hostile text', () => {
	const hostile = '</p></div>]]><script>alert(1)</script><img src=x onerror=alert(1)>\u0000\ud800';

	test('stays text', () => {
		const html = feedRedline(
			ledger(text(hostile, 'heading'), text(hostile)),
			[{ kind: 'context', text: 0, clause: 0 }, changed('added', null, 1)],
			'en" onload="x',
			page,
		);
		const $ = load(html);
		assert.equal($('script, img, [onerror], [onload]').length, 0);
		assert.ok($('ins').text().includes('<script>alert(1)</script>'));
		assert.ok(!html.includes('\u0000'));
		assert.ok(html.isWellFormed());
	});

	test('opens no element and ends no attribute', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (value) => {
				const $ = load(`<p title="${escapeHtml(value)}">${escapeHtml(value)}</p>`, {}, false);
				assert.equal($('p').length, 1);
				assert.equal($('*').length, 1);
			}),
		);
	});
});
