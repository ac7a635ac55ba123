/**
 * Compares two versions of an agreement sentence by sentence, across the borders of clauses: pages cut the same words anew. A sentence that stands
 * on both sides in order stays, one that stands elsewhere moved; what is left is paired by likeness and place.
 */

import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { rowName } from '../clauses/row-name.ts';
import { markContained, markCopies, type Own } from './copies.ts';
import { passageWords } from './passage-words.ts';
import {
	bareKeyOfPiece,
	cutPieces,
	isInLaterCell,
	left,
	leftBetween,
	marry,
	matchInOrder,
	type Piece,
	piecesOf,
	sortedWordsOfPiece,
	wordsOfPiece,
} from './pieces.ts';
import { containments, recut } from './recut.ts';
import { sentencesOf } from './sentences-of.ts';
import { mayHoldLabels } from './set-aside.ts';
import {
	bestPairs,
	type Candidate,
	dice,
	type Leftover,
	leastInPlace,
	namedOtherwise,
	similarPairs,
	uncrossed,
	worthOfPlace,
} from './similar-pairs.ts';

/** Places of the clauses that differ, each with the number of its gap: so many clauses that stayed stand before it. */
export interface Differing {
	readonly old: ReadonlyMap<number, number>;
	readonly fresh: ReadonlyMap<number, number>;
}

export interface ComparedSentences {
	/** In the order of each version. */
	readonly old: readonly Piece[];
	readonly fresh: readonly Piece[];
}

/** Sentences left over in one stretch of which each is compared with each. */
const mostInPlace = 64;

/** Where in the old version the clause stood that stands at a place of the new one; −1 for one that is new. */
type FormerPlace = (fresh: number) => number;

export function compareSentences(
	ledger: Ledger,
	before: State,
	after: State,
	differing: Differing,
	formerPlace: FormerPlace,
): ComparedSentences {
	const rows = keptRows(ledger, before, after, differing, formerPlace);
	let old = piecesOf(ledger, before, differing.old, (place) => (rows.has(place) ? place : -1));
	let fresh = piecesOf(ledger, after, differing.fresh, (place) =>
		rows.has(formerPlace(place)) ? formerPlace(place) : -1,
	);
	matchInOrder(old, fresh);
	const cuts = recut(ledger, leftBetween(old, fresh), old, fresh);
	if (cuts.size > 0) {
		old = cutPieces(ledger, old, cuts);
		fresh = cutPieces(ledger, fresh, cuts);
		matchInOrder(old, fresh);
	}
	pairCounted(ledger, old, fresh);
	pairMoved(old, fresh);
	pairInPlace(ledger, old, fresh, formerPlace);
	pairWithSilent(ledger, old, fresh, formerPlace);
	const goesOn = fresh.filter(
		({ partner, place }) => partner !== null && partner.place === formerPlace(place),
	);
	const own = ownOf(
		ledger,
		before,
		old,
		goesOn.map(({ partner }) => partner as Piece),
	);
	const others = ownOf(ledger, after, fresh, goesOn);
	const gone = markCopies(own);
	const come = markCopies(others);
	if (isEdition(come, before, ledger)) pairWithEdition(ledger, fresh, before);
	if (isEdition(gone, after, ledger)) pairWithEdition(ledger, old, after);
	pairAlike(ledger, old, fresh, formerPlace);
	pairContained(ledger, old, fresh, formerPlace);
	setAside(ledger, old, fresh);
	markContained(own, after);
	markContained(others, before);
	return { old, fresh };
}

/** @param kept pieces that stand in a clause of both sides */
function ownOf(ledger: Ledger, state: State, pieces: readonly Piece[], kept: readonly Piece[]): Own {
	const places = new Set(kept.map(({ place }) => place));
	return { ledger, state, pieces, isKept: (place) => places.has(place) };
}

/** Places in the old version of the rows that are rows of the new one too: where a page made a table of paragraphs, a cell is any sentence. */
function keptRows(
	{ texts }: Ledger,
	before: State,
	after: State,
	{ fresh }: Differing,
	formerPlace: FormerPlace,
): ReadonlySet<number> {
	const isRow = (id: number | undefined): boolean => id !== undefined && texts[id]?.kind === 'row';
	const places = [...fresh.keys()].filter((place) => isRow(after.texts[place])).map(formerPlace);
	return new Set(places.filter((place) => isRow(before.texts[place])));
}

/** A day alone says nothing. Where it is all that a clause says, and on the other side something else stands in its place, it was edited all the same. */
function pairWithSilent(
	ledger: Ledger,
	old: readonly Piece[],
	fresh: readonly Piece[],
	formerPlace: FormerPlace,
): void {
	const [before, after] = [old, fresh].map((pieces) => Map.groupBy(pieces, ({ place }) => place));
	for (const [place, [other, ...more]] of after ?? []) {
		const [one, ...rest] = before?.get(formerPlace(place)) ?? [];
		if (one === undefined || other === undefined || more.length + rest.length > 0) continue;
		const isSlip = (one.fate === 'left' && other.key === 0) || (other.fate === 'left' && one.key === 0);
		if (!isSlip || dice(sortedWordsOfPiece(ledger, one), sortedWordsOfPiece(ledger, other)) <= leastInPlace)
			continue;
		marry(one, other, 'edited');
		other.likeness = leastInPlace;
	}
}

