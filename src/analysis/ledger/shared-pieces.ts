/**
 * Many wordings of the same clauses as pieces that they share. A paragraph of which one sentence changed costs that sentence, and an
 * address whose every link bears the token of the visit costs the token once, not once a link.
 */

export interface PackedTexts {
	/** Runs of whole sentences, of parts of them, of addresses; in the order in which the texts first use them. */
	readonly pieces: readonly string[];
	/**
	 * One a text, the pieces that make it; a text of one piece as that number alone. 0: what followed the piece before it when that was
	 * last used (at a beginning: what the clause's wording before began with), and where nothing did, the next piece never used.
	 * 1: the next piece never used, in the stead of what followed. n > 1: piece n − 2.
	 */
	readonly texts: readonly (number | readonly number[])[];
}

/** Long words without a blank are keys and tokens: they change by themselves. Not begun inside a word, which only costs time. */
const token = /(?<![\w%-])([\w%-]{24,})/;
const sentencePart = /(?<=[.;:!?,]\s|\n|\)|\()/;

/**
 * @param texts clause by clause, each clause's in the order of their coming
 * @param wordings number of texts of each clause
 */
export function packTexts(texts: readonly string[], wordings: readonly number[]): PackedTexts {
	const { sequences, pieces } = cutTexts(texts);
	const guessing = noGuesses();
	const first = firstWordings(wordings, texts.length);
	const codes = sequences.map((sequence, text) => {
		beginText(guessing, first[text] === 1);
		return sequence.map((piece) => codeOfPiece(guessing, piece));
	});
	return { pieces, texts: codes.map((code) => (code.length === 1 ? (code[0] as number) : code)) };
}

/** For each text the way to its words, joined only when asked for: of a long history few texts are ever read. */
export function unpackTexts({ pieces, texts }: PackedTexts, wordings: readonly number[]): (() => string)[] {
	const guessing = noGuesses();
	const first = firstWordings(wordings, texts.length);
	return texts.map((code, text) => {
		beginText(guessing, first[text] === 1);
		if (typeof code === 'number') {
			const only = pieceOf(guessing, code);
			return () => pieces[only] as string;
		}
		const own = code.map((each) => pieceOf(guessing, each));
		return () => own.map((piece) => pieces[piece]).join('');
	});
}

/** What writer and reader know alike, so that they guess alike which piece comes next. */
interface Guesses {
	/** Piece → the one that came after it when it was last used. */
	readonly followers: (number | undefined)[];
	/** The next piece never used. */
	unused: number;
	/** What the clause's wording before began with. */
	opening: number | undefined;
	/** The piece before in the text; undefined at its beginning. */
	last: number | undefined;
	/** The piece whose follower is expected: the last one, or the one that a new piece replaced. */
	leading: number | undefined;
}

function noGuesses(): Guesses {
	return { followers: [], unused: 0, opening: undefined, last: undefined, leading: undefined };
}

function beginText(guessing: Guesses, firstWording: boolean): void {
	if (firstWording) guessing.opening = undefined;
	guessing.last = undefined;
}

/** Undefined where nothing says what comes next. */
function guess({ followers, opening, last, leading }: Guesses): number | undefined {
	if (last === undefined) return opening;
	return leading === undefined ? undefined : followers[leading];
}

function codeOfPiece(guessing: Guesses, piece: number): number {
	const guessed = guess(guessing);
	const isNew = piece === guessing.unused;
	const isExpected = guessed === undefined ? isNew : piece === guessed;
	const code = isExpected ? 0 : isNew ? 1 : piece + 2;
	observe(guessing, piece, code === 1 ? guessed : piece);
	return code;
}

/** The inverse of {@link codeOfPiece}. */
function pieceOf(guessing: Guesses, code: number): number {
	const guessed = guess(guessing);
	const expected = guessed ?? guessing.unused;
	const piece = code === 0 ? expected : code === 1 ? guessing.unused : code - 2;
	observe(guessing, piece, code === 1 ? guessed : piece);
	return piece;
}

function observe(guessing: Guesses, piece: number, leading: number | undefined): void {
	if (piece === guessing.unused) guessing.unused++;
	if (guessing.last === undefined) guessing.opening = piece;
	else guessing.followers[guessing.last] = piece;
	guessing.last = piece;
	guessing.leading = leading;
}

/** One a text: 1 where it is the first of its clause. */
function firstWordings(wordings: readonly number[], texts: number): Uint8Array {
	const first = new Uint8Array(texts + 1);
	let start = 0;
	for (const count of wordings) {
		first[start] = 1;
		start += count;
	}
	return first;
}

interface Cut {
	readonly pieces: readonly string[];
	/** One a text: its pieces. */
	readonly sequences: readonly (readonly number[])[];
}

/** Parts that always stand side by side become one piece: texts that share nothing stay whole. */
function cutTexts(texts: readonly string[]): Cut {
	const { parts, sequences } = partTexts(texts);
	const glued = gluedParts(parts.length, sequences);
	const pieces: string[] = [];
	const pieceOfPart = new Map<number, number>();
	const joined = sequences.map((sequence) => {
		const own: number[] = [];
		for (let at = 0; at < sequence.length; ) {
			let end = at + 1;
			while (end < sequence.length && glued[sequence[end] as number] === 1) end++;
			const part = sequence[at] as number;
			let piece = pieceOfPart.get(part);
			if (piece === undefined) {
				piece =
					pieces.push(
						sequence
							.slice(at, end)
							.map((other) => parts[other])
							.join(''),
					) - 1;
				pieceOfPart.set(part, piece);
			}
			own.push(piece);
			at = end;
		}
		return own;
	});
	return { pieces, sequences: joined };
}

function partTexts(texts: readonly string[]): { parts: string[]; sequences: number[][] } {
	const numbers = new Map<string, number>();
	const parts: string[] = [];
	const numberOf = (part: string): number => {
		let number = numbers.get(part);
		if (number === undefined) {
			number = parts.push(part) - 1;
			numbers.set(part, number);
		}
		return number;
	};
	const cut = (text: string): string[] =>
		text
			.split(token)
			.flatMap((run, at) => (at % 2 === 1 ? [run] : run.split(sentencePart)))
			.filter((part) => part !== '');
	return { sequences: texts.map((text) => cut(text).map(numberOf)), parts };
}

/** One a part: 1 where it always follows the same part, and that part is always followed by it. */
function gluedParts(count: number, sequences: readonly (readonly number[])[]): Uint8Array {
	const before = new Int32Array(count).fill(unseen);
	const after = new Int32Array(count).fill(unseen);
	const note = (column: Int32Array, part: number, other: number): void => {
		column[part] = column[part] === unseen || column[part] === other ? other : various;
	};
	for (const sequence of sequences) {
		for (const [at, part] of sequence.entries()) {
			note(before, part, sequence[at - 1] ?? nothing);
			note(after, part, sequence[at + 1] ?? nothing);
		}
	}
	const glued = new Uint8Array(count);
	for (const [part, other] of before.entries()) if (other >= 0 && after[other] === part) glued[part] = 1;
	return glued;
}

const nothing = -1;
const unseen = -2;
const various = -3;
