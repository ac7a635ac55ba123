/**
 * How alike two short texts are in what they speak of: the cosine of their words, each weighted by how rare it is among all texts.
 *
 * Salton and Buckley 1988, "Term-weighting approaches in automatic text retrieval", https://doi.org/10.1016/0306-4573(88)90021-0:
 * logarithm of the count, inverse document frequency, length of one. Words lose the commonest English endings alone: a stemmer proper would
 * need a table for each language and merges little more of what agreements speak of.
 */
import { stopWords } from './stop-words.ts';

/** Term → weight; the squares of the weights add up to one. */
export type TermWeights = ReadonlyMap<string, number>;

export interface TermIndex {
	readonly texts: number;
	/** Term → texts that hold it. */
	readonly holding: ReadonlyMap<string, number>;
}

/** Longest first, so that "ations" goes whole. */
const endings =
	/(?:izations?|isations?|ations?|itions?|ments?|ingly|edly|ings?|ions?|ives?|ably|ibly|able|ible|ally|ers?|ors?|ies|ed|es|ly|al|s|e|y)$/;
const shortestStem = 4;

/** Stems of the words that tell something, in order, with repetitions. */
export function termsOf(text: string): string[] {
	const words =
		text
			.toLowerCase()
			.normalize('NFKC')
			.match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
	return words.filter((word) => !stopWords.has(word)).map(stem);
}

export function stem(word: string): string {
	const cut = word.replace(endings, '');
	return cut.length >= shortestStem ? cut : word;
}

export function indexTerms(texts: Iterable<readonly string[]>): TermIndex {
	const holding = new Map<string, number>();
	let count = 0;
	for (const terms of texts) {
		count++;
		for (const term of new Set(terms)) holding.set(term, (holding.get(term) ?? 0) + 1);
	}
	return { texts: count, holding };
}

export function weigh(terms: readonly string[], { texts, holding }: TermIndex): TermWeights {
	const counts = new Map<string, number>();
	for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
	const weights = [...counts].map(([term, count]) => {
		// One more text than there is: a term that no text holds is rare, not infinitely so.
		const rarity = Math.log((texts + 1) / ((holding.get(term) ?? 0) + 1)) + 1;
		return [term, (1 + Math.log(count)) * rarity] as const;
	});
	const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
	return new Map(weights.map(([term, weight]) => [term, weight / length]));
}

/** 0 where they share no term, 1 where their terms are the same. */
export function likeness(one: TermWeights, other: TermWeights): number {
	const [few, many] = one.size < other.size ? [one, other] : [other, one];
	let sum = 0;
	for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0);
	return sum;
}
