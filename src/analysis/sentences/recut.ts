/**
 * Cuts the sentences of two versions at the same places. Where a heading was joined with the paragraph below it, a list made one sentence or a
 * full stop lost its blank, the same words are cut otherwise: each cut of one side is made on the other too, where its words go on without a gap.
 */
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import { matchSequences } from '../../text/sequence-diff.ts';
import { wordHashes, wordPlaces } from '../../text/words.ts';
import { type Between, type Piece, wordsOfPiece } from './pieces.ts';

/** Words of one stretch that are compared: what is longer is a rewrite. */
const mostWords = 4000;
const maxWordEdits = 60;
/** So many words have to go on together behind a cut, where as many follow. */
const together = 3;
const leastShared = 0.7;
/** A shorter sentence stands in many others by chance. */
const fewestWords = 5;
/** Beginnings of sentences that more places share than this tell nothing. */
const mostPlaces = 8;

export type Cuts = Map<Piece, number[]>;

/** The words of several pieces in a row. */
interface Stream {
	readonly hashes: Int32Array;
	readonly pieces: readonly Piece[];
	/** Index of the first word of each piece. */
	readonly firsts: readonly number[];
}

/** @returns where each piece is to be cut, ascending */
export function recut(ledger: Ledger, between: readonly Between[], old: Piece[], fresh: Piece[]): Cuts {
	const cuts: Cuts = new Map();
	const left = ({ fate }: Piece): boolean => fate === 'left';
	if (!old.some(left) || !fresh.some(left)) return cuts;
	for (const { old: before, fresh: after } of between)
		if (before.length + after.length > 2) cutAlike(ledger, before, after, cuts);
	cutWhereContained(ledger, soleStreams(ledger, old), soleStreams(ledger, fresh), cuts);
	for (const [piece, places] of cuts) {
		const inside = [...new Set(places)].filter((place) => place > piece.start && place < piece.end);
		if (inside.length === 0) cuts.delete(piece);
		else
			cuts.set(
				piece,
				inside.sort((one, other) => one - other),
			);
	}
	return cuts;
}

function cutAlike(ledger: Ledger, old: readonly Piece[], fresh: readonly Piece[], cuts: Cuts): void {
	const [a, b] = [streamOf(ledger, old), streamOf(ledger, fresh)];
	if (a.hashes.length + b.hashes.length > mostWords || !shareMost(a.hashes, b.hashes)) return;
	const matches = matchSequences(a.hashes, b.hashes, maxWordEdits);
	const there = new Map(matches.map((match) => [match.a, match.b]));
	const back = new Map(matches.map((match) => [match.b, match.a]));
	takeOver(ledger, a, b, there, cuts);
	takeOver(ledger, b, a, back, cuts);
}

/** What shares fewer of its words was not cut otherwise but written anew. */
function shareMost(one: Int32Array, other: Int32Array): boolean {
	const [fewer, more] = one.length < other.length ? [one, other] : [other, one];
	const words = new Set(more);
	let shared = 0;
	for (const word of fewer) if (words.has(word)) shared++;
	return shared >= leastShared * fewer.length;
}

/** Makes the cuts of `from` in `to` as well, where the words before and behind them follow each other there too. */
function takeOver(
	ledger: Ledger,
	from: Stream,
	to: Stream,
	there: ReadonlyMap<number, number>,
	cuts: Cuts,
): void {
	for (const at of from.firsts) {
		const place = there.get(at);
		if (place === undefined || place === 0) continue;
		const cut = beforeEnumerators(to, at, place, there);
		if (cut === null || to.firsts.includes(cut)) continue;
		if (goesOn(from, at, place, there)) addCut(ledger, cuts, to, cut);
	}
}

/** What numbers a clause on the one side is a word inside a sentence on the other: "(i)", "a.", "3". */
const enumerators: ReadonlySet<number> = new Set(
	wordHashes(
		'a b c d e f g h i j k l m n o p q r s t u v w x y z ii iii iv v vi vii viii ix x xi xii 1 2 3 4 5 6 7 8 9 10 11 12',
	),
);
/** "3. (a) (i)" */
const mostEnumerators = 3;

/** Where in `to` the words begin that stand at `at` in the other stream, the enumerators before them included; null where the words before do not end there. */
function beforeEnumerators(
	to: Stream,
	at: number,
	place: number,
	there: ReadonlyMap<number, number>,
): number | null {
	if (at === 0) return null;
	const before = there.get(at - 1);
	for (let cut = place; cut > 0 && place - cut <= mostEnumerators; cut--) {
		if (before === cut - 1) return cut;
		if (!enumerators.has(to.hashes[cut - 1] as number)) return null;
	}
	return null;
}

function goesOn(
	{ hashes, firsts }: Stream,
	at: number,
	place: number,
	there: ReadonlyMap<number, number>,
): boolean {
	const end = Math.min(hashes.length, at + together);
	for (let next = at + 1; next < end && !firsts.includes(next); next++)
		if (there.get(next) !== place + next - at) return false;
	return true;
}

/** Each sentence that is left, of those long enough to be told from others. */
function soleStreams(ledger: Ledger, pieces: readonly Piece[]): Stream[] {
	return pieces
		.filter(({ fate }) => fate === 'left')
		.map((piece) => streamOf(ledger, [piece]))
		.filter(({ hashes }) => hashes.length >= fewestWords);
}

