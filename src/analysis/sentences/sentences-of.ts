/** Cuts clause texts into the sentences that versions are compared by. */
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import { withoutEditionDay } from '../../text/date-line.ts';
import { hashText } from '../../text/fingerprint.ts';
import { meaningKeys } from '../../text/meaning-key.ts';
import { sentenceStarts } from '../../text/sentence-words.ts';
import { leadingNumber, withoutNumber } from '../clauses/clause-number.ts';
import { keptByText, type OfText } from '../clauses/known-of-texts.ts';

/** A sentence of a clause, or a part of one: what stands from `start` to `end` in the clause's `visible`. */
export interface Sentence {
	readonly start: number;
	readonly end: number;
	/** Same key, same sentence; 0 where nothing is said. */
	readonly key: number;
	/** Of its letters alone: equal where at most numbers and signs differ. */
	readonly letters: number;
	/** Hashes of its words in order, and sorted; null until somebody asks: neighbours are compared again and again. */
	words: Int32Array | null;
	sortedWords: Int32Array | null;
	/** Its {@link bareKey}, null likewise. */
	bare: number | null;
}

/** Without the clause's number, which is no part of what it says. */
export const sentencesOf: OfText<readonly Sentence[]> = keptByText(cut);

function cut(text: ClauseText): Sentence[] {
	const { visible } = text;
	const words = withoutNumber(text);
	const from = visible.length - words.length;
	if (text.kind === 'heading') return words === '' ? [] : [sentenceAt(text, from, visible.length)];
	const starts = sentenceStarts(words).map((start) => from + start);
	return starts.map((start, at) => sentenceAt(text, start, starts[at + 1] ?? visible.length));
}

/** The sentence that a part of a clause's text makes: a line of an edition's day is known without the day, and no enumerator counts. */
export function sentenceAt(text: ClauseText, start: number, end: number): Sentence {
	const { visible } = text;
	const words = visible.slice(start, end);
	const number = leadingNumber(words, false).length;
	const undated = withoutEditionDay(words);
	const marked = text.kind === 'row' ? cellsWithoutWords(words) : '';
	const { key, letters } =
		undated === null && marked === ''
			? meaningKeys(visible, start + number, end)
			: meaningKeys(`${undated ?? words.slice(number)}${marked}`);
	return { start, end, key, letters, words: null, sortedWords: null, bare: null };
}

const wordy = /[\p{L}\p{N}]/u;

/** In a table a tick, a dot or a dash alone in a cell is an answer: it counts, with the place of its cell. */
function cellsWithoutWords(row: string): string {
	if (!row.includes('|')) return '';
	return row
		.split('|')
		.map((cell, at) => ({ sign: cell.trim(), at }))
		.filter(({ sign }) => sign !== '' && sign.length < 4 && !wordy.test(sign))
		.map(({ sign, at }) => ` +${at}${/^[-‐-―−]+$/.test(sign) ? '=' : sign.codePointAt(0)}`)
		.join('');
}

/** What was told of the texts of ledgers that were read before. */
const told = new WeakMap<Ledger['texts'], Float64Array>();

/** @param keys by text, its {@link wordedKey}: to make them anew, a reader of all texts would cut each into its sentences */
export function tellWordedKeys(texts: Ledger['texts'], keys: Float64Array): void {
	told.set(texts, keys);
}

/** The {@link saidKey} of a text that holds a word; 0 of one of signs alone. */
export function wordedKey(texts: Ledger['texts'], id: number): number {
	return told.get(texts)?.[id] ?? (texts[id]?.words === 0 ? 0 : saidKey(texts, id));
}

/** Same for two clauses that say the same in the same order, wherever their sentences are cut off from each other; 0 where nothing is said. */
export function saidKey(texts: Ledger['texts'], id: number): number {
	const known = told.get(texts)?.[id] ?? 0;
	if (known !== 0) return known;
	const keys = sentencesOf(texts, id).flatMap(({ key }) => (key === 0 ? [] : [key]));
	return keys.length < 2 ? (keys[0] ?? 0) : hashText(keys.join(' '));
}
