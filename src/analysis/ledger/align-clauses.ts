/** Finds, for each clause of a new text, the clause of the old text that it carries on. */
import type { ClauseText } from '../../model/ledger.ts';
import { type Match, matchSequences } from '../../text/sequence-diff.ts';

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
	const taken = new Uint8Array(before.length);
	const pair = (a: number, b: number): void => {
		carriedOn[b] = a;
		taken[a] = 1;
	};
	const keyOf = (text: number): number => (texts[text] as ClauseText).key;
	const { start, endBefore, endAfter } = commonEnds(before, after);
	for (let at = 0; at < start; at++) pair(at, at);
	for (let at = endBefore; at < before.length; at++) pair(at, at + endAfter - endBefore);
	const [middle, freshMiddle] = [before.subarray(start, endBefore), after.subarray(start, endAfter)];
	for (const { a, b } of sameInOrder(keys(middle, keyOf), keys(freshMiddle, keyOf)))
		pair(start + a, start + b);
	if (start === endAfter || start === endBefore) return carriedOn;
	settleTwins(before, after, texts, taken, carriedOn);
	const left = (): Leftovers => leftovers(before, after, taken, carriedOn);
	pairEqual(left(), keyOf, pair);
	const sequels = (fresh: readonly Place[]): Sequel[] =>
		fresh.flatMap(({ at, text }): Sequel[] => {
			const old = soleCounterpart(at, before, taken, carriedOn);
			if (old === null) return [];
			const similarity = likenessInPlace(texts, before[old] as number, text, sortedWords);
			return similarity > leastInPlace ? [{ old, fresh: at, similarity }] : [];
		});
	const lettersOf = (text: number): number => (texts[text] as ClauseText).lettersKey;
	// A list in which one line is like the other but for its numbers: first those that kept their place.
	for (const { old, fresh } of sequels(left().fresh))
		if (lettersOf(before[old] as number) === lettersOf(after[fresh] as number)) pair(old, fresh);
	pairEqual(left(), lettersOf, pair);
	const rest = left();
	pairSimilar(rest, sequels(rest.fresh), sortedWords, pair);
	for (const { old, fresh } of sequels(left().fresh)) pair(old, fresh);
	return carriedOn;
}

/**
 * Of neighbours that differ in their numbers or markup alone, those go on as they are that stand word for word on both sides:
 * where a heading "Article 1: Scope" above "1.1 Scope" is gone, that is no new number for the heading.
 */
function settleTwins(
	before: Int32Array,
	after: Int32Array,
	texts: readonly ClauseText[],
	taken: Uint8Array,
	carriedOn: Int32Array,
): void {
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

/** The old clause between the same two neighbours, where it is left over too: an address replaced, a clause rewritten in place. */
function soleCounterpart(
	at: number,
	before: Int32Array,
	taken: Uint8Array,
	carriedOn: Int32Array,
): number | null {
	const previous = at === 0 ? -1 : (carriedOn[at - 1] as number);
	const next = at + 1 === carriedOn.length ? before.length : (carriedOn[at + 1] as number);
	if ((at > 0 && previous === -1) || next !== previous + 2) return null;
	return taken[previous + 1] === 0 ? previous + 1 : null;
}

/** A number alone, such as a price in a cell, is like any other number: its words are its digits, and say nothing. */
function likenessInPlace(
	texts: readonly ClauseText[],
	before: number,
	after: number,
	sortedWords: SortedWords,
): number {
	const [old, fresh] = [texts[before] as ClauseText, texts[after] as ClauseText];
	if (old.kind !== fresh.kind) return 0;
	if (isBareNumber(old) && isBareNumber(fresh)) return leastSimilarity;
	return dice(sortedWords(before), sortedWords(after));
}

function isBareNumber({ key, lettersKey }: ClauseText): boolean {
	return key !== 0 && lettersKey === 0;
}

type Pair = (a: number, b: number) => void;

/** How far both begin with, and from where both end in, the very same texts. */
function commonEnds(
	before: Int32Array,
	after: Int32Array,
): { start: number; endBefore: number; endAfter: number } {
	let [start, endBefore, endAfter] = [0, before.length, after.length];
	while (start < endBefore && start < endAfter && before[start] === after[start]) start++;
	while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
		endBefore--;
		endAfter--;
	}
	return { start, endBefore, endAfter };
}

