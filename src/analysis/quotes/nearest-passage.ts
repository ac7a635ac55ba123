/**
 * Of all the words that an agreement ever had, the passage that comes nearest to a quote which stands nowhere, and what differs: first one
 * of the same letters, of which only signs, blanks or case differ, then one of most of its words; first in the text of the day, then in
 * that of today, then in all others. Linear in the words of the history.
 */
import type { Ledger } from '../../model/ledger.ts';
import { isWordBorder } from '../../text/normalise-quotes.ts';
import { sentenceStarts } from '../../text/sentence-words.ts';
import { type Match, matchSequences } from '../../text/sequence-diff.ts';
import { roleOf, wordHashes, wordSpans } from '../../text/words.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { leastSimilarity } from '../sentences/similar-pairs.ts';
import { type Difference, differencesBetween } from './passage-differences.ts';
import { windowFinder } from './similar-texts.ts';

export interface NearestPassage {
	/** Indexes into `Ledger.texts`: the clauses that it runs through. */
	readonly texts: readonly number[];
	/** The sentences that hold it, whole. */
	readonly words: string;
	/** Between it and the quote, in their order; places are those in `words`. */
	readonly differences: readonly Difference[];
}

/** Null where no text shares a word with the quote. @param version whose text was meant to hold it */
export function nearestPassage(ledger: Ledger, quote: string, version: number): NearestPassage | null {
	const states = new Set(
		[ledger.states[version], ledger.states.at(-1)].filter((state) => state !== undefined),
	);
	const first = [...states].map((state) =>
		[true, false].map((numbered) => readingOf(ledger, [...state.texts], numbered)),
	);
	const others = ledger.texts.map((_, text) => readingOf(ledger, [text], true)).reverse();
	const found = sameLetters([...first.flat(), ...others], quote) ?? mostWords(ledger, first, others, quote);
	return found === null ? null : passageOf(found, quote);
}

/** Clauses that are read as one text. */
interface Reading {
	readonly text: string;
	readonly pieces: readonly { readonly text: number; readonly start: number; readonly end: number }[];
}

/** Part of a reading, in characters. */
interface Found {
	readonly reading: Reading;
	readonly start: number;
	readonly end: number;
}

/** @param numbered with the numbers of the clauses, which a quote may leave out */
function readingOf({ texts }: Ledger, read: Iterable<number>, numbered: boolean): Reading {
	let start = 0;
	const words: string[] = [];
	const pieces = Array.from(read, (text) => {
		const clause = texts[text];
		const own = clause === undefined ? '' : numbered ? clause.visible : withoutNumber(clause);
		words.push(own);
		const piece = { text, start, end: start + own.length };
		start = piece.end + 1;
		return piece;
	});
	return { text: words.join(' '), pieces };
}

/** Places looked at in one reading: letters that stand oftener are no quote of anything. */
const mostPlaces = 1000;

function sameLetters(readings: readonly Reading[], quote: string): Found | null {
	const wanted = lettersOf(quote).letters;
	if (wanted === '') return null;
	for (const reading of readings) {
		if (reading.text.length < wanted.length) continue;
		const { letters, places } = lettersOf(reading.text);
		let at = letters.indexOf(wanted);
		for (let looked = 0; at >= 0 && looked < mostPlaces; looked++) {
			const start = places[at] as number;
			const end = (places[at + wanted.length - 1] as number) + 1;
			if (isWordBorder(reading.text, start) && isWordBorder(reading.text, end))
				return { reading, start, end };
			at = letters.indexOf(wanted, at + 1);
		}
	}
	return null;
}

/** Letters and digits in lower case, and where each stands. */
function lettersOf(text: string): { readonly letters: string; readonly places: readonly number[] } {
	const places: number[] = [];
	for (let at = 0; at < text.length; at++) if (roleOf(text.charCodeAt(at)) !== 0) places.push(at);
	const lower = (at: number): string => {
		const sign = text[at] as string;
		const small = sign.toLowerCase();
		return small.length === 1 ? small : sign;
	};
	return { letters: places.map(lower).join(''), places };
}

/** A passage of the first readings goes before a nearer one of the others if it holds more than half of what tells the quote. */
function mostWords(
	ledger: Ledger,
	first: readonly (readonly Reading[])[],
	others: readonly Reading[],
	quote: string,
): Found | null {
	const find = windowFinder(ledger, quote);
	let best: { reading: Reading; end: number; share: number } | null = null;
	for (const group of [...first, others]) {
		for (const reading of group) {
			const window = find(reading.text);
			if (window.share > (best?.share ?? 0)) best = { reading, ...window };
		}
		if (best !== null && best.share > leastSimilarity) break;
	}
	return best === null ? null : around(best.reading, best.end, quote);
}

/** Words beside the window that are looked at, in proportion to those of the quote. */
const reach = 2;

