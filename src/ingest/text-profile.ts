/** What is read from a text once, so that it can be compared with others. */

import { fnvStart, fnvStep } from '../text/fnv.ts';
import { languageOfTexts } from '../text/language.ts';
import { visibleText } from '../text/visible-text.ts';
import { countWords, wordHashes } from '../text/words.ts';

export interface TextProfile {
	/** Letters and digits of each line that has any, lower-cased. */
	readonly lines: readonly string[];
	/** Letters and digits in all. */
	readonly length: number;
	readonly words: number;
	/** Hashes of four words in a row. */
	readonly phrases: ReadonlySet<number>;
	/** BCP 47 tag or `und`. */
	readonly language: string;
	/** Share of the words that agreements are made of; null for languages without a list of them. */
	readonly legal: number | null;
}

/** @param text Markdown of an agreement */
export function profileOf(text: string): TextProfile {
	const visible = visibleLines(text);
	const lines = visible.map((line) => line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
	const joined = visible.join(' ');
	const language = languageOfTexts(spread(visible));
	return {
		lines,
		length: lines.reduce((sum, line) => sum + line.length, 0),
		words: countWords(joined),
		phrases: phrasesOf(joined),
		language,
		legal: legalShare(joined, language),
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

/** As many letters as the language is told by. */
const sampleLength = 700;
/** Where lines are whole paragraphs, a few would be one, and that one a heading. */
const fewestSamples = 12;

/** Whole lines, evenly spread: their beginnings alone are alike in many agreements, and mislead. */
function spread(lines: readonly string[]): string[] {
	const total = lines.reduce((sum, line) => sum + line.length, 0);
	const step = Math.max(1, Math.min(total / sampleLength, lines.length / fewestSamples));
	return lines.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
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

/** Beginnings of the words that agreements are made of. English first; elsewhere the handful that each agreement repeats. */
const legalWords: Readonly<Record<string, RegExp>> = {
	en: /(?<![\p{L}\p{N}])(?:agree|terms?(?![\p{L}])|conditions?|polic|priva|personal|data(?![\p{L}])|consent|rights?|law|legal|liab|licen|copyright|trademark|intellectual|propert|dispute|arbitrat|claims?|damage|warrant|indemn|terminat|prohibit|permi|oblig|comply|complian|violat|infring|subject to|third part|cookie|collect|disclos|provide|accept|notice|notif|content|use(?:r|rs|d)?(?![\p{L}])|account|service|must|shall|may(?![\p{L}])|you(?:r|rs)?(?![\p{L}])|we(?![\p{L}])|our(?![\p{L}])|us(?![\p{L}]))/giu,
};

function legalShare(text: string, language: string): number | null {
	const words = legalWords[language];
	if (words === undefined) return null;
	return (text.match(words)?.length ?? 0) / Math.max(1, countWords(text));
}
