/** Today's text keeps its order, its anchors and its structure, however oddly a platform nests its headings and lists. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { blame } from '../../analysis/history/blame.ts';
import type { Agreement } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { firstText } from '../redline/first-text.ts';
import { type DocumentView, viewDocument } from './document.ts';
import type { Block, Item } from './document-blocks.ts';

function agreementOf(...texts: readonly string[]): Agreement {
	return sampleArchive({ Acme: { Terms: texts } }).platforms[0]?.agreements[0] as Agreement;
}

function viewOf(...texts: readonly string[]): DocumentView {
	const agreement = agreementOf(...texts);
	return viewDocument(agreement, blame(agreement), agreement.versions.at(-1)?.fetched ?? '');
}

function blocksOf(view: DocumentView): Block[] {
	return view.parts.flatMap((part) => (part.kind === 'run' ? part.blocks : []));
}

function anchorsOf(view: DocumentView): string[] {
	const ofItem = (item: Item): string[] => [item.anchor, ...item.items.flatMap(ofItem)];
	return view.parts.flatMap((part) => {
		if (part.kind === 'heading') return [part.clause.anchor];
		return part.blocks.flatMap((block) => {
			if (block.kind === 'paragraph') return [block.clause.anchor];
			if (block.kind === 'list') return block.items.flatMap(ofItem);
			return [...(block.head ? [block.head] : []), ...block.rows].map(({ anchor }) => anchor);
		});
	});
}

const text = `# Terms

#### 1. Deep at once

1.1 First clause of the terms of Acme.

*   (a) first item
    *   inner item
        *   innermost item
*   (b) second item

## 2. Back up

| What | How long |
| --- | --- |
| Invoices | ten years |
| Letters | two years |

**2.1** A clause with a *bold* number & a sign.
`;

describe('the document', () => {
	const view = viewOf(text);

	test('holds every clause once, in the order of the text', () => {
		const agreement = agreementOf(text);
		const state = agreement.ledger.states.at(-1);
		const all = Array.from(state?.clauses ?? [], (clause) => agreement.ledger.clauses[clause]?.anchor);
		assert.deepEqual(anchorsOf(view), all);
		assert.equal(view.clauses, all.length);
	});

	test('skips no level of headings', () => {
		const levels = view.parts.flatMap((part) => (part.kind === 'heading' ? [part.level] : []));
		assert.deepEqual(levels, [2, 3, 3]);
	});

	test('nests lists and takes the first row of a table for its head', () => {
		const list = blocksOf(view).find((block) => block.kind === 'list');
		assert.deepEqual(
			list?.items.map(({ number, items }) => [number, items.length, items[0]?.items.length]),
			[
				['(a)', 1, 1],
				['(b)', 0, undefined],
			],
		);
		const table = blocksOf(view).find((block) => block.kind === 'table');
		assert.deepEqual(table?.head?.cells, ['What', 'How long']);
		assert.equal(table?.rows.length, 2);
	});

	test('keeps what goes on with an item in its list, without a mark of its own', () => {
		const long = Array.from(
			{ length: 60 },
			(_, at) => `In case ${at} we store it for ${at} days and no longer.`,
		);
		const list = blocksOf(
			viewOf(`- (a) ${long.join(' ')}\n  - inner item\n\n    Words of the item again.\n- (b) last item`),
		);
		assert.equal(list.length, 1);
		const [block] = list;
		const items = block?.kind === 'list' ? block.items : [];
		const [first, ...rest] = items.map(({ further }) => further);
		assert.deepEqual([first, rest.at(-1)], [false, false]);
		assert.ok(rest.length > 5 && rest.slice(0, -1).every((further) => further));
		assert.equal(items.flatMap(({ items: inner }) => inner).length, 1);
	});

	test('tells a number from the words, bold or not', () => {
		const paragraphs = blocksOf(view).flatMap((block) => (block.kind === 'paragraph' ? [block.clause] : []));
		assert.deepEqual(
			paragraphs.map(({ number, html }) => [number, html]),
			[
				['1.1', 'First clause of the terms of Acme.'],
				['2.1', 'A clause with a <em>bold</em> number &amp; a sign.'],
			],
		);
	});

	test('of an empty page is empty', () => {
		const empty = viewOf('');
		assert.deepEqual([empty.parts, empty.contents, empty.clauses], [[], [], 0]);
	});
});

describe('the ages of clauses', () => {
	const first = 'We host your texts for as long as you pay us for it.';
	const second = 'You may leave at any time and take all your texts with you.';
	const steps = [
		`## Terms\n\n${first}\n\n${second}`,
		`## Terms\n\n${first}\n\n${second}`,
		`## Terms\n\n${first}\n\n${second.replace('at any time', 'at the end of each year')}`,
	];

	test('neighbours of one age share a label', () => {
		const runs = viewOf(steps[0] as string).parts.filter((part) => part.kind === 'run');
		assert.equal(runs.length, 1);
		assert.equal(runs[0]?.blocks.length, 2);
	});

	test('a reworded clause says so and is counted', () => {
		const view = viewOf(...steps);
		const labels = view.parts.flatMap((part) =>
			part.kind === 'run' ? [part.label.parts.map(({ words }) => words).join(', ')] : [],
		);
		assert.deepEqual(labels, ['since Jan 2024', 'since Jan 2024, reworded Mar 2024']);
		// All of the archive is younger than 90 days.
		assert.equal(view.changed, 3);
		assert.equal(view.original, 2);
	});
});

describe('the text of a first record', () => {
	test('stands by section, each with its count', () => {
		const { ledger } = agreementOf(`# Terms\n\none\n\ntwo\n\nthree\n\nfour\n\n## Fees\n\nfive\n\nsix`);
		const { clauses, sections } = firstText(ledger, 0);
		assert.equal(clauses, 8);
		assert.deepEqual(
			sections.map(({ label }) => label),
			['Terms: 5 clauses', 'Fees: 3 clauses'],
		);
	});

	test('is cut where it would make the page heavy, and the rest is counted', () => {
		const long = Array.from({ length: 400 }, (_, index) => `Clause ${index} ${'word '.repeat(60)}`);
		const { ledger } = agreementOf(long.join('\n\n'));
		const { sections } = firstText(ledger, 0);
		const shown = sections.reduce((sum, { lines }) => sum + lines.length, 0);
		const omitted = sections.reduce((sum, section) => sum + section.omitted, 0);
		assert.ok(omitted > 0 && shown > 0);
		assert.equal(shown + omitted, 400);
	});
});
