/** Tells sentences that stand twice from those that are news where they come in. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { withoutNumber } from '../clauses/clause-number.ts';
import { left, type Piece, wordsOfPiece } from './pieces.ts';
import { sentencesOf } from './sentences-of.ts';
import { fewestContained, standsIn, standsTwice } from './state-words.ts';

/** The pieces of one version. */
export interface Own {
	readonly ledger: Ledger;
	readonly state: State;
	readonly pieces: readonly Piece[];
	/** True where the clause at a place stands on both sides, in whatever words. */
	readonly isKept: (place: number) => boolean;
}

/**
 * Copies of sentences that stand in their own version once more, and stood or stand in the other: they say nothing new, but where one or two come
 * into a list, a table or a clause that was there before. What an entry says depends on the words above it, though another list has it too; and a
 * clause that now has a sentence too says more than it said.
 * @returns how many say nothing
 */
export function markCopies(own: Own): number {
	const keys = copiedKeys(own);
	if (keys.size === 0) return 0;
	return markRuns(
		own.pieces,
		({ key }) => keys.has(key),
		(piece) => isNewsThere(own, piece),
	);
}

/** What was found nowhere as a sentence may still stand in the other version as a part of another; a copy of that part is judged as any other. */
export function markContained(own: Own, other: State): void {
	const { ledger, state, pieces } = own;
	const stands = (piece: Piece): boolean => {
		const words = wordsOfPiece(ledger, piece);
		return !piece.lone && words.length >= fewestContained && standsIn(ledger, other, words);
	};
	markRuns(
		pieces,
		stands,
		(piece) => isNewsThere(own, piece) && standsTwice(ledger, state, wordsOfPiece(ledger, piece)),
	);
}

/** So many together are a passage that stands twice. */
const shortestRun = 3;

/** Sets aside what is left over and no news. @returns how many pieces */
function markRuns(
	pieces: readonly Piece[],
	isCopy: (piece: Piece) => boolean,
	isNews: (piece: Piece) => boolean,
): number {
	let run: Piece[] = [];
	let marked = 0;
	const close = (): void => {
		for (const piece of run) {
			if (run.length < shortestRun && isNews(piece)) piece.lone = true;
			else {
				piece.fate = 'elsewhere';
				marked++;
			}
		}
		run = [];
	};
	for (const piece of pieces) {
		if (piece.fate === 'left' && isCopy(piece)) run.push(piece);
		else if (piece.key !== 0) close();
	}
	close();
	return marked;
}

/** "Learn more" stands anywhere, and so does many a short sentence. */
const fewestTelling = { entry: 3, sentence: 8 };

function isNewsThere({ ledger, isKept }: Own, piece: Piece): boolean {
	const text = ledger.texts[piece.text] as ClauseText;
	const words = wordsOfPiece(ledger, piece).length;
	const isEntry = text.kind === 'row' || (text.kind === 'item' && isWhole(text, piece));
	if (isEntry) return words >= fewestTelling.entry;
	return text.kind !== 'heading' && words >= fewestTelling.sentence && isKept(piece.place);
}

function isWhole(text: ClauseText, { start, end }: Piece): boolean {
	return end - start >= withoutNumber(text).length;
}

/** Keys of sentences left over that stand in their own version in another place, which the other version has too. */
function copiedKeys({ ledger, state, pieces }: Own): Set<number> {
	const asked = new Set(left(pieces).map(({ key }) => key));
	const found = new Set<number>();
	if (asked.size === 0) return found;
	for (const { key, partner } of pieces) if (partner !== null && asked.has(key)) found.add(key);
	const differing = new Set(pieces.map(({ place }) => place));
	for (let place = 0; place < state.texts.length; place++) {
		if (differing.has(place)) continue;
		for (const { key } of sentencesOf(ledger.texts, state.texts[place] as number))
			if (asked.has(key)) found.add(key);
	}
	return found;
}
