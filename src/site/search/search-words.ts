/**
 * `search/words.json`: the words of the archive by which a slip of the pen is put right: "arbitraton" → "arbitration". Loaded only when a search
 * finds little. Runs in the browser.
 */
import type { Hit } from './search-hits.ts';
import { normalised, type Question } from './search-terms.ts';

export interface WordsFile {
	readonly format: 1;
	/** The most frequent words first; in each tier in the order of the alphabet, with a space between. */
	readonly tiers: readonly string[];
}

interface KnownWord {
	readonly word: string;
	readonly key: string;
	readonly tier: number;
}

export type KnownWords = readonly KnownWord[];

/** Shorter ones are too like each other. */
const shortest = 4;
/** Letters that may be wrong, and of how many on two. */
const mostWrong = 2;
const longEnoughForTwo = 7;
/** No word is longer; what is, is no slip. */
const longest = 30;

/** Null where the value is none that this page understands. */
export function readWords(value: unknown): KnownWords | null {
	const file = value as WordsFile | null;
	if (file?.format !== 1 || !Array.isArray(file.tiers)) return null;
	return file.tiers.flatMap((words, tier) =>
		String(words)
			.split(' ')
			.map((word) => ({ word, key: normalised(word), tier })),
	);
}

/** The question as typed, with words that the archive knows in the place of those that it does not; null where there is nothing to put right. */
export function corrected(asked: string, question: Question, known: KnownWords): string | null {
	const wrong = new Set(
		singleWords(question).filter(
			(word) =>
				word.length >= shortest && word.length <= longest && !/\p{N}/u.test(word) && !isForm(word, known),
		),
	);
	const better = asked.replace(/[\p{L}\p{M}'’-]+/gu, (word) =>
		wrong.has(normalised(word)) ? (nearest(normalised(word), known) ?? word) : word,
	);
	return better === asked ? null : better;
}

/** True where a word was found in other forms alone, of which the index knows more than a reader: "arbitraton" finds "arbitration". */
export function hasUnseen(question: Question, hits: readonly Pick<Hit, 'words' | 'found'>[]): boolean {
	const found = new Set(hits.flatMap((hit) => hit.found.map((place) => normalised(hit.words[place] ?? ''))));
	const seen = [...found].map((key) => ({ key }));
	return singleWords(question).some((word) => !isForm(word, seen));
}

function singleWords({ terms }: Question): string[] {
	return terms.flatMap(({ words: [first = '', ...others], exact }) =>
		others.length > 0 || exact ? [] : [first],
	);
}

/** Ends of forms of a word in English and German. */
const ends = /(?:s|es|ed|ing|er|ers|ly|e|en|em|n)$/;

/** A known word, the beginning of one, or one with another end. */
function isForm(word: string, known: readonly Pick<KnownWord, 'key'>[]): boolean {
	const stem = word.replace(ends, '');
	return known.some(
		({ key }) => key.startsWith(word) || (stem.length >= shortest && (key === stem || key === `${stem}e`)),
	);
}

/** The likest word, of equally like ones the more frequent; null where none is like it. */
function nearest(sought: string, known: KnownWords): string | null {
	const most = sought.length >= longEnoughForTwo ? mostWrong : 1;
	let best: { readonly word: string; readonly rank: number } | null = null;
	for (const { word, key, tier } of known) {
		const apart = wrongLetters(sought, key, most);
		if (apart === null) continue;
		// The first letter is seldom the wrong one.
		const rank = apart * 10 + (key[0] === sought[0] ? 0 : 5) + tier;
		if (best === null || rank < best.rank) best = { word, rank };
	}
	return best?.word ?? null;
}

/** Letters left out, put in, replaced or swapped with their neighbour; null where they are more than `most`. */
export function wrongLetters(one: string, other: string, most: number): number | null {
	if (Math.abs(one.length - other.length) > most) return null;
	let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
	for (let row = 1; row <= one.length; row++) {
		const next = [row];
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			let cost = Math.min(
				(last[column] as number) + 1,
				(next[column - 1] as number) + 1,
				(last[column - 1] as number) + (isSame ? 0 : 1),
			);
			if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
				cost = Math.min(cost, (before[column - 2] as number) + 1);
			next.push(cost);
		}
		if (Math.min(...next) > most) return null;
		[before, last] = [last, next];
	}
	const apart = last[other.length] as number;
	return apart > most ? null : apart;
}
