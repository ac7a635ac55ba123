/** The sentences of one version that another may have too, and what was found out about each. */

import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { matchSequences } from '../../text/sequence-diff.ts';
import { wordHashes } from '../../text/words.ts';
import { passageWords } from './passage-words.ts';
import { type Sentence, sentenceAt, sentencesOf } from './sentences-of.ts';
import { bareKey } from './set-aside.ts';

/**
 * `alike` its partner is the same but for what is set aside · `left` stands in this version alone · `stays` stands in the other in the same order · `moved` stands there elsewhere · `elsewhere`
 * its words stand there as well, as a part of something else or as another copy · `edited` its partner is the same sentence in other words.
 */
export type Fate = 'alike' | 'left' | 'stays' | 'moved' | 'elsewhere' | 'edited';

export interface Piece extends Pick<Sentence, 'start' | 'end' | 'key' | 'letters'> {
	readonly sentence: Sentence;
	/** Index into `Ledger.texts`. */
	readonly text: number;
	/** Place of its clause in the state. */
	readonly place: number;
	/** Between the same two clauses that stayed stand the pieces of one gap, on both sides. */
	readonly gap: number;
	/** Number of the row that it stands in, where a row of a table stands on both sides, the same on both; −1 for anything else. */
	readonly row: number;
	fate: Fate;
	partner: Piece | null;
	/** True where it is a copy of a sentence that stands on both sides, and yet news where it stands. */
	lone: boolean;
	/** Of an edited one, how like its partner it is, 0 to 1 and more where it kept its place. */
	likeness: number;
}

/** Sentences that may differ in one gap before the longest common subsequence gives up. */
const maxEdits = 1500;

/**
 * @param gaps for each place the number of its gap, or −1 for a clause that stayed as it is
 * @param rowAt number of the row at a place, the same on both sides; −1 where one side alone has it
 */
export function piecesOf(
	ledger: Ledger,
	{ texts }: State,
	gaps: ReadonlyMap<number, number>,
	rowAt: (place: number) => number = () => -1,
): Piece[] {
	const pieces: Piece[] = [];
	for (const [place, gap] of gaps) {
		const text = texts[place] as number;
		const wording = ledger.texts[text] as ClauseText;
		const row = wording.kind === 'row' ? rowAt(place) : -1;
		for (const sentence of sentencesOf(ledger.texts, text))
			pieces.push(pieceOf(sentence, wording, { text, place, gap, row }));
	}
	return pieces;
}

type Stand = Pick<Piece, 'text' | 'place' | 'gap' | 'row'>;

function pieceOf(sentence: Sentence, wording: ClauseText, { text, place, gap, row }: Stand): Piece {
	const { start, end, letters } = sentence;
	return {
		text,
		place,
		gap,
		row,
		sentence,
		start,
		end,
		key: keyInRow(sentence, wording, row),
		letters,
		fate: 'left',
		partner: null,
		lone: false,
		likeness: 0,
	};
}

/** What a later cell says is said of its row: the same words in another row are no copy of it. */
function keyInRow(sentence: Sentence, wording: ClauseText, row: number): number {
	const { key } = sentence;
	if (row === -1 || key === 0 || !isInLaterCell(wording, sentence)) return key;
	return Math.imul(key ^ (row + 1), 0x9e3779b1) || 1;
}

const wordy = /[\p{L}\p{N}]/u;

/** An empty cell before it says nothing of what it is said of. */
export function isInLaterCell({ kind, visible }: ClauseText, { start }: Pick<Sentence, 'start'>): boolean {
	if (kind !== 'row') return false;
	const bar = visible.indexOf('|', visible.search(wordy));
	return bar !== -1 && bar <= start;
}

/** Hashes of the words of a piece, in order. */
export function wordsOfPiece(ledger: Ledger, piece: Piece): Int32Array {
	piece.sentence.words ??= wordHashes(passageWords(ledger, piece));
	return piece.sentence.words;
}

/** The same, sorted. */
export function sortedWordsOfPiece(ledger: Ledger, piece: Piece): Int32Array {
	piece.sentence.sortedWords ??= wordsOfPiece(ledger, piece).toSorted();
	return piece.sentence.sortedWords;
}

