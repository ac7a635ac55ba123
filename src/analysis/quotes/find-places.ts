/**
 * Finds words in the versions of an agreement. Looks into each distinct clause text once, whatever the number of versions that hold it;
 * words that run over several clauses are then followed from those texts alone that end with their beginning.
 */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { isWordBorder, normaliseQuote } from '../../text/normalise-quotes.ts';
import { withoutNumber } from '../clauses/clause-number.ts';

/** Texts of a ledger, by their index, as quotes are compared with. */
export interface QuotableTexts {
	/** Normalised; as long as what the reader sees. */
	readonly words: readonly string[];
	/** Where the words after the clause's number begin. */
	readonly afterNumber: readonly number[];
}

/** What a quote has of one clause. */
export interface QuotePiece {
	/** Place in the state. */
	readonly place: number;
	/** Start and end in the normalised text of the clause there. */
	readonly start: number;
	readonly end: number;
}

/** At least one, of clauses that follow one another. */
export type QuotePlace = readonly QuotePiece[];

export function quotableTexts({ texts }: Pick<Ledger, 'texts'>): QuotableTexts {
	return {
		words: texts.map(({ visible }) => normaliseQuote(visible)),
		afterNumber: texts.map((text) => lengthOfNumber(text)),
	};
}

function lengthOfNumber(text: ClauseText): number {
	return text.number === '' ? 0 : text.visible.length - withoutNumber(text).length;
}

/** Places looked for in one version: words that stand oftener are no quote of anything. */
const mostPlaces = 1000;

/** @param exact normalised; not empty */
export function placeFinder(texts: QuotableTexts, exact: string): (state: State) => readonly QuotePlace[] {
	const starts = new Map<number, readonly number[]>();
	const failures = failureTable(exact);
	for (const [id, words] of texts.words.entries()) {
		const found = [...startsIn(words, exact), ...overlaps(words, exact, failures)];
		if (found.length > 0) starts.set(id, found);
	}
	const known = new Map<State, readonly QuotePlace[]>();
	return (state) => {
		let places = known.get(state);
		if (places === undefined) {
			places = placesIn(state, texts, exact, starts);
			known.set(state, places);
		}
		return places;
	};
}

function startsIn(words: string, exact: string): number[] {
	const found: number[] = [];
	for (let at = words.indexOf(exact); at >= 0 && found.length < mostPlaces; at = words.indexOf(exact, at + 1))
		if (isWordBorder(words, at) && isWordBorder(words, at + exact.length)) found.push(at);
	return found;
}

/** Where the beginnings of the quote begin that the text ends with (Knuth, Morris and Pratt 1977): linear on any text. */
function overlaps(words: string, exact: string, failures: Int32Array): number[] {
	let length = 0;
	for (let at = Math.max(0, words.length - exact.length + 1); at < words.length; at++) {
		const sign = words[at];
		while (length > 0 && exact[length] !== sign) length = failures[length - 1] as number;
		if (exact[length] === sign) length++;
	}
	const found: number[] = [];
	for (; length > 0; length = failures[length - 1] as number)
		if (isWordBorder(exact, length) && isWordBorder(words, words.length - length))
			found.push(words.length - length);
	return found;
}

/** For each length of the quote's beginning the longest shorter beginning that it ends with. */
function failureTable(exact: string): Int32Array {
	const table = new Int32Array(exact.length);
	let length = 0;
	for (let at = 1; at < exact.length; at++) {
		while (length > 0 && exact[length] !== exact[at]) length = table[length - 1] as number;
		if (exact[length] === exact[at]) length++;
		table[at] = length;
	}
	return table;
}

function placesIn(
	state: State,
	texts: QuotableTexts,
	exact: string,
	starts: ReadonlyMap<number, readonly number[]>,
): QuotePlace[] {
	const found: QuotePlace[] = [];
	for (let place = 0; place < state.texts.length; place++)
		for (const start of starts.get(state.texts[place] as number) ?? []) {
			const pieces = follow(state, texts, exact, place, start);
			if (pieces !== null) found.push(pieces);
			if (found.length === mostPlaces) return found;
		}
	return found;
}

/** Clauses that are a number alone, or have no word, and stand in a row within a quote. */
const mostSkipped = 20;

/** The pieces of a quote that begins here; null where the clauses go on in other words. */
function follow(
	state: State,
	{ words, afterNumber }: QuotableTexts,
	exact: string,
	first: number,
	start: number,
): QuotePlace | null {
	const pieces: QuotePiece[] = [];
	let rest = exact;
	let skipped = 0;
	for (let place = first; place < state.texts.length; place++) {
		const text = state.texts[place] as number;
		const whole = words[text] as string;
		// A number may be quoted or left out.
		const candidates = place === first ? [start] : [0, afterNumber[text] as number];
		const from = candidates.find((at) => goesOn(whole.slice(at, at + rest.length), rest));
		if (from === undefined) return null;
		const length = Math.min(rest.length, whole.length - from);
		skipped = length === 0 ? skipped + 1 : 0;
		if (skipped > mostSkipped) return null;
		pieces.push({ place, start: from, end: from + length });
		rest = rest.slice(length).trimStart();
		if (rest === '') return isWordBorder(whole, from + length) ? pieces : null;
	}
	return null;
}

function goesOn(words: string, rest: string): boolean {
	return rest.startsWith(words) && (words === '' || isWordBorder(rest, words.length));
}

/** The words of a quote without the numbers of its clauses: another number makes no other words. */
export function numberless({ words, afterNumber }: QuotableTexts, state: State, place: QuotePlace): string {
	return place
		.map((piece) => {
			const text = state.texts[piece.place] as number;
			return (words[text] as string).slice(Math.max(piece.start, afterNumber[text] as number), piece.end);
		})
		.filter((part) => part !== '')
		.join(' ');
}