/** Cuts a sentence around a whole one of the other side, wherever that stands, at marks that end something. */
function cutWhereContained(
	ledger: Ledger,
	old: readonly Stream[],
	fresh: readonly Stream[],
	cuts: Cuts,
): void {
	if (old.length === 0 || fresh.length === 0) return;
	cutAroundEach(ledger, old, fresh, cuts);
	cutAroundEach(ledger, fresh, old, cuts);
}

function cutAroundEach(
	ledger: Ledger,
	asked: readonly Stream[],
	searched: readonly Stream[],
	cuts: Cuts,
): void {
	eachPlace(asked, searched, ({ hashes }, stream, at) =>
		cutAround(ledger, stream, at, at + hashes.length, cuts),
	);
}

/** Calls for each place at which the words of a stream that is asked for stand in another. */
function eachPlace(
	asked: readonly Stream[],
	searched: readonly Stream[],
	found: (inner: Stream, outer: Stream, at: number) => void,
): void {
	const firsts = new Set(asked.map(({ hashes }) => beginningAt(hashes, 0)));
	const index = beginnings(searched, firsts);
	for (const inner of asked) {
		const places = index.get(beginningAt(inner.hashes, 0)) ?? [];
		if (places.length > mostPlaces) continue;
		for (const { stream, at } of places)
			if (stands(inner.hashes, stream.hashes, at)) found(inner, stream, at);
	}
}

interface PlaceInStream {
	readonly stream: Stream;
	readonly at: number;
}

/** Where in the streams five words stand with which a sentence that is asked for begins. */
function beginnings(streams: readonly Stream[], firsts: ReadonlySet<number>): Map<number, PlaceInStream[]> {
	const index = new Map<number, PlaceInStream[]>();
	for (const stream of streams) {
		for (let at = 0; at + fewestWords <= stream.hashes.length; at++) {
			const key = beginningAt(stream.hashes, at);
			if (!firsts.has(key)) continue;
			const places = index.get(key);
			if (places === undefined) index.set(key, [{ stream, at }]);
			else if (places.length <= mostPlaces) places.push({ stream, at });
		}
	}
	return index;
}

function beginningAt(hashes: Int32Array, at: number): number {
	let key = 0;
	for (let word = at; word < at + fewestWords; word++)
		key = (Math.imul(key, 0x01000193) + (hashes[word] as number)) | 0;
	return key;
}

function stands(words: Int32Array, list: Int32Array, at: number): boolean {
	return at + words.length <= list.length && words.every((word, index) => word === list[at + index]);
}

/** Pairs of pieces left over, old and new, of which one holds all words of the other one after the other. */
export function containments(
	ledger: Ledger,
	old: readonly Piece[],
	fresh: readonly Piece[],
): (readonly [Piece, Piece])[] {
	const [before, after] = [soleStreams(ledger, old), soleStreams(ledger, fresh)];
	if (before.length === 0 || after.length === 0) return [];
	return [
		...holders(before, after),
		...holders(after, before).map(([inner, outer]) => [outer, inner] as const),
	];
}

/** Each sentence that is asked for, with those that hold it. */
function holders(asked: readonly Stream[], searched: readonly Stream[]): (readonly [Piece, Piece])[] {
	const found: (readonly [Piece, Piece])[] = [];
	eachPlace(asked, searched, (inner, outer) => {
		found.push([inner.pieces[0] as Piece, outer.pieces[0] as Piece]);
	});
	return found;
}

function cutAround(ledger: Ledger, stream: Stream, from: number, to: number, cuts: Cuts): void {
	const ends = [from, to].filter((at) => at > 0 && at < stream.hashes.length);
	if (!ends.every((at) => isEnd(ledger, stream, at))) return;
	for (const at of ends) addCut(ledger, cuts, stream, at);
}

const ending = /[.!?:;|•·。][\s"'“”‘’»)\]]*$/u;

/** A mark that ends something stands before the word. */
function isEnd(ledger: Ledger, stream: Stream, at: number): boolean {
	const { piece, place } = cutBefore(ledger, stream, at);
	const { visible } = ledger.texts[piece.text] as ClauseText;
	return ending.test(visible.slice(Math.max(0, place - 8), place));
}

function addCut(ledger: Ledger, cuts: Cuts, stream: Stream, at: number): void {
	const { piece, place } = cutBefore(ledger, stream, at);
	const list = cuts.get(piece);
	if (list === undefined) cuts.set(piece, [place]);
	else list.push(place);
}

/** Where a cut before a word lies in the text of its clause: quotes and brackets are its own, so behind the blank before them, where one is near. */
function cutBefore(
	ledger: Ledger,
	{ pieces, firsts }: Stream,
	at: number,
): { readonly piece: Piece; readonly place: number } {
	const index = firsts.findLastIndex((first) => first <= at);
	const piece = pieces[index] as Piece;
	const { visible } = ledger.texts[piece.text] as ClauseText;
	const word = wordPlaces(visible, piece.start, piece.end)[at - (firsts[index] as number)] as number;
	for (let place = word; place > word - 4 && place > 0; place--)
		if (visible[place - 1] === ' ') return { piece, place };
	return { piece, place: word };
}

function streamOf(ledger: Ledger, pieces: readonly Piece[]): Stream {
	const words = pieces.map((piece) => wordsOfPiece(ledger, piece));
	const [first] = words;
	if (first !== undefined && words.length === 1) return { hashes: first, pieces, firsts: [0] };
	const hashes = new Int32Array(words.reduce((sum, { length }) => sum + length, 0));
	let length = 0;
	const firsts = words.map((own) => {
		hashes.set(own, length);
		length += own.length;
		return length - own.length;
	});
	return { hashes, pieces, firsts };
}
