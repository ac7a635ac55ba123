/**
 * How words are told apart in the search index and in a question: by the build and by the browser alike.
 *
 * Pagefind cuts words of scripts without spaces only where a whole site is in that language, and a cut depends on what stands around.
 * Here each character of such a script is a word, on both sides; a run of them in a question is a phrase.
 */
import { fillers } from '../../text/stop-words.ts';

/** Han, Hiragana, Katakana, Thai, Lao, Khmer, each with the marks that belong to it. */
const spaceless =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}ー]\p{M}*/gu;
const startsSpaceless = new RegExp(`^${spaceless.source}`, 'u');
/** White space, and the characters of no width that Pagefind or its HTML reader would take for it. */
const gap = /[\s\u0085\u200b\ufeff]+/;

/** One thing asked for: the words that must stand beside each other, a single one mostly. */
export interface Term {
	/** Normalised, see `normalised`. */
	readonly words: readonly string[];
	/** In quotes: letter by letter. Else other forms of a word do as well, and longer ones that begin like it. */
	readonly exact: boolean;
}

export interface Question {
	readonly terms: readonly Term[];
	/** What Pagefind is asked for. */
	readonly query: string;
	/** True where the whole question is one phrase in quotes. */
	readonly phrase: boolean;
}

/** A text as the index counts its words. */
export function indexedWords(text: string): string[] {
	return text.replace(spaceless, ' $& ').split(gap).filter(Boolean);
}

/** The space between two words of an excerpt; scripts without spaces have none. */
export function spaceBetween(word: string, next: string): string {
	return startsSpaceless.test(next) || startsSpaceless.test(word) ? '' : ' ';
}

/** "E-mail," → "email", "Über" → "uber": words that are equal so are found for each other. */
export function normalised(word: string): string {
	return word
		.normalize('NFKD')
		.replace(/[^\p{L}\p{N}\u3099\u309a]/gu, '')
		.toLowerCase();
}

export function readQuestion(asked: string): Question {
	const parts = [...asked.matchAll(/["“”„«»]([^"“”„«»]+)["“”„«»]|([^\s"“”„«»]+)/gu)];
	const terms = parts
		.map(([, phrase, word]) => termOf(phrase ?? word ?? '', phrase !== undefined))
		.filter(({ words }) => words.length > 0);
	const telling = terms.filter(({ exact, words }) => exact || words.length > 1 || !isFiller(words));
	const kept = telling.length > 0 ? telling : terms;
	const phrase = kept.length === 1 && (kept[0] as Term).words.length > 1;
	const words = parts.flatMap(([, quoted, word]) => indexedWords(quoted ?? word ?? ''));
	const sought = words.filter((word) => telling.length === 0 || phrase || !isFiller([normalised(word)]));
	return { terms: kept, query: phrase ? `"${sought.join(' ')}"` : sought.join(' '), phrase };
}

function termOf(text: string, quoted: boolean): Term {
	const words = indexedWords(text).map(normalised).filter(Boolean);
	return { words, exact: quoted };
}

/** Asked for alone or in quotes it counts. */
function isFiller(words: readonly string[]): boolean {
	return words.length === 1 && fillers.has(words[0] as string);
}
