import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { blockSentence, longBlock } from '../../samples/long-block.ts';
import { clauseHtml } from '../../site/safe-html/clause-html.ts';
import { visibleText } from '../../text/visible-text.ts';
import { countWords } from '../../text/words.ts';
import type { ClausePiece } from './clause-splitter.ts';
import { cutLongBlock, longestBlock } from './long-blocks.ts';

function paragraph(markdown: string): ClausePiece {
	return { kind: 'paragraph', depth: 0, markdown };
}

function cut(markdown: string): string[] {
	return cutLongBlock(paragraph(markdown)).map((piece) => piece.markdown);
}

/** Sentences of `words` words in all, the last of which says which block it is. */
function filler(words: number, name: string): string {
	const sentences = Array.from(
		{ length: Math.ceil(words / 10) },
		(_, at) => `Ten words stand in this sentence, which is number x${at}.`,
	);
	return `${sentences.join(' ')} That was ${name}.`;
}

test('the pieces are the block: no word is lost, none is doubled', () => {
	fc.assert(
		fc.property(longBlock, fc.constantFrom(' ', '\n'), (sentences, gap) => {
			const pieces = cut(sentences.join(gap));
			assert.ok(pieces.length > 1);
			assert.equal(pieces.join(gap), sentences.join(gap));
		}),
	);
});

test('a reader of the pieces sees what the block showed, whatever its markup', () => {
	const marks = fc.constantFrom(
		'**',
		'*',
		'_',
		'`',
		'[',
		'](/terms)',
		'(',
		')',
		'~~',
		'<b>',
		'</b>',
		'\\',
		'',
		'',
		'',
	);
	const marked = fc.tuple(longBlock, fc.array(marks, { minLength: 30, maxLength: 200 }));
	fc.assert(
		fc.property(marked, ([sentences, signs]) => {
			const words = sentences.join(' ').split(' ');
			const block = words.map((word, at) => `${signs[(at * 7) % signs.length]}${word}`).join(' ');
			const pieces = cut(block);
			const seen = (markdown: string): string => visibleText(markdown).text.replace(/\s/g, '');
			assert.equal(pieces.map(seen).join(''), seen(block));
		}),
		{ numRuns: 300 },
	);
});

test('links, emphasis and code come out of the pieces as out of the block', () => {
	const styles = [
		(words: string) => `**${words}**`,
		(words: string) => `[${words}](https://tern.example/a_(b).C)`,
		(words: string) => `\`${words}\``,
		(words: string) => words,
		(words: string) => `*${words}*`,
	];
	fc.assert(
		fc.property(longBlock, fc.array(fc.nat(9), { minLength: 5, maxLength: 20 }), (sentences, choice) => {
			const block = sentences
				.map((words, at) => (styles[choice[at % choice.length] as number] ?? String)(words))
				.join(' ');
			const html = (markdown: string): string => clauseHtml(markdown).replace(/\s/g, '');
			assert.equal(cut(block).map(html).join(''), html(block));
		}),
		{ numRuns: 60 },
	);
});

test('an edit moves the cuts around it, and no other', () => {
	let moved = 0;
	let runs = 0;
	fc.assert(
		fc.property(longBlock, blockSentence, fc.nat(30), (sentences, fresh, at) => {
			const before = cut(sentences.join(' '));
			const after = cut(sentences.toSpliced(at, 0, fresh).join(' '));
			runs++;
			moved += after.filter((piece) => !before.includes(piece)).length;
			// Far from the edit the last pieces are the same.
			assert.equal(after.at(-1), at < 20 ? before.at(-1) : after.at(-1));
		}),
		{ numRuns: 200, seed: 14 },
	);
	assert.ok(moved / runs < 3, `${moved / runs} pieces are other ones after an edit`);
});

test('groups hold whole sentences, neither a few words nor half a page', () => {
	fc.assert(
		fc.property(longBlock, (sentences) => {
			const sizes = cut(sentences.join(' ')).map((piece) => countWords(piece));
			assert.ok(Math.min(...sizes) >= 30, String(sizes));
			assert.ok(Math.max(...sizes) <= 180, String(sizes));
		}),
	);
});

test('a block that is long for a reader alone is cut: link targets are no words', () => {
	const target = `https://tern.example/${'a-'.repeat(900)}`;
	assert.equal(cut(`One. Two [three](${target}). Four.`).length, 1);
	const short = Array.from({ length: longestBlock - 1 }, () => 'Word.').join(' ');
	assert.deepEqual(cut(short), [short]);
});

test('numbers that rise begin pieces; quantities and references do not', () => {
	const block = [
		`5. Fees. ${filler(90, 'five')}`,
		`5.1 Prices rise. See Section 6.2 Ownership of works. ${filler(90, 'five one')}`,
		`5.10 Refunds. It may be. 3.5 GB of storage. ${filler(90, 'five ten')}`,
		`6.2 Ownership of works stays. 1.1 Scope was above. ${filler(180, 'six two')}`,
	];
	assert.deepEqual(cut(block.join(' ')), block);
});

test('what pages glued together is parted: a stop and a capital without a blank', () => {
	const block = [`${filler(200, 'the API')}`, `Last updated in May. ${filler(220, 'the rest')}`];
	assert.deepEqual(cut(block.join('')), block);
});

test('a title goes with what follows it', () => {
	const sections = Array.from(
		{ length: 12 },
		(_, at) => `**${'ABCDEFGHIJKL'[at]}. Of the matter.** ${filler(80, `section ${at}`)}`,
	);
	assert.ok(cut(sections.join(' ')).every((piece) => !piece.endsWith('**')));
});

test('later pieces of an item are paragraphs of its depth; rows and headings stay whole', () => {
	const markdown = filler(500, 'all');
	const shapes = cutLongBlock({ kind: 'item', depth: 2, markdown }).map(
		({ kind, depth }) => `${kind} ${depth}`,
	);
	assert.deepEqual(new Set(shapes.slice(1)), new Set(['paragraph 2']));
	assert.equal(shapes[0], 'item 2');
	for (const kind of ['row', 'heading'] as const)
		assert.equal(cutLongBlock({ kind, depth: 0, markdown: `| ${markdown} | b |` }).length, 1);
});
