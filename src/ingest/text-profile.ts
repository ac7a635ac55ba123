/** What is read from a text once, so that it can be compared with others. */

import { fnvStart, fnvStep } from '../text/fnv.ts';
import { languageOfTexts } from '../text/language.ts';
import { visibleText } from '../text/visible-text.ts';
import { countWords, wordHashes } from '../text/words.ts';

export interface TextProfile {
	/** Each line that has letters or digits, as a reader sees it. */
	readonly shown: readonly string[];
	/** Letters and digits of each of them, lower-cased. */
	readonly lines: readonly string[];
	/** Letters and digits in all. */
	readonly length: number;
	readonly words: number;
	/** Hashes of four words in a row. */
	readonly phrases: ReadonlySet<number>;
	/** BCP 47 tag or `und`. */
	readonly language: string;
}

/** @param text Markdown of an agreement */
export function profileOf(text: string): TextProfile {
	const visible = visibleLines(text);
	const lines = visible.map((line) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
	const joined = visible.join(' ');
	return {
		shown: visible,
		lines,
		length: lines.reduce((sum, line) => sum + line.length, 0),
		words: countWords(joined),
		phrases: phrasesOf(joined),
		language: languageOfTexts(visible),
	};
}

/** Where texts differ in nothing else, a date or a counter has moved on, or links turn. */
export function lettersOf(text: string): string {
	return visibleLines(text)
		.join('\n')
		.toLowerCase()
		.replace(/[^\p{L}\n]+/gu, '');
}

function visibleLines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => visibleText(line).text)
		.filter((line) => /[\p{L}\p{N}]/u.test(line));
}

function phrasesOf(text: string): Set<number> {
	const words = wordHashes(text.toLowerCase());
	const phrases = new Set<number>();
	for (let at = 0; at + 3 < words.length; at++) {
		let hash = fnvStart;
		for (let next = at; next < at + 4; next++) hash = fnvStep(hash, words[next] as number) ^ (hash >>> 15);
		phrases.add(hash);
	}
	return phrases;
}
