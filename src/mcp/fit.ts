/** How well a text holds what was asked for. */
import { indexedWords, normalised, type Term } from '../site/search/search-terms.ts';

/** Shorter stems begin words of another meaning. */
const shortestStem = 4;

/** The number of terms that stand in it as they were asked for; null where one stands in no form. Linear in the text. */
export function fit(text: string, terms: readonly Term[]): number | null {
	const words = indexedWords(text).map(normalised).filter(Boolean);
	let sum = 0;
	for (const term of terms) {
		if (standsIn(words, term.words)) sum++;
		else if (term.exact || term.words.length > 1 || !hasForm(words, term.words[0] as string)) return null;
	}
	return sum;
}

/** @param sought a phrase: each of its places is compared with no more words than it has */
function standsIn(words: readonly string[], sought: readonly string[]): boolean {
	return words.some((_, at) => sought.every((word, place) => words[at + place] === word));
}

/** True where a word begins like it, a usual ending apart. */
function hasForm(words: readonly string[], sought: string): boolean {
	const stem = sought.replace(/(?:s|es|ed|ing)$/, '');
	const beginning = stem.length >= shortestStem ? stem : sought;
	return words.some((word) => word.startsWith(beginning));
}
