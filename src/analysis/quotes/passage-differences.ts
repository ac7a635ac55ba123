/** What differs between a quote and the passage that comes nearest to it, sign by sign: white space and the form of quotation marks apart. */
import { normaliseWithPlaces } from '../../text/normalise-quotes.ts';
import { matchSequences } from '../../text/sequence-diff.ts';
import { roleOf } from '../../text/words.ts';

/** Other signs at one place. */
export interface Difference {
	/** As the passage has it, and as the quote has it; empty where one of them has nothing there. */
	readonly passage: string;
	readonly quote: string;
	/** Where that is in each of them, in characters. */
	readonly inPassage: number;
	readonly inQuote: number;
}

/** Signs that may differ before the rest counts as other words. */
const mostEdits = 300;

/** A word, a number or a sign, with the place where it begins. */
interface Piece {
	readonly signs: string;
	readonly at: number;
}

/** In their order; empty where the two say the same. */
export function differencesBetween(passage: string, quote: string): readonly Difference[] {
	const [here, there] = [normaliseWithPlaces(passage), normaliseWithPlaces(quote)];
	const compared = (cut: (text: string) => readonly Piece[]): Difference[] =>
		gapsOf(here.text.trimEnd(), there.text.trimEnd(), cut).map(([own, other]) => ({
			passage: here.text.slice(own.start, own.end),
			quote: there.text.slice(other.start, other.end),
			inPassage: here.places[own.start] ?? passage.length,
			inQuote: there.places[other.start] ?? quote.length,
		}));
	const differences = compared(wordsAndSigns);
	// Signs that are the same, parted by other blanks: "a-b" for "a - b".
	return differences.length > 0 ? differences : compared(betweenBlanks);
}

const pointInNumber = /^\d[.,:]\d$/;

/** Runs of letters and digits, numbers with their points; each other sign, and each one of a script without blanks, by itself. */
function wordsAndSigns(text: string): readonly Piece[] {
	const pieces: Piece[] = [];
	for (let at = 0; at < text.length; ) {
		let end = at + 1;
		const goesOn = (): boolean =>
			roleOf(text.charCodeAt(end)) === 1 || pointInNumber.test(text.slice(end - 1, end + 2));
		if (roleOf(text.charCodeAt(at)) === 1) while (end < text.length && goesOn()) end++;
		if (text[at] !== ' ') pieces.push({ signs: text.slice(at, end), at });
		at = end;
	}
	return pieces;
}

function betweenBlanks(text: string): readonly Piece[] {
	let end = -1;
	return text.split(' ').map((signs) => {
		const at = end + 1;
		end = at + signs.length;
		return { signs, at };
	});
}

/** What stands between two pieces that the texts share, in characters. */
interface Gap {
	readonly start: number;
	readonly end: number;
}

function gapsOf(one: string, other: string, cut: (text: string) => readonly Piece[]): [Gap, Gap][] {
	const [a, b] = [cut(one), cut(other)];
	const numbers = new Map<string, number>();
	const number = ({ signs }: Piece): number => {
		const known = numbers.get(signs) ?? numbers.size;
		numbers.set(signs, known);
		return known;
	};
	const matches = matchSequences(a.map(number), b.map(number), mostEdits);
	const gaps: [Gap, Gap][] = [];
	let [atA, atB] = [0, 0];
	for (const match of [...matches, { a: a.length, b: b.length }]) {
		if (match.a > atA || match.b > atB) gaps.push([gap(a, atA, match.a, one), gap(b, atB, match.b, other)]);
		[atA, atB] = [match.a + 1, match.b + 1];
	}
	return gaps;
}

/** @param to the piece after the last one */
function gap(pieces: readonly Piece[], from: number, to: number, text: string): Gap {
	const last = pieces[to - 1];
	const start = pieces[from]?.at ?? text.length;
	return { start, end: to > from && last !== undefined ? last.at + last.signs.length : start };
}