/** Of a list in which every line counts something, one that has another number is the one that stood there, not one that has its number now. */
function pairCounted(ledger: Ledger, old: readonly Piece[], fresh: readonly Piece[]): void {
	for (const stretch of leftBetween(old, fresh)) {
		const [one, other] = [stretch.old[0], stretch.fresh[0]];
		if (one === undefined || other === undefined || stretch.old.length + stretch.fresh.length > 2) continue;
		if (one.letters !== other.letters || wordsOfPiece(ledger, other).length === 0) continue;
		marry(one, other, 'edited');
		other.likeness = 1;
	}
}

/** The same sentence elsewhere, first with first. */
function pairMoved(old: readonly Piece[], fresh: readonly Piece[]): void {
	const waiting = Map.groupBy(left(old).toReversed(), ({ key }) => key);
	for (const piece of left(fresh)) {
		const partner = waiting.get(piece.key)?.pop();
		if (partner !== undefined) marry(partner, piece, 'moved');
	}
}

/** Fewer copies are a notice or a table that stands twice. */
const smallestEdition = 15;
const leastOfEdition = 0.25;

/** Most of the text came, or went, once more: a new edition was put beside the one in force, or took its place. @param other the version without it */
function isEdition(copies: number, other: State, { texts }: Ledger): boolean {
	if (copies < smallestEdition) return false;
	const all = other.texts.reduce((sum, id) => sum + sentencesOf(texts, id).length, 0);
	return copies >= all * leastOfEdition;
}

/** Edition is compared with edition: what is left of the one is a sentence of the other in other words, though that stays beside it. */
function pairWithEdition(ledger: Ledger, pieces: readonly Piece[], other: State): void {
	const own = left(pieces);
	const whole = piecesOf(ledger, other, new Map([...other.texts.keys()].map((place) => [place, 0])));
	const [asked, offered] = [leftoversOf(ledger, own, pieces), leftoversOf(ledger, whole, whole)];
	for (const best of bestPairs(similarPairs(offered, asked, pieces.length / whole.length))) {
		const piece = own[best.fresh] as Piece;
		piece.fate = 'edited';
		piece.likeness = best.similarity;
		piece.partner = whole[best.old] as Piece;
	}
}

/** Sentences less alike differ in more than their spelling. */
const leastAlike = 0.7;
/** Of few words, what is left may be a label alone. */
const longestLabel = 8;
/** Labels are short: sentences that differ by more characters say something else. */
const longestAside = 80;

/** An edited sentence may differ in its spelling, labels or numbers of items alone, and a label alone says nothing. */
function setAside(ledger: Ledger, old: readonly Piece[], fresh: readonly Piece[]): void {
	for (const piece of fresh) {
		if (piece.fate !== 'edited' || piece.likeness < leastAlike) continue;
		const partner = piece.partner as Piece;
		// In a row a sign may be an answer: nothing of it is set aside.
		if (piece.letters === partner.letters && (ledger.texts[piece.text] as ClauseText).kind === 'row')
			continue;
		if (Math.abs(piece.end - piece.start - partner.end + partner.start) > longestAside) continue;
		if (bareKeyOfPiece(ledger, piece) !== bareKeyOfPiece(ledger, partner)) continue;
		piece.fate = 'alike';
		if (partner.partner === piece) partner.fate = 'alike';
	}
	for (const piece of [...left(old), ...left(fresh)])
		if (wordsOfPiece(ledger, piece).length <= longestLabel && saysNothing(ledger, piece))
			piece.fate = 'elsewhere';
}

/** Numbers of items without items may be left over as well. */
const shortestWords = 6;

function saysNothing(ledger: Ledger, piece: Piece): boolean {
	const words = passageWords(ledger, piece);
	return (words.length < shortestWords || mayHoldLabels(words)) && bareKeyOfPiece(ledger, piece) === 0;
}

/** Pairs what is left in its place, before a copy elsewhere is thought of: one of two copies may have been reworded. */
function pairInPlace(
	ledger: Ledger,
	old: readonly Piece[],
	fresh: readonly Piece[],
	formerPlace: FormerPlace,
): void {
	const rest = restOf(ledger, old, fresh, formerPlace);
	if (rest === null) return;
	const { before, after, sides } = rest;
	const candidates = inPlace(before, after, sides, leftBetween(old, fresh), formerPlace);
	edit(before, after, bestPairs(candidates));
}

/** Pairs what is left wherever most of its words stand. */
function pairAlike(
	ledger: Ledger,
	old: readonly Piece[],
	fresh: readonly Piece[],
	formerPlace: FormerPlace,
): void {
	const rest = restOf(ledger, old, fresh, formerPlace);
	if (rest === null) return;
	const { before, after, sides } = rest;
	const pairs = bestPairs(similarPairs(sides.old, sides.fresh, fresh.length / old.length));
	edit(before, after, uncrossed(pairs, sides.old, sides.fresh));
}

