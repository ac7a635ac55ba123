/** Whether what a sentence says stands on, or stood before, in a sentence of other words: then nothing of it was dropped, or added. */

import { commonSpelling } from '../../text/spelling.ts';
import { stopWords } from '../../text/stop-words.ts';

/** Of fewer words nobody can tell whether another sentence says the same. */
const fewestWords = 3;
/** Share of the words of a sentence that stand in the other. */
const mostAlike = 0.75;
/** Sentences looked through: in a rewrite the first hundreds tell enough. */
const mostSentences = 400;

/** @param sentences of the other version */
export function saidAgain(
	sentences: readonly string[],
): (words: string, isLike?: (other: string) => boolean) => boolean {
	const looked = sentences.slice(0, mostSentences);
	let places: ReadonlyMap<string, readonly number[]> | null = null;
	return (words, isLike = () => true) => {
		if (looked.length === 0) return false;
		const own = tellingWords(words);
		if (own.size < fewestWords) return false;
		// Most changes ask of no sentence.
		places ??= placesOfWords(looked);
		const shared = new Map<number, number>();
		for (const word of own)
			for (const at of places.get(word) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
		return [...shared].some(([at, count]) => count >= mostAlike * own.size && isLike(looked[at] as string));
	};
}

/** Word → the sentences that hold it. */
function placesOfWords(sentences: readonly string[]): ReadonlyMap<string, readonly number[]> {
	const places = new Map<string, number[]>();
	for (const [at, sentence] of sentences.entries())
		for (const word of tellingWords(sentence)) {
			const known = places.get(word);
			if (known === undefined) places.set(word, [at]);
			else known.push(at);
		}
	return places;
}

/** In one spelling and, as far as a last letter tells, in the singular. */
function tellingWords(sentence: string): ReadonlySet<string> {
	const words = sentence.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
	return new Set(
		words.filter((word) => !stopWords.has(word)).map((word) => commonSpelling(word).replace(/(?<=..)s$/, '')),
	);
}
