/** Finds a passage among many words, wherever clauses and sentences are cut. */
import type { Ledger, State } from '../../model/ledger.ts';
import { wordHashes } from '../../text/words.ts';
import { keptByState } from '../clauses/known-of-states.ts';
import { keptByText } from '../clauses/known-of-texts.ts';

/** Of fewer words nobody can say that they stand elsewhere. */
export const fewestContained = 5;

/** Words one after the other, and where each run of five of them stands first; later places follow in `next`. */
interface IndexedWords {
	readonly words: Int32Array;
	readonly heads: Int32Array;
	readonly next: Int32Array;
	readonly mask: number;
}

/** Places with the same five words that are looked at. */
const mostPlaces = 32;

/** How often these words stand there one after the other, as far as anyone asks. @param words at least {@link fewestContained} */
function timesHeld(
	{ words: all, heads, next, mask }: IndexedWords,
	words: Int32Array,
	asked: number,
): number {
	let times = 0;
	let at = heads[runAt(words, 0) & mask] as number;
	for (let tried = 0; at !== -1 && tried < mostPlaces && times < asked; at = next[at] as number, tried++)
		if (stands(words, all, at)) times++;
	return times;
}

function stands(words: Int32Array, all: Int32Array, at: number): boolean {
	if (at + words.length > all.length) return false;
	for (let word = 0; word < words.length; word++) if (words[word] !== all[at + word]) return false;
	return true;
}

function indexWords(words: Int32Array): IndexedWords {
	const mask = (1 << (32 - Math.clz32(words.length | 1))) - 1;
	const heads = new Int32Array(mask + 1).fill(-1);
	const next = new Int32Array(words.length).fill(-1);
	for (let at = words.length - fewestContained; at >= 0; at--) {
		const slot = runAt(words, at) & mask;
		next[at] = heads[slot] as number;
		heads[slot] = at;
	}
	return { words, heads, next, mask };
}

function runAt(words: Int32Array, at: number): number {
	let key = 0;
	for (let word = at; word < at + fewestContained; word++)
		key = (Math.imul(key, 0x01000193) + (words[word] as number)) | 0;
	return key ^ (key >>> 15);
}

function joinWords(texts: Ledger['texts'], ids: Int32Array): Int32Array {
	let length = 0;
	for (const id of ids) length += wordsOfText(texts, id).length;
	const words = new Int32Array(length);
	let at = 0;
	for (const id of ids) {
		const own = wordsOfText(texts, id);
		words.set(own, at);
		at += own.length;
	}
	return words;
}

const wordsOfText = keptByText(({ visible }) => wordHashes(visible));

/** The same of all words of a version. */
export function standsIn(ledger: Ledger, state: State, words: Int32Array): boolean {
	return timesHeld(wordsOfState(ledger, state), words, 1) === 1;
}

export function standsTwice(ledger: Ledger, state: State, words: Int32Array): boolean {
	return timesHeld(wordsOfState(ledger, state), words, 2) === 2;
}

const wordsOfState: (ledger: Ledger, state: State) => IndexedWords = keptByState(({ texts }, state) =>
	indexWords(joinWords(texts, state.texts)),
);