/** Clauses that only one side has cannot match: left out first, they do not make a rewrite dear. */
function sameInOrder(before: Float64Array, after: Float64Array): Match[] {
	const [inBefore, inAfter] = [new Set(before), new Set(after)];
	const a = indexes(before, (key) => inAfter.has(key));
	const b = indexes(after, (key) => inBefore.has(key));
	const matches = matchSequences(
		a.map((at) => before[at] as number),
		b.map((at) => after[at] as number),
		maxClauseEdits,
	);
	return matches.map((match) => ({ a: a[match.a] as number, b: b[match.b] as number }));
}

function indexes(keys: Float64Array, holds: (key: number) => boolean): number[] {
	const result: number[] = [];
	for (let at = 0; at < keys.length; at++) if (holds(keys[at] as number)) result.push(at);
	return result;
}

function keys(ids: Int32Array, keyOf: (text: number) => number): Float64Array {
	const result = new Float64Array(ids.length);
	for (let at = 0; at < ids.length; at++) result[at] = keyOf(ids[at] as number);
	return result;
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

function leftovers(
	before: Int32Array,
	after: Int32Array,
	taken: Uint8Array,
	carriedOn: Int32Array,
): Leftovers {
	const old: Place[] = [];
	const fresh: Place[] = [];
	for (let at = 0; at < before.length; at++)
		if (taken[at] === 0) old.push({ at, text: before[at] as number });
	for (let at = 0; at < after.length; at++)
		if (carriedOn[at] === -1) fresh.push({ at, text: after[at] as number });
	return { old, fresh, stretch: before.length === 0 ? 1 : after.length / before.length };
}

/** Pairs leftovers with equal keys, first with first. A clause without letters (key 0) is paired only in its order. */
function pairEqual({ old, fresh }: Leftovers, keyOf: (text: number) => number, pair: Pair): void {
	if (old.length === 0 || fresh.length === 0) return;
	const waiting = new Map<number, number[]>();
	for (const { at, text } of old) {
		const key = keyOf(text);
		if (key === 0) continue;
		const places = waiting.get(key);
		if (places === undefined) waiting.set(key, [at]);
		else places.push(at);
	}
	for (const { at, text } of fresh) {
		const place = waiting.get(keyOf(text))?.shift();
		if (place !== undefined) pair(place, at);
	}
}

interface Candidate {
	readonly old: number;
	readonly fresh: number;
	readonly similarity: number;
	/** How far the new clause stands from where the old one would be expected, in clauses. */
	readonly distance: number;
}

function pairSimilar(
	left: Leftovers,
	sequels: readonly Sequel[],
	sortedWords: SortedWords,
	pair: Pair,
): void {
	if (left.old.length === 0 || left.fresh.length === 0) return;
	const candidates = [...inPlace(left, sequels), ...similarPairs(left, sortedWords)];
	candidates.sort((one, other) => other.similarity - one.similarity || one.distance - other.distance);
	const usedOld = new Set<number>();
	const usedFresh = new Set<number>();
	for (const { old, fresh } of candidates) {
		if (usedOld.has(old) || usedFresh.has(fresh)) continue;
		usedOld.add(old);
		usedFresh.add(fresh);
		pair((left.old[old] as Place).at, (left.fresh[fresh] as Place).at);
	}
}

function inPlace(left: Leftovers, sequels: readonly Sequel[]): Candidate[] {
	const [old, fresh] = [left.old, left.fresh].map(
		(list) => new Map(list.map(({ at }, index) => [at, index])),
	);
	return sequels.map((sequel) => ({
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
