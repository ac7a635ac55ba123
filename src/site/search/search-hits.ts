/** From what Pagefind says about a found record to the clauses that answer the question. Runs in the browser. */
import { type ClauseMark, type RecordHead, unpackHead, unpackMark } from './search-clauses.ts';
import { normalised, type Question, spaceBetween, type Term } from './search-terms.ts';

/** The part of Pagefind's fragment that is read here. Locations count words of `content`. */
export interface Fragment {
	/** Address of the agreement; after `#` the kind and year of the record, as in search-records.ts. */
	readonly url: string;
	readonly content: string;
	/** The first is the record's head, the others each a clause's mark. */
	readonly anchors: readonly { readonly id: string; readonly location: number }[];
	readonly weighted_locations: readonly { readonly location: number; readonly balanced_score: number }[];
}

/** A clause that holds something of what was asked for. */
export interface Hit {
	/** Address of the agreement. */
	readonly group: string;
	readonly head: RecordHead;
	readonly mark: ClauseMark;
	/** True where the words stand today. */
	readonly inForce: boolean;
	readonly words: readonly string[];
	/** Places of the found words, rising. */
	readonly found: readonly number[];
	/** True where it holds all that was asked for. */
	readonly whole: boolean;
	readonly score: number;
}

export interface ExcerptPiece {
	readonly text: string;
	readonly found: boolean;
}

/** Words of an excerpt, and how many of them stand before the first found one. */
const excerptLength = 40;
const lead = 10;
/** Letters by which forms of one word are known as one. */
const stemLength = 5;

/** The clauses of a record that hold something, in the order of the record. */
export function hitsOf(fragment: Fragment, question: Question): Hit[] {
	const words = splitWords(fragment.content);
	const [first, ...clauses] = fragment.anchors.toSorted((one, other) => one.location - other.location);
	if (first === undefined) return [];
	const head = unpackHead(first.id);
	const [group = '', kind = ''] = fragment.url.split('#');
	const record = { group, head, inForce: kind.startsWith('text') };
	return clauses.flatMap(({ id, location }, index) => {
		const end = clauses[index + 1]?.location ?? words.length;
		const scores = scoresBetween(fragment, location, end);
		if (scores.size === 0) return [];
		const answer = answerOf(words.slice(location, end), scores, question);
		return answer === null ? [] : [{ ...record, ...answer, mark: unpackMark(id) }];
	});
}

/** Pagefind does not take U+FEFF for a space. */
function splitWords(content: string): string[] {
	return content.split(/[^\S\uFEFF]+/);
}

/** Place in the clause → Pagefind's score of the word there. */
function scoresBetween({ weighted_locations }: Fragment, start: number, end: number): Map<number, number> {
	const scores = new Map<number, number>();
	for (const { location, balanced_score } of weighted_locations)
		if (location >= start && location < end) scores.set(location - start, balanced_score);
	return scores;
}

/**
 * A phrase must stand word by word; of a single word other forms do, unless it was quoted. A clause that repeats a word is no better
 * for it. Null where nothing of the question is in it: Pagefind takes more for a word's forms than a reader would.
 */
function answerOf(
	words: readonly string[],
	scores: ReadonlyMap<number, number>,
	{ terms }: Question,
): Pick<Hit, 'words' | 'found' | 'whole' | 'score'> | null {
	const places = terms.map((term) =>
		term.words.length > 1 ? placesOfPhrase(words, term.words) : placesOfWord(words, scores, term),
	);
	const held = places.filter((list) => list.length > 0);
	if (held.length === 0) return null;
	const best = held.map((list) => Math.max(...list.map((place) => scores.get(place) ?? 0)));
	return {
		words,
		found: [...new Set(held.flat())].sort((one, other) => one - other),
		whole: held.length === terms.length,
		score: held.length * 1e6 + best.reduce((sum, value) => sum + value, 0),
	};
}

/** Marks without a letter, such as a dash, do not part the words of a phrase. */
function placesOfPhrase(words: readonly string[], phrase: readonly string[]): number[] {
	const told = words.flatMap((word, place) => {
		const letters = normalised(word);
		return letters === '' ? [] : [{ letters, place }];
	});
	const places: number[] = [];
	for (let start = 0; start + phrase.length <= told.length; start++) {
		if (phrase.some((letters, at) => told[start + at]?.letters !== letters)) continue;
		places.push(...told.slice(start, start + phrase.length).map(({ place }) => place));
	}
	return places;
}

function placesOfWord(
	words: readonly string[],
	scores: ReadonlyMap<number, number>,
	{ words: [sought = ''], exact }: Term,
): number[] {
	return [...scores.keys()].filter((place) => {
		const word = words[place] ?? '';
		return [word, ...word.split(/[^\p{L}\p{N}\p{M}]+/u)].some((part) =>
			exact ? normalised(part) === sought : isFormOf(normalised(part), sought),
		);
	});
}

/** By the first letters: Pagefind found the word, here is but told for which of the words asked for. */
function isFormOf(word: string, sought: string): boolean {
	const length = Math.min(stemLength, word.length, sought.length);
	return length > 0 && word.slice(0, length) === sought.slice(0, length);
}

/** A clause without its number, cut around its first found word; found words are runs of their own, without the marks around them. */
export function excerptOf({ words, found, mark }: Pick<Hit, 'words' | 'found' | 'mark'>): ExcerptPiece[] {
	const marked = new Set(found);
	const start = words.length > 1 && words[0] === mark.number && !marked.has(0) ? 1 : 0;
	const from =
		words.length <= start + excerptLength
			? start
			: Math.max(start, Math.min((found[0] ?? 0) - lead, words.length - excerptLength));
	const to = Math.min(words.length, from + excerptLength);
	const pieces: ExcerptPiece[] = from > start ? [{ text: '… ', found: false }] : [];
	for (let place = from; place < to; place++) {
		const [word = '', next] = [words[place], words[place + 1]];
		const space = place + 1 < to && next !== undefined ? spaceBetween(word, next) : '';
		const isFound = marked.has(place);
		pieces.push({ text: word, found: isFound }, { text: space, found: isFound && marked.has(place + 1) });
	}
	if (to < words.length) pieces.push({ text: ' …', found: false });
	return joined(pieces).flatMap(trimmed);
}

/** "consent;" → "consent", ";": the mark is for the word. */
function trimmed(piece: ExcerptPiece): ExcerptPiece[] {
	const [, before = '', core = '', after = ''] =
		piece.text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su) ?? [];
	if (!piece.found || core === '') return [piece];
	const around = (text: string): ExcerptPiece[] => (text === '' ? [] : [{ text, found: false }]);
	return [...around(before), { text: core, found: true }, ...around(after)];
}

/** Neighbours of one kind become one piece. */
function joined(pieces: readonly ExcerptPiece[]): ExcerptPiece[] {
	const result: ExcerptPiece[] = [];
	for (const piece of pieces) {
		const last = result.at(-1);
		if (piece.text === '') continue;
		if (last !== undefined && last.found === piece.found) {
			result[result.length - 1] = { text: last.text + piece.text, found: piece.found };
		} else result.push(piece);
	}
	return result;
}