/** Same for two pieces that differ in what is set aside alone; 0 where nothing else is left. */
export function bareKeyOfPiece(ledger: Ledger, piece: Piece): number {
	piece.sentence.bare ??= bareKey(passageWords(ledger, piece));
	return piece.sentence.bare;
}

/** The same pieces, some of them cut. @param cuts piece → places in its text, ascending */
export function cutPieces(
	ledger: Ledger,
	pieces: readonly Piece[],
	cuts: ReadonlyMap<Piece, readonly number[]>,
): Piece[] {
	return pieces.flatMap((piece) => {
		const places = cuts.get(piece);
		if (places === undefined) return [piece];
		const text = ledger.texts[piece.text] as ClauseText;
		const bounds = [piece.start, ...places, piece.end];
		return places
			.concat(piece.end)
			.map((end, at) => pieceOf(sentenceAt(text, bounds[at] as number, end), text, piece));
	});
}

export function marry(old: Piece, fresh: Piece, fate: Fate): void {
	old.fate = fate;
	fresh.fate = fate;
	old.partner = fresh;
	fresh.partner = old;
}

/** Pieces by gap, in order. */
function byGap(pieces: readonly Piece[]): Map<number, Piece[]> {
	return Map.groupBy(pieces, ({ gap }) => gap);
}

/** Marks what stays in each gap. Pieces that say nothing stay wherever they stand. */
export function matchInOrder(old: readonly Piece[], fresh: readonly Piece[]): void {
	for (const piece of [...old, ...fresh]) if (piece.key === 0) piece.fate = 'stays';
	const gaps = byGap(old);
	for (const [gap, newcomers] of byGap(fresh)) matchGap(gaps.get(gap) ?? [], newcomers);
}

/** Pieces that one side alone has cannot match: left out first, they do not make a rewrite dear. */
function matchGap(old: readonly Piece[], fresh: readonly Piece[]): void {
	const keysOf = (pieces: readonly Piece[]): Set<number> => new Set(pieces.map(({ key }) => key));
	const [inOld, inFresh] = [keysOf(old), keysOf(fresh)];
	const free = (piece: Piece): boolean => piece.fate === 'left';
	const a = old.filter((piece) => free(piece) && inFresh.has(piece.key));
	const b = fresh.filter((piece) => free(piece) && inOld.has(piece.key));
	const keys = (pieces: readonly Piece[]): number[] => pieces.map(({ key }) => key);
	for (const match of matchSequences(keys(a), keys(b), maxEdits))
		marry(a[match.a] as Piece, b[match.b] as Piece, 'stays');
}

/** Pieces left over between two that stay, of both sides; none where one side has nothing there. */
export interface Between {
	readonly old: readonly Piece[];
	readonly fresh: readonly Piece[];
}

export function leftBetween(old: readonly Piece[], fresh: readonly Piece[]): Between[] {
	const found: Between[] = [];
	const gaps = byGap(old);
	for (const [gap, newcomers] of byGap(fresh)) {
		const before = runs(gaps.get(gap) ?? []);
		for (const [after, run] of runs(newcomers)) {
			const other = before.get(after === null ? null : after.partner);
			if (other !== undefined) found.push({ old: other, fresh: run });
		}
	}
	return found;
}

/** Runs of pieces left over, by the piece that stays before them; null at the beginning of a gap. */
function runs(pieces: readonly Piece[]): Map<Piece | null, Piece[]> {
	const found = new Map<Piece | null, Piece[]>();
	let before: Piece | null = null;
	for (const piece of pieces) {
		if (piece.fate === 'stays' && piece.partner !== null) before = piece;
		if (piece.fate !== 'left') continue;
		const run = found.get(before);
		if (run === undefined) found.set(before, [piece]);
		else run.push(piece);
	}
	return found;
}

/** The pieces of which nothing was found out yet. */
export function left(pieces: readonly Piece[]): Piece[] {
	return pieces.filter(({ fate }) => fate === 'left');
}