/** A sentence that goes on in a longer one, or is what is left of one, though it makes up less than half of it. */
function pairContained(
	ledger: Ledger,
	old: readonly Piece[],
	fresh: readonly Piece[],
	formerPlace: FormerPlace,
): void {
	const rest = restOf(ledger, old, fresh, formerPlace);
	if (rest === null) return;
	const { before, after, sides } = rest;
	const [indexOld, indexFresh] = [before, after].map((list) => new Map(list.map((piece, at) => [piece, at])));
	const candidates: Candidate[] = [];
	for (const [one, other] of containments(ledger, before, after)) {
		if (isTitle(ledger, one) !== isTitle(ledger, other)) continue;
		const [a, b] = [indexOld?.get(one) as number, indexFresh?.get(other) as number];
		const [from, to] = [sides.old[a] as Leftover, sides.fresh[b] as Leftover];
		const similarity = dice(from.words, to.words);
		if (similarity > leastInPlace && !namedOtherwise(from, to.name))
			candidates.push({ old: a, fresh: b, similarity, distance: Math.abs(from.at - to.at) });
	}
	edit(before, after, bestPairs(candidates));
}

function isTitle({ texts }: Ledger, { text }: Piece): boolean {
	return (texts[text] as ClauseText).kind === 'heading';
}

function edit(before: readonly Piece[], after: readonly Piece[], pairs: readonly Candidate[]): void {
	for (const { old, fresh, similarity } of pairs) {
		const piece = after[fresh] as Piece;
		marry(before[old] as Piece, piece, 'edited');
		piece.likeness = similarity;
	}
}

/** Sentences without a partner on both sides, and what pairing asks of each, in the same order. */
interface Rest {
	readonly before: readonly Piece[];
	readonly after: readonly Piece[];
	readonly sides: Sides;
}

/** Null where a side has none left. */
function restOf(
	ledger: Ledger,
	old: readonly Piece[],
	fresh: readonly Piece[],
	formerPlace: FormerPlace,
): Rest | null {
	const [before, after] = [left(old), left(fresh)];
	if (before.length === 0 || after.length === 0) return null;
	const sides = {
		old: leftoversOf(ledger, before, old, (place) => place),
		fresh: leftoversOf(ledger, after, fresh, formerPlace),
	};
	return { before, after, sides };
}

/** @param rowAt tells rows apart that bear no name: one number a row, the same on both sides; none where rows are taken for each other */
function leftoversOf(
	ledger: Ledger,
	pieces: readonly Piece[],
	all: readonly Piece[],
	rowAt?: (place: number) => number,
): Leftover[] {
	const places = new Map(all.map((piece, at) => [piece, at]));
	return pieces.map((piece) => {
		const words = sortedWordsOfPiece(ledger, piece);
		const isLater = rowAt !== undefined && isInLaterCell(ledger.texts[piece.text] as ClauseText, piece);
		// Names are whole numbers: a half is none of them.
		const name = rowName(ledger.texts, piece.text) || (isLater ? rowAt(piece.place) + 0.5 : 0);
		return { at: places.get(piece) as number, words, name };
	});
}

interface Sides {
	readonly old: readonly Leftover[];
	readonly fresh: readonly Leftover[];
}

/** Sentences left over between the same neighbours, or in the same clause, have to be less alike. */
function inPlace(
	before: readonly Piece[],
	after: readonly Piece[],
	sides: Sides,
	between: ReturnType<typeof leftBetween>,
	formerPlace: FormerPlace,
): Candidate[] {
	const indexOld = new Map(before.map((piece, at) => [piece, at]));
	const indexFresh = new Map(after.map((piece, at) => [piece, at]));
	const found: Candidate[] = [];
	for (const stretch of between) {
		if (stretch.old.length * stretch.fresh.length > mostInPlace) continue;
		const alone = stretch.old.length === 1 && stretch.fresh.length === 1;
		for (const [a, one] of stretch.old.entries()) {
			for (const [b, other] of stretch.fresh.entries()) {
				if (!alone && formerPlace(other.place) !== one.place) continue;
				const [old, fresh] = [indexOld.get(one) as number, indexFresh.get(other) as number];
				const similarity = likenessInPlace(
					one,
					other,
					sides.old[old] as Leftover,
					sides.fresh[fresh] as Leftover,
				);
				if (similarity > leastInPlace)
					found.push({
						old,
						fresh,
						similarity: similarity + worthOfPlace,
						distance: Math.abs(a - b),
					});
			}
		}
	}
	return found;
}

/** A number alone is like any other number: its words are its digits, and say nothing. */
function likenessInPlace(one: Piece, other: Piece, old: Leftover, fresh: Leftover): number {
	if (one.letters === other.letters) return 1;
	return old.name === fresh.name ? Math.max(dice(old.words, fresh.words), 0) : 0;
}
