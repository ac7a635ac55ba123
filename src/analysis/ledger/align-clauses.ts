/** Finds, for each clause of a new text, the clause of the old text that it carries on. */
import type { ClauseText } from '../../model/ledger.ts';
import { matchSequences } from '../../text/sequence-diff.ts';

/** Words of a text as sorted hashes; the caller keeps them, a text is asked for often. */
export type SortedWords = (text: number) => Int32Array;

/** Clauses that may differ before the longest common subsequence gives up; identical clauses are then paired wherever they stand. */
const maxClauseEdits = 1500;
/** Two clauses are one reworded clause when more than half of their words are the same (Dice coefficient). */
export const leastSimilarity = 0.5;
/** Of so few words, half are soon found in any other clause ("Delete my account", "My account is expired"): more have to be the same, or all that the shorter clause has. */
export const fewWords = 6;
export const leastOfFew = 2 / 3;
/** Less is enough for a clause that stands alone between the same two neighbours… */
export const leastInPlace = 0.25;
/** … and so much more would a clause elsewhere have to be like it, to be taken for its sequel instead. */
const worthOfPlace = leastSimilarity - leastInPlace;
/** A word in more leftovers than this tells no pair apart ("the", "you"). */
const commonWord = 40;
/** Leftovers with fewer telling words in common than this share of the best one's are not looked at. */
const leastPromise = 0.4;
/** Steps of the search for similar leftovers: bounds a rewrite of thousands of clauses to some milliseconds. */
const similarityBudget = 300_000;

/**
 * @param before text ids of the old clauses, in order
 * @param after text ids of the new ones
 * @returns for each new clause the index of the old one that it carries on, or −1
 */
export function alignClauses(
	before: Int32Array,
	after: Int32Array,
	texts: readonly ClauseText[],
	sortedWords: SortedWords,
): Int32Array {
	const carriedOn = new Int32Array(after.length).fill(-1);
	const pairing = { before, after, texts, sortedWords, carriedOn, taken: new Uint8Array(before.length) };
	const ends = pairCommonEnds(pairing);
	if (ends.start === ends.endAfter || ends.start === ends.endBefore) return carriedOn;
	pairSameInOrder(pairing, ends);
	settleTwins(pairing);
	pairEqual(pairing, keyOf);
	// A list in which one line is like the other but for its numbers: first those that kept their place.
	for (const { old, fresh } of sequels(pairing))
		if (lettersOf(pairing, before[old] as number) === lettersOf(pairing, after[fresh] as number))
			pair(pairing, old, fresh);
	pairEqual(pairing, lettersOf);
	pairSimilar(pairing);
	for (const { old, fresh } of sequels(pairing)) pair(pairing, old, fresh);
	return carriedOn;
}

/** Two texts, and which of their clauses are paired so far. */
interface Pairing {
	/** Texts of the old clauses, and of the new ones. */
	readonly before: Int32Array;
	readonly after: Int32Array;
	readonly texts: readonly ClauseText[];
	readonly sortedWords: SortedWords;
	/** One a new clause: the old one that it carries on, or −1. */
	readonly carriedOn: Int32Array;
	/** One an old clause: 1 where a new one carries it on. */
	readonly taken: Uint8Array;
}

function pair({ carriedOn, taken }: Pairing, old: number, fresh: number): void {
	carriedOn[fresh] = old;
	taken[old] = 1;
}

function keyOf({ texts }: Pairing, text: number): number {
	return (texts[text] as ClauseText).key;
}

function lettersOf({ texts }: Pairing, text: number): number {
	return (texts[text] as ClauseText).lettersKey;
}

/** How far both begin with, and from where both end in, the very same texts. */
interface Ends {
	readonly start: number;
	readonly endBefore: number;
	readonly endAfter: number;
}

function pairCommonEnds(pairing: Pairing): Ends {
	const { before, after } = pairing;
	let [start, endBefore, endAfter] = [0, before.length, after.length];
	while (start < endBefore && start < endAfter && before[start] === after[start]) {
		pair(pairing, start, start);
		start++;
	}
	while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1])
		pair(pairing, --endBefore, --endAfter);
	return { start, endBefore, endAfter };
}

/** Clauses that only one side has cannot match: left out first, they do not make a rewrite dear. */
function pairSameInOrder(pairing: Pairing, { start, endBefore, endAfter }: Ends): void {
	const before = keysOf(pairing, pairing.before.subarray(start, endBefore));
	const after = keysOf(pairing, pairing.after.subarray(start, endAfter));
	const [inBefore, inAfter] = [new Set(before), new Set(after)];
	const old = indexes(before, (key) => inAfter.has(key));
	const fresh = indexes(after, (key) => inBefore.has(key));
	const matches = matchSequences(
		old.map((at) => before[at] as number),
		fresh.map((at) => after[at] as number),
		maxClauseEdits,
	);
	for (const { a, b } of matches) pair(pairing, start + (old[a] as number), start + (fresh[b] as number));
}

