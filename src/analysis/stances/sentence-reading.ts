/** A sentence as its grammar is read: its words, what parts them, and how many of them only lead it in. */
import type { SentenceWords } from '../../text/sentence-words.ts';
import { plainWord } from '../patterns/pattern-language.ts';

export interface SentenceReading {
	/** As patterns compare them. */
	readonly words: readonly string[];
	/** By word: what stands before it. */
	readonly breaks: readonly Break[];
	/** By word: in how many brackets it stands. What they hold says nothing of the words around them. */
	readonly depths: readonly number[];
	/** Number of words of the list's or heading's words above: the sentence itself begins with this one. */
	readonly lead: number;
	/** Of the words that number items inside the sentence ("(i) … or (ii) …") the place of each → that of the first of its row. */
	readonly items: ReadonlyMap<number, number>;
	/** What it ends with is a question mark: it asks, and says nothing. */
	readonly asks: boolean;
}

/** A comma parts less than a semicolon, a colon or a dash. */
export type Break = 'none' | 'comma' | 'strong';

const strong = /[;:–—•·|/]|\s-\s/;

/**
 * @param text holds the sentence
 * @param leadEnd place in `text` at which its own words begin
 */
export function readSentence(
	text: string,
	{ starts, ends, count }: SentenceWords,
	leadEnd: number,
): SentenceReading {
	const words: string[] = [];
	const breaks: Break[] = [];
	const depths: number[] = [];
	const numbers = itemNumbers();
	let lead = 0;
	let depth = 0;
	for (let at = 0; at < count; at++) {
		const [start, end] = [starts[at] as number, ends[at] as number];
		words.push(plainWord(text.slice(start, end)));
		const between = at === 0 ? '' : gapBefore(text, ends[at - 1] as number, start);
		breaks.push(at === 0 ? 'strong' : breakIn(between));
		depth = Math.max(0, depth + bracketsIn(between));
		depths.push(depth);
		if (start < leadEnd) lead = at + 1;
		if (text.charAt(end) === ')') numbers.read(words[at] as string, at);
	}
	const last = ends[count - 1] as number;
	return {
		words,
		breaks,
		depths,
		lead,
		items: numbers.items,
		asks: text.slice(last, last + 3).includes('?'),
	};
}

/** No more than a few characters part two words: of a row of signs the first ones tell. */
const farthest = 12;

function gapBefore(text: string, from: number, to: number): string {
	return to === from + 1 ? ' ' : text.slice(from, Math.min(to, from + farthest));
}

function breakIn(between: string): Break {
	if (between.length <= 1) return 'none';
	return strong.test(between) ? 'strong' : between.includes(',') ? 'comma' : 'none';
}

/** Opened less closed. */
function bracketsIn(between: string): number {
	if (between.length <= 1) return 0;
	let sum = 0;
	for (const sign of between) sum += sign === '(' || sign === '[' ? 1 : sign === ')' || sign === ']' ? -1 : 0;
	return sum;
}

interface ItemRow {
	readonly first: number;
	last: number;
}

/** Numbers of items as they come: rows of letters, of Roman and of other numbers, each counted from one on. */
function itemNumbers(): {
	readonly items: Map<number, number>;
	readonly read: (word: string, at: number) => void;
} {
	const items = new Map<number, number>();
	const rows: ItemRow[] = [];
	return {
		items,
		read: (word, at) => {
			for (const [row, values] of numerals.entries()) {
				const value = values.indexOf(word);
				const known = rows[row];
				if (value === -1 || (value > 0 && known?.last !== value - 1)) continue;
				const { first } = value === 0 || known === undefined ? { first: at } : known;
				rows[row] = { first, last: value };
				items.set(at, first);
				return;
			}
		},
	};
}

/** More items are a list of their own. */
const numerals = [
	'a b c d e f g h j k l m',
	'i ii iii iv v vi vii viii ix x xi xii',
	'1 2 3 4 5 6 7 8 9 10 11 12',
].map((row) => row.split(' '));
