/**
 * The texts of an agreement that say nearly the same as a quote. A window as long as the quote slides over each distinct text: the cost
 * grows with the words of the history, whatever stands in them. Rare words weigh more: of any long quote, half of the words ("the",
 * "you", "or") are found in every clause.
 */
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import { wordHashes } from '../../text/words.ts';
import { fewWords, leastOfFew, leastSimilarity } from '../sentences/similar-pairs.ts';

/** Indexes into `Ledger.texts` of those that hold more than half of the quote's words side by side. */
export function textsLike(ledger: Pick<Ledger, 'texts'>, quote: string): ReadonlySet<number> {
	const { number, wanted, length } = wantedWords(quote);
	const isEnough = (alike: number): boolean =>
		length < fewWords ? alike >= leastOfFew : alike > leastSimilarity;
	const sequences = ledger.texts.map((text) => quotedWords(text, number));
	const weights = weightsOf(sequences, number.size).map((weight) =>
		// What no text holds tells as much as what one does.
		weight === 0 ? weightOf(sequences.length, 1) : weight,
	);
	const all = wanted.reduce((sum, count, word) => sum + count * (weights[word] as number), 0);
	const found = new Set<number>();
	for (const [text, sequence] of sequences.entries())
		if (sequence !== null && isEnough(bestWindow(sequence, wanted, weights, length).sum / all))
			found.add(text);
	return found;
}

/** Where in a text most of the quote stands side by side. */
export interface QuoteWindow {
	/** Of the weight of those words of the quote that any text holds, 0 to 1. */
	readonly share: number;
	/** The last word of the window, counted from 0. */
	readonly end: number;
}

/** For several texts: what the words of the quote weigh is told by the ledger. */
export function windowFinder({ texts }: Pick<Ledger, 'texts'>, quote: string): (text: string) => QuoteWindow {
	const { number, wanted, length } = wantedWords(quote);
	const sequences = texts.map((text) => quotedWords(text, number));
	const weights = weightsOf(sequences, number.size);
	const all = wanted.reduce((sum, count, word) => sum + count * (weights[word] as number), 0);
	return (text) => {
		const sequence = quotedWords({ visible: text, number: '' }, number);
		if (sequence === null || all === 0) return { share: 0, end: 0 };
		const { sum, end } = bestWindow(sequence, wanted, weights, length);
		return { share: sum / all, end };
	};
}

interface WantedWords {
	/** Hash of a word → its number. */
	readonly number: ReadonlyMap<number, number>;
	/** How often each stands in the quote. */
	readonly wanted: Int32Array;
	/** All words of the quote. */
	readonly length: number;
}

function wantedWords(quote: string): WantedWords {
	const hashes = wordHashes(quote);
	const number = new Map<number, number>();
	for (const hash of hashes) if (!number.has(hash)) number.set(hash, number.size);
	const wanted = new Int32Array(number.size);
	for (const hash of hashes) (wanted[number.get(hash) as number] as number)++;
	return { number, wanted, length: hashes.length };
}

/** For each word of a text its number in the quote, or −1; null where the quote has none of them. */
function quotedWords(
	{ visible, number: clauseNumber }: Pick<ClauseText, 'visible' | 'number'>,
	number: ReadonlyMap<number, number>,
): Int32Array | null {
	const words = wordHashes(visible, clauseNumber.length);
	let shares = false;
	for (let at = 0; at < words.length; at++) {
		const known = number.get(words[at] as number) ?? -1;
		words[at] = known;
		shares ||= known >= 0;
	}
	return shares ? words : null;
}

/** A word of every text weighs little, one of few texts much, one of none nothing (inverse document frequency). */
function weightsOf(sequences: readonly (Int32Array | null)[], words: number): Float64Array {
	const holders = new Int32Array(words);
	const lastText = new Int32Array(words).fill(-1);
	for (const [text, sequence] of sequences.entries())
		for (const word of sequence ?? []) {
			if (word < 0 || lastText[word] === text) continue;
			lastText[word] = text;
			holders[word] = (holders[word] as number) + 1;
		}
	return Float64Array.from(holders, (count) => (count === 0 ? 0 : weightOf(sequences.length, count)));
}

function weightOf(texts: number, holders: number): number {
	return Math.log(1 + texts / holders);
}

/** The most that one window has of the quote's words, as a sum of weights, and the last word of the first such window. */
function bestWindow(
	sequence: Int32Array,
	wanted: Int32Array,
	weights: Float64Array,
	length: number,
): { sum: number; end: number } {
	const inside = new Int32Array(wanted.length);
	let sum = 0;
	let best = { sum: 0, end: 0 };
	for (let at = 0; at < sequence.length; at++) {
		const [coming, going] = [sequence[at] as number, at < length ? -1 : (sequence[at - length] as number)];
		if (going >= 0 && (inside[going] as number)-- <= (wanted[going] as number))
			sum -= weights[going] as number;
		if (coming >= 0 && (inside[coming] as number)++ < (wanted[coming] as number))
			sum += weights[coming] as number;
		if (sum > best.sum) best = { sum, end: at };
	}
	return best;
}