function keysOf(pairing: Pairing, ids: Int32Array): Float64Array {
	return Float64Array.from(ids, (id) => keyOf(pairing, id));
}

function indexes(keys: Float64Array, holds: (key: number) => boolean): number[] {
	const result: number[] = [];
	for (let at = 0; at < keys.length; at++) if (holds(keys[at] as number)) result.push(at);
	return result;
}

/**
 * Of neighbours that differ in their numbers or markup alone, those go on as they are that stand word for word on both sides:
 * where a heading "Article 1: Scope" above "1.1 Scope" is gone, that is no new number for the heading.
 */
function settleTwins({ before, after, texts, taken, carriedOn }: Pairing): void {
	for (const [at, text] of after.entries()) {
		const from = carriedOn[at] as number;
		if (from === -1 || before[from] === text) continue;
		const old = twinBeside(before, from, text, texts, (place) => taken[place] === 0);
		const fresh = twinBeside(after, at, before[from] as number, texts, (place) => carriedOn[place] === -1);
		if (old !== null) {
			taken[from] = 0;
			taken[old] = 1;
			carriedOn[at] = old;
		} else if (fresh !== null) {
			carriedOn[at] = -1;
			carriedOn[fresh] = from;
		}
	}
}

/** Place of the nearest clause that is `text` itself, with none but free clauses of the same words in between. */
function twinBeside(
	list: Int32Array,
	from: number,
	text: number,
	texts: readonly ClauseText[],
	isFree: (place: number) => boolean,
): number | null {
	const key = texts[text]?.key;
	for (const step of [1, -1]) {
		for (let at = from + step; isFree(at) && texts[list[at] as number]?.key === key; at += step)
			if (list[at] === text) return at;
	}
	return null;
}

/** An old clause and the new one that stands in its place, by their places. */
interface Sequel {
	readonly old: number;
	readonly fresh: number;
	readonly similarity: number;
}

/** New clauses left over that stand in the place of an old one, and have something in common with it. */
function sequels(pairing: Pairing): Sequel[] {
	const { before, after, carriedOn } = pairing;
	const found: Sequel[] = [];
	for (let fresh = 0; fresh < after.length; fresh++) {
		const old = carriedOn[fresh] === -1 ? soleCounterpart(pairing, fresh) : null;
		if (old === null) continue;
		const similarity = likenessInPlace(pairing, before[old] as number, after[fresh] as number);
		if (similarity > leastInPlace) found.push({ old, fresh, similarity });
	}
	return found;
}

/** The old clause between the same two neighbours, where it is left over too: an address replaced, a clause rewritten in place. */
function soleCounterpart({ before, carriedOn, taken }: Pairing, fresh: number): number | null {
	const previous = fresh === 0 ? -1 : (carriedOn[fresh - 1] as number);
	const next = fresh + 1 === carriedOn.length ? before.length : (carriedOn[fresh + 1] as number);
	if ((fresh > 0 && previous === -1) || next !== previous + 2) return null;
	return taken[previous + 1] === 0 ? previous + 1 : null;
}

/** A number alone, such as a price in a cell, is like any other number: its words are its digits, and say nothing. */
function likenessInPlace({ texts, sortedWords }: Pairing, before: number, after: number): number {
	const [old, fresh] = [texts[before] as ClauseText, texts[after] as ClauseText];
	if (old.kind !== fresh.kind) return 0;
	if (isBareNumber(old) && isBareNumber(fresh)) return leastSimilarity;
	return dice(sortedWords(before), sortedWords(after));
}

function isBareNumber({ key, lettersKey }: ClauseText): boolean {
	return key !== 0 && lettersKey === 0;
}

interface Place {
	readonly at: number;
	readonly text: number;
}

interface Leftovers {
	readonly old: readonly Place[];
	readonly fresh: readonly Place[];
	/** Length of the new text over that of the old: where a clause is to be expected. */
	readonly stretch: number;
}

function leftovers({ before, after, taken, carriedOn }: Pairing): Leftovers {
	const old: Place[] = [];
	const fresh: Place[] = [];
	for (let at = 0; at < before.length; at++)
		if (taken[at] === 0) old.push({ at, text: before[at] as number });
	for (let at = 0; at < after.length; at++)
		if (carriedOn[at] === -1) fresh.push({ at, text: after[at] as number });
	return { old, fresh, stretch: before.length === 0 ? 1 : after.length / before.length };
}

/** Pairs leftovers with equal keys, first with first. A clause without letters (key 0) is paired only in its order. */
function pairEqual(pairing: Pairing, keyOfText: (pairing: Pairing, text: number) => number): void {
	const { old, fresh } = leftovers(pairing);
	if (old.length === 0 || fresh.length === 0) return;
	const waiting = new Map<number, number[]>();
	// From the end, so that each is taken out without moving the others.
	for (const { at, text } of old.toReversed()) {
		const key = keyOfText(pairing, text);
		if (key === 0) continue;
		const places = waiting.get(key);
		if (places === undefined) waiting.set(key, [at]);
		else places.push(at);
	}
	for (const { at, text } of fresh) {
		const place = waiting.get(keyOfText(pairing, text))?.pop();
		if (place !== undefined) pair(pairing, place, at);
	}
}

