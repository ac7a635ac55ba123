/** A sentence as its grammar is read: its words, what parts them, and how many of them only lead it in. */
import type { SentenceWords } from '../../text/sentence-words.ts';
import { plainWord } from '../patterns/pattern-language.ts';

export interface SentenceReading {
	/** As patterns compare them. */
	readonly words: readonly string[];
	/** By word: what stands before it. */
	readonly breaks: readonly Break[];
	/** Number of words of the list's or heading's words above: the sentence itself begins with this one. */
	readonly lead: number;
	/** What it ends with is a question mark: it asks, and says nothing. */
	readonly asks: boolean;
}

/** A comma parts less than a semicolon, a colon, a dash or a bracket. */
export type Break = 'none' | 'comma' | 'strong';

const strong = /[;:()[\]–—•·|/]|\s-\s/;

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
	let lead = 0;
	for (let at = 0; at < count; at++) {
		const [start, end] = [starts[at] as number, ends[at] as number];
		words.push(plainWord(text.slice(start, end)));
		breaks.push(at === 0 ? 'strong' : breakIn(text, ends[at - 1] as number, start));
		if (start < leadEnd) lead = at + 1;
	}
	const last = ends[count - 1] as number;
	return { words, breaks, lead, asks: text.slice(last, last + 3).includes('?') };
}

/** No more than a few characters part two words: of a row of signs the first ones tell. */
const farthest = 12;

function breakIn(text: string, from: number, to: number): Break {
	if (to === from + 1) return 'none';
	const between = text.slice(from, Math.min(to, from + farthest));
	return strong.test(between) ? 'strong' : between.includes(',') ? 'comma' : 'none';
}
