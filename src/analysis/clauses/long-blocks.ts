/**
 * Cuts what pages run together: blocks of more words than anybody reads as one clause. By the block alone, without memory, and where the
 * words say so, not by counting from its beginning: an edit moves the cuts around it and no other.
 */
import { wholeKey } from '../../text/fingerprint.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';
import { visibleText } from '../../text/visible-text.ts';
import { countWords, isSpaceless } from '../../text/words.ts';
import { type SentenceStart, sentenceStartsIn } from './block-sentences.ts';
import { leadingNumber } from './clause-number.ts';
import type { ClausePiece } from './clause-splitter.ts';

/** In words. A block of more is cut. */
export const longestBlock = 400;
/** Groups of sentences come to about 60 words: none has fewer than the first of these, and few more than both. */
const fewestTogether = 30;
const mostTogether = 75;
/** With its blank, in scripts that set blanks: counting words is dear, and most blocks are short. */
const fewestSignsOfWord = 3;
/** A sentence of fewer words is no group's last. */
const fewestAlone = 9;

/**
 * The pieces of a paragraph or list item that is too long, or the block as it is. Later pieces of an item are paragraphs of its
 * depth, as an item's further paragraphs are in Markdown: as items they would read as points of their own. Headings stay whole, and rows:
 * their cells stand beside each other.
 */
export function cutLongBlock(block: ClausePiece): ClausePiece[] {
	if (block.kind === 'heading' || block.kind === 'row') return [block];
	if (!isLong(block.markdown)) return [block];
	const sentences = sentencesOf(block.markdown);
	const parts = cutAt(sentences, numberedOrGlued(sentences)).flatMap((part) =>
		sum(part) > longestBlock ? groups(withTitles(part)) : [part],
	);
	return parts.map((part, at) => ({
		kind: at === 0 ? block.kind : 'paragraph',
		depth: block.depth,
		markdown: part
			.map(({ markdown }) => markdown)
			.join('')
			.trim(),
	}));
}

interface Sentence {
	/** With the white space behind it: joined, they are the block. */
	readonly markdown: string;
	readonly visible: string;
	readonly words: number;
	readonly glued: boolean;
}

function sentencesOf(markdown: string): Sentence[] {
	return sentenceStartsIn(markdown).map(({ at, glued }: SentenceStart, index, starts) => {
		const own = markdown.slice(at, starts[index + 1]?.at);
		const visible = visibleText(own).text;
		return { markdown: own, visible, words: countWords(visible), glued };
	});
}

/** Markup only adds to the words that a reader sees, and telling it from them takes the longest. */
function isLong(markdown: string): boolean {
	if (markdown.length <= longestBlock) return false;
	if (markdown.length <= fewestSignsOfWord * longestBlock && !isSpaceless(markdown)) return false;
	return countWords(markdown) > longestBlock && countWords(visibleText(markdown).text) > longestBlock;
}

function sum(sentences: readonly Sentence[]): number {
	return sentences.reduce((words, sentence) => words + sentence.words, 0);
}

/** @param starts for each sentence whether a part begins with it; the first one begins one anyway */
function cutAt(sentences: readonly Sentence[], starts: readonly boolean[]): Sentence[][] {
	const parts: Sentence[][] = [];
	for (const [at, sentence] of sentences.entries()) {
		if (at === 0 || starts[at]) parts.push([sentence]);
		else parts.at(-1)?.push(sentence);
	}
	return parts;
}

/** "… works. 6.2 Ownership of …": of the numbers that sentences begin with, the most that rise; a price or a reference seldom does. */
function numberedOrGlued(sentences: readonly Sentence[]): boolean[] {
	const numbers = sentences.map(({ visible }) => numberOf(visible));
	const inOrder = [...new Set(numbers.filter((number) => number !== null))].sort();
	const ranks = new Map(inOrder.map((number, rank) => [number, rank]));
	const rising = longestIncreasing(
		Int32Array.from(numbers, (number) => (number === null ? -1 : (ranks.get(number) as number))),
	);
	return sentences.map(({ glued }, at) => glued || rising.has(at));
}

const counted = /^\d{1,3}(?:\.\d{1,3})*/;
const capital = /^\P{L}*\p{Lu}/u;

/** Sorts as clauses do: "4.10." → "004.010", after "004.002"; null where no number stands before a capital. */
function numberOf(visible: string): string | null {
	const number = leadingNumber(visible, false);
	const digits = counted.exec(number)?.[0];
	if (digits === undefined || !capital.test(visible.slice(number.length, number.length + 16))) return null;
	return digits
		.split('.')
		.map((part) => part.padStart(3, '0'))
		.join('.');
}

/** A title goes with what follows it: a sentence of few words with the next one. */
function withTitles(sentences: readonly Sentence[]): Sentence[] {
	const joined: Sentence[] = [];
	let before: Sentence | undefined;
	for (const sentence of sentences) {
		const whole: Sentence = before === undefined ? sentence : join(before, sentence);
		before = sentence.words < fewestAlone ? whole : undefined;
		if (before === undefined) joined.push(whole);
	}
	return before === undefined ? joined : [...joined, before];
}

function join(one: Sentence, other: Sentence): Sentence {
	return {
		markdown: one.markdown + other.markdown,
		visible: `${one.visible} ${other.visible}`,
		words: one.words + other.words,
		glued: one.glued,
	};
}

function groups(sentences: readonly Sentence[]): Sentence[][] {
	return cutAt(sentences, groupStarts(sentences));
}

/** What begins with a number, a letter or in bold comes before all else; then the words decide, whatever stands around them. */
function rankOf({ markdown, visible }: Sentence): number {
	const leads = /^[*_]{2}/.test(markdown) || leadingNumber(visible, false) !== '';
	return wholeKey(visible) * (leads ? 2 ** -54 : 1);
}

/**
 * Each sentence has a rank by its words. It begins a group where more words than a group may have lie between the nearest sentences of
 * lower rank before and behind it: so no other sentence decides on it. What is too short then goes with what follows.
 */
function groupStarts(sentences: readonly Sentence[]): boolean[] {
	const ranks = sentences.map(rankOf);
	const starts = placesInWords(sentences);
	const end = starts.at(-1) as number;
	const before = lowerBefore(ranks);
	const behind = lowerBefore(ranks.toReversed()).toReversed();
	let begun = 0;
	return sentences.map((_, at) => {
		const from = starts[before[at] as number] ?? 0;
		const mirrored = behind[at] as number;
		const to = mirrored === -1 ? end : (starts[sentences.length - 1 - mirrored] as number);
		const own = starts[at] as number;
		if (to - from <= mostTogether || own - begun < fewestTogether || end - own < fewestTogether) return false;
		begun = own;
		return true;
	});
}

/** For each sentence how many words stand before it; at last, how many there are. */
function placesInWords(sentences: readonly Sentence[]): number[] {
	let words = 0;
	return [0, ...sentences.map((sentence) => (words += sentence.words))];
}

/** For each place the nearest one before it with a lower rank, or −1. */
function lowerBefore(ranks: readonly number[]): number[] {
	const lower: number[] = [];
	return ranks.map((rank, at) => {
		while (lower.length > 0 && (ranks[lower.at(-1) as number] as number) >= rank) lower.pop();
		const found = lower.at(-1) ?? -1;
		lower.push(at);
		return found;
	});
}
