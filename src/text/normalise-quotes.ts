/** What "word for word" leaves aside: white space and the form of quotes. Case, dashes and every letter count. */
import { roleOf } from './words.ts';

/** A normalised text, and for each of its signs the place that it has in the text as it was. */
export interface Normalised {
	readonly text: string;
	readonly places: readonly number[];
}

const plainSigns: Readonly<Record<string, string>> = {
	'“': '"',
	'”': '"',
	'„': '"',
	'‟': '"',
	'«': '"',
	'»': '"',
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
};
const quotes = /[“”„‟«»‘’‚‛]/g;

/** Quotes plain, runs of white space one blank, none at either end. */
export function normaliseQuote(words: string): string {
	return words
		.replace(quotes, (sign) => plainSigns[sign] as string)
		.replace(/\s+/g, ' ')
		.trim();
}

/** The same with the places of its signs; a blank at the end stays. */
export function normaliseWithPlaces(words: string): Normalised {
	const signs: string[] = [];
	const places: number[] = [];
	for (let at = 0; at < words.length; at++) {
		const sign = words[at] as string;
		const blank = /\s/.test(sign);
		if (blank && (signs.at(-1) ?? ' ') === ' ') continue;
		signs.push(blank ? ' ' : (plainSigns[sign] ?? sign));
		places.push(at);
	}
	return { text: signs.join(''), places };
}

/** False inside a word: "use" is no quote of "because". */
export function isWordBorder(text: string, at: number): boolean {
	return !(at > 0 && at < text.length && isInWord(text, at - 1) && isInWord(text, at));
}

function isInWord(text: string, at: number): boolean {
	return roleOf(text.charCodeAt(at)) === 1;
}