/** From the first to the last word that answers one of the quote, in sentences that the window touches. @param last word of the window */
function around(reading: Reading, last: number, quote: string): Found {
	const [wanted, hashes, spans] = [wordHashes(quote), wordHashes(reading.text), wordSpans(reading.text)];
	const known = new Set(wanted);
	const inWindow = Array.from({ length: wanted.length }, (_, back) => last - back).filter((word) =>
		known.has(hashes[word] as number),
	);
	const place = (word: number): number => spans[word]?.start ?? 0;
	const sentences = sentencesOf(reading, place(inWindow.at(-1) ?? last), place(inWindow[0] ?? last));
	const words = Array.from(
		{ length: 2 * reach * wanted.length + 1 },
		(_, at) => last - reach * wanted.length + at,
	);
	const near = words.filter(
		(word) => place(word) >= sentences.start && place(word) < sentences.end && word in spans,
	);
	const matches = closeTogether(
		wanted,
		near.map((word) => hashes[word] as number),
	);
	const [one, other] = [matches[0] ?? { a: 0, b: 0 }, matches.at(-1) ?? { a: 0, b: 0 }];
	const from = near[Math.max(0, one.b - one.a)] as number;
	const to = near[Math.min(near.length - 1, other.b + wanted.length - 1 - other.a)] as number;
	return { reading, start: place(from), end: spans[to]?.end ?? reading.text.length };
}

/** Words that may differ before the rest counts as others. */
const mostEdits = 300;

/** Matches of words, as near as may be to their longest run: a "we" at the beginning of the sentence is not that of the passage. */
function closeTogether(wanted: ArrayLike<number>, words: readonly number[]): readonly Match[] {
	const matches = [...matchSequences(wanted, words, mostEdits)];
	const [first, last] = longestRun(matches);
	for (let at = first - 1; at >= 0; at--) {
		const { a } = matches[at] as Match;
		const next = matches[at + 1] as Match;
		matches[at] = { a, b: words.lastIndexOf(wanted[a] as number, next.b - 1) };
	}
	for (let at = last + 1; at < matches.length; at++) {
		const { a } = matches[at] as Match;
		const before = matches[at - 1] as Match;
		matches[at] = { a, b: words.indexOf(wanted[a] as number, before.b + 1) };
	}
	return matches;
}

/** First and last of the most matches that follow one another in both texts. */
function longestRun(matches: readonly Match[]): readonly [number, number] {
	let best: readonly [number, number] = [0, 0];
	let start = 0;
	for (let at = 1; at < matches.length; at++) {
		const [before, match] = [matches[at - 1] as Match, matches[at] as Match];
		if (match.a !== before.a + 1 || match.b !== before.b + 1) start = at;
		if (at - start > best[1] - best[0]) best = [start, at];
	}
	return best;
}

/** The sentences from one place to another; a clause ends one. */
function sentencesOf({ text, pieces }: Reading, from: number, to: number): { start: number; end: number } {
	const starts = pieces
		.filter(({ start, end }) => end > from - 1 && start <= to)
		.flatMap((piece) => [
			...sentenceStarts(text.slice(piece.start, piece.end)).map((at) => piece.start + at),
			piece.end + 1,
		]);
	return {
		start: starts.findLast((at) => at <= from) ?? 0,
		end: Math.min(text.length, starts.find((at) => at > to) ?? text.length),
	};
}

function passageOf(found: Found, quote: string): NearestPassage {
	const { reading } = found;
	const { start, end } = withSigns(found, quote);
	const whole = sentencesOf(reading, start, end - 1);
	const differences = differencesBetween(reading.text.slice(start, end), quote);
	return {
		texts: reading.pieces
			.filter((piece) => piece.end > whole.start && piece.start < whole.end)
			.map(({ text }) => text),
		words: reading.text.slice(whole.start, whole.end).trimEnd(),
		differences: differences.map((each) => ({ ...each, inPassage: each.inPassage + start - whole.start })),
	};
}

const signsAtEnd = /[^\s\p{L}\p{N}\p{M}]+$/u;
const signsAtStart = /^[^\s\p{L}\p{N}\p{M}]+/u;

/** As many signs at either end as the quote has there: its full stop is to be compared too. */
function withSigns({ reading: { text }, start, end }: Found, quote: string): { start: number; end: number } {
	const [before, after] = [
		signsAtStart.exec(quote)?.[0].length ?? 0,
		signsAtEnd.exec(quote)?.[0].length ?? 0,
	];
	const leading = signsAtEnd.exec(text.slice(Math.max(0, start - before), start))?.[0].length ?? 0;
	const following = signsAtStart.exec(text.slice(end, end + after))?.[0].length ?? 0;
	return { start: start - leading, end: end + following };
}

/** How alike texts are to this one by their words, order aside: 0 to 1. */
export function likenessTo(text: string): (other: string) => number {
	const wanted = countsOf(text);
	return (other) => dice(wanted, countsOf(other));
}

interface Counts {
	readonly all: number;
	readonly words: ReadonlyMap<number, number>;
}

function countsOf(text: string): Counts {
	const words = new Map<number, number>();
	const hashes = wordHashes(text);
	for (const hash of hashes) words.set(hash, (words.get(hash) ?? 0) + 1);
	return { all: hashes.length, words };
}

function dice(one: Counts, other: Counts): number {
	const all = one.all + other.all;
	return all === 0 ? 0 : (2 * shared(one, other)) / all;
}

function shared(one: Counts, other: Counts): number {
	let sum = 0;
	for (const [word, count] of one.words) sum += Math.min(count, other.words.get(word) ?? 0);
	return sum;
}
