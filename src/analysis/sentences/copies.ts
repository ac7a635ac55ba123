/** Tells sentences that stand twice from those that are news where they come in. */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { left, type Piece, wordsOfPiece } from './pieces.ts';
import { sentencesOf } from './sentences-of.ts';

/**
 * Copies of sentences that stand in their own version once more, and stood or stand in the other: they say nothing new, but where one or two come
 * into a list or a table. What an entry says depends on the words above it, though another list has it too.
 * @returns how many say nothing
 */
export function markCopies(ledger: Ledger, own: State, pieces: readonly Piece[]): number {
	const keys = copiedKeys(ledger, own, pieces);
	if (keys.size === 0) return 0;
	let run: Piece[] = [];
	let marked = 0;
	const close = (): void => {
		for (const piece of run) {
			if (run.length < shortestRun && isEntry(ledger, piece)) piece.lone = true;
			else {
				piece.fate = 'elsewhere';
				marked++;
			}
		}
		run = [];
	};
	for (const piece of pieces) {
		if (piece.fate === 'left' && keys.has(piece.key)) run.push(piece);
		else if (piece.key !== 0) close();
	}
	close();
	return marked;
}

/** So many entries together are a list that stands twice. */
const shortestRun = 3;
/** "Learn more" stands anywhere. */
const fewestTelling = 3;

function isEntry(ledger: Ledger, piece: Piece): boolean {
	const { kind } = ledger.texts[piece.text] as ClauseText;
	return (kind === 'item' || kind === 'row') && wordsOfPiece(ledger, piece).length >= fewestTelling;
}

/** Keys of sentences left over that stand in their own version in another place, which the other version has too. */
function copiedKeys(ledger: Ledger, own: State, pieces: readonly Piece[]): Set<number> {
	const asked = new Set(left(pieces).map(({ key }) => key));
	const found = new Set<number>();
	if (asked.size === 0) return found;
	for (const { key, partner } of pieces) if (partner !== null && asked.has(key)) found.add(key);
	const differing = new Set(pieces.map(({ place }) => place));
	for (let place = 0; place < own.texts.length; place++) {
		if (differing.has(place)) continue;
		for (const { key } of sentencesOf(ledger.texts, own.texts[place] as number))
			if (asked.has(key)) found.add(key);
	}
	return found;
}
