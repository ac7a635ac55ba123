/** Finds, for each clause of a new text, the clause of the old text that it carries on. */
import type { ClauseText } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { lettersKey } from '../../text/fingerprint.ts';
import { matchSequences } from '../../text/sequence-diff.ts';
import { rowName } from '../clauses/row-name.ts';
import {
	bestPairs,
	type Candidate,
	dice,
	type Leftover,
	leastInPlace,
	leastSimilarity,
	similarPairs,
	uncrossed,
	worthOfPlace,
} from '../sentences/similar-pairs.ts';

/** Words of a text as sorted hashes; the caller keeps them, a text is asked for often. */
export type SortedWords = (text: number) => Int32Array;

/** Clauses that may differ before the longest common subsequence gives up; identical clauses are then paired wherever they stand. */
const maxClauseEdits = 1500;
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
	// A list in which one line is like the other but for its numbers: first those that kept their place, whatever number stands elsewhere now.
	for (const { old, fresh } of sequels(pairing))
		if (sayTheSameOtherwise(pairing, before[old] as number, after[fresh] as number))
			pair(pairing, old, fresh);
	pairEqual(pairing, keyOf);
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

/** In a longer text a day is one word of many. */
const longestDated = 80;

/** But for their numbers, and where they are short for how long ago it was. */
function sayTheSameOtherwise({ texts }: Pairing, before: number, after: number): boolean {
	const [old, fresh] = [texts[before] as ClauseText, texts[after] as ClauseText];
	if (old.lettersKey === fresh.lettersKey) return true;
	if (Math.max(old.visible.length, fresh.visible.length) > longestDated) return false;
	return lettersKey(withoutDates(old.visible)) === lettersKey(withoutDates(fresh.visible));
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
	const keys = new Float64Array(ids.length);
	for (let at = 0; at < ids.length; at++) keys[at] = keyOf(pairing, ids[at] as number);
	return keys;
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
	for (let at = 0; at < after.length; at++) {
		const [from, text] = [carriedOn[at] as number, after[at] as number];
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
	if (rowName(texts, before) !== rowName(texts, after)) return 0;
	return dice(sortedWords(before), sortedWords(after));
}

function isBareNumber({ key, lettersKey }: ClauseText): boolean {
	return key !== 0 && lettersKey === 0;
}

interface Leftovers {
	/** Places of the clauses that nothing is paired with yet. */
	readonly old: readonly number[];
	readonly fresh: readonly number[];
}

function leftovers({ before, after, taken, carriedOn }: Pairing): Leftovers {
	const old: number[] = [];
	const fresh: number[] = [];
	for (let at = 0; at < before.length; at++) if (taken[at] === 0) old.push(at);
	for (let at = 0; at < after.length; at++) if (carriedOn[at] === -1) fresh.push(at);
	return { old, fresh };
}

/** Pairs leftovers with equal keys, first with first. A clause without letters (key 0) is paired only in its order. */
function pairEqual(pairing: Pairing, keyOfText: (pairing: Pairing, text: number) => number): void {
	const { old, fresh } = leftovers(pairing);
	if (old.length === 0 || fresh.length === 0) return;
	const waiting = new Map<number, number[]>();
	// From the end, so that each is taken out without moving the others.
	for (const at of old.toReversed()) {
		const key = keyOfText(pairing, pairing.before[at] as number);
		if (key === 0) continue;
		const places = waiting.get(key);
		if (places === undefined) waiting.set(key, [at]);
		else places.push(at);
	}
	for (const at of fresh) {
		const place = waiting.get(keyOfText(pairing, pairing.after[at] as number))?.pop();
		if (place !== undefined) pair(pairing, place, at);
	}
}

function pairSimilar(pairing: Pairing): void {
	const left = leftovers(pairing);
	if (left.old.length === 0 || left.fresh.length === 0) return;
	const { before, after } = pairing;
	const [old, fresh] = [
		left.old.map((at) => leftoverAt(pairing, before, at)),
		left.fresh.map((at) => leftoverAt(pairing, after, at)),
	];
	const stretch = before.length === 0 ? 1 : after.length / before.length;
	const candidates = [...inPlace(left, sequels(pairing)), ...similarPairs(old, fresh, stretch)];
	for (const best of uncrossed(bestPairs(candidates), old, fresh))
		pair(pairing, left.old[best.old] as number, left.fresh[best.fresh] as number);
}

function leftoverAt({ texts, sortedWords }: Pairing, list: Int32Array, at: number): Leftover {
	const text = list[at] as number;
	return { at, words: sortedWords(text), name: rowName(texts, text) };
}

function inPlace(left: Leftovers, found: readonly Sequel[]): Candidate[] {
	const [old, fresh] = [left.old, left.fresh].map((list) => new Map(list.map((at, index) => [at, index])));
	return found.map((sequel) => ({
		old: old?.get(sequel.old) as number,
		fresh: fresh?.get(sequel.fresh) as number,
		similarity: sequel.similarity + worthOfPlace,
		distance: 0,
	}));
}