interface Candidate {
	readonly old: number;
	readonly fresh: number;
	readonly similarity: number;
	/** How far the new clause stands from where the old one would be expected, in clauses. */
	readonly distance: number;
}

function pairSimilar(pairing: Pairing): void {
	const left = leftovers(pairing);
	if (left.old.length === 0 || left.fresh.length === 0) return;
	const candidates = [...inPlace(left, sequels(pairing)), ...similarPairs(left, pairing.sortedWords)];
	candidates.sort((one, other) => other.similarity - one.similarity || one.distance - other.distance);
	const usedOld = new Set<number>();
	const usedFresh = new Set<number>();
	for (const { old, fresh } of candidates) {
		if (usedOld.has(old) || usedFresh.has(fresh)) continue;
		usedOld.add(old);
		usedFresh.add(fresh);
		pair(pairing, (left.old[old] as Place).at, (left.fresh[fresh] as Place).at);
	}
}

function inPlace(left: Leftovers, found: readonly Sequel[]): Candidate[] {
	const [old, fresh] = [left.old, left.fresh].map(
		(list) => new Map(list.map(({ at }, index) => [at, index])),
	);
	return found.map((sequel) => ({
		old: old?.get(sequel.old) as number,
		fresh: fresh?.get(sequel.fresh) as number,
		similarity: sequel.similarity + worthOfPlace,
		distance: 0,
	}));
}

function similarPairs(left: Leftovers, sortedWords: SortedWords): Candidate[] {
	const index = wordIndex(left.old, sortedWords);
	const candidates: Candidate[] = [];
	const shared = new Int32Array(left.old.length);
	let steps = 0;
	for (const [fresh, place] of left.fresh.entries()) {
		const words = sortedWords(place.text);
		const touched = countShared(words, index, shared);
		let most = 0;
		for (const old of touched) most = Math.max(most, shared[old] as number);
		for (const old of touched) {
			const promising = (shared[old] as number) >= most * leastPromise;
			shared[old] = 0;
			if (!promising) continue;
			const other = left.old[old] as Place;
			const similarity = dice(words, sortedWords(other.text));
			steps += words.length;
			const distance = Math.abs(other.at * left.stretch - place.at);
			if (isLikely(similarity, words.length, sortedWords(other.text).length))
				candidates.push({ old, fresh, similarity, distance });
		}
		steps += touched.length;
		if (steps > similarityBudget) break;
	}
	return candidates;
}

/** @param one number of words of a text @param other of the other text, that is so similar to it */
function isLikely(similarity: number, one: number, other: number): boolean {
	if (similarity <= leastSimilarity) return false;
	const fewer = Math.min(one, other);
	const common = Math.round((similarity * (one + other)) / 2);
	return fewer >= fewWords || common === fewer || similarity >= leastOfFew;
}

/** Counts in `shared`, which is zero before, the telling words that each leftover has in common; returns those that have any. */
function countShared(
	words: Int32Array,
	index: ReadonlyMap<number, readonly number[]>,
	shared: Int32Array,
): number[] {
	const touched: number[] = [];
	for (let at = 0; at < words.length; at++) {
		if (at > 0 && words[at] === words[at - 1]) continue;
		const holders = index.get(words[at] as number);
		if (holders === undefined || holders.length > commonWord) continue;
		for (const old of holders) {
			if (shared[old] === 0) touched.push(old);
			shared[old] = (shared[old] as number) + 1;
		}
	}
	return touched;
}

/** Word → leftovers that hold it, each once. */
function wordIndex(places: readonly Place[], sortedWords: SortedWords): Map<number, number[]> {
	const index = new Map<number, number[]>();
	for (const [number, { text }] of places.entries()) {
		const words = sortedWords(text);
		for (let at = 0; at < words.length; at++) {
			if (at > 0 && words[at] === words[at - 1]) continue;
			const holders = index.get(words[at] as number);
			if (holders === undefined) index.set(words[at] as number, [number]);
			else holders.push(number);
		}
	}
	return index;
}

/** Share of words that two texts have in common, 0 to 1. Both sorted. */
function dice(one: Int32Array, other: Int32Array): number {
	const total = one.length + other.length;
	// The shorter text bounds what can be shared; most pairs end here.
	if (2 * Math.min(one.length, other.length) <= leastInPlace * total) return 0;
	let common = 0;
	for (let a = 0, b = 0; a < one.length && b < other.length; ) {
		const difference = (one[a] as number) - (other[b] as number);
		if (difference === 0) common++;
		if (difference <= 0) a++;
		if (difference >= 0) b++;
	}
	return (2 * common) / total;
}
