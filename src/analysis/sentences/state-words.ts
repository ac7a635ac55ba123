/** Finds a passage among the words of a whole version, wherever its clauses and sentences are cut. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { wordHashes } from '../../text/words.ts';

/** Of fewer words nobody can say that they stand elsewhere. */
export const fewestContained = 5;

/** The words of a version, one after the other, and where each run of five of them stands first; later places follow in `next`. */
interface StateWords {
	readonly state: State;
	readonly words: Int32Array;
	readonly heads: Int32Array;
	readonly next: Int32Array;
	readonly mask: number;
}

const knownTexts = new WeakMap<ClauseText, Int32Array>();
/** Comparisons come two by two: the words of the last versions are enough, and those of all would fill the memory. */
const lastStates: StateWords[] = [];
const mostStates = 3;
/** Places with the same five words that are looked at. */
const mostPlaces = 32;

/** True where these words stand in the version one after the other. @param words at least {@link fewestContained} */
export function standsIn(ledger: Ledger, state: State, words: Int32Array): boolean {
	const { words: all, heads, next, mask } = stateWords(ledger, state);
	let at = heads[runAt(words, 0) & mask] as number;
	for (let tried = 0; at !== -1 && tried < mostPlaces; at = next[at] as number, tried++)
		if (stands(words, all, at)) return true;
	return false;
}

function stands(words: Int32Array, all: Int32Array, at: number): boolean {
	if (at + words.length > all.length) return false;
	for (let word = 0; word < words.length; word++) if (words[word] !== all[at + word]) return false;
	return true;
}

function stateWords(ledger: Ledger, state: State): StateWords {
	const known = lastStates.find((last) => last.state === state);
	if (known !== undefined) return known;
	const made = { state, ...index(joined(ledger, state)) };
	lastStates.unshift(made);
	lastStates.length = Math.min(lastStates.length, mostStates);
	return made;
}

function index(words: Int32Array): Omit<StateWords, 'state'> {
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

function joined({ texts }: Ledger, { texts: ids }: State): Int32Array {
	const parts = Array.from(ids, (id) => wordsOfText(texts[id] as ClauseText));
	const words = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		words.set(part, at);
		at += part.length;
	}
	return words;
}

function wordsOfText(text: ClauseText): Int32Array {
	let words = knownTexts.get(text);
	if (words === undefined) {
		words = wordHashes(text.visible);
		knownTexts.set(text, words);
	}
	return words;
}
