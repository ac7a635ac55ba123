/** The distinct clause texts of one agreement. */
import type { ClauseText } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { hashText, keyOf, lettersKey, type Print, printsOf, wholeKey } from '../../text/fingerprint.ts';
import { visibleText } from '../../text/visible-text.ts';
import { countWords, wordHashes } from '../../text/words.ts';
import { leadingNumber } from './clause-number.ts';
import { type ClausePiece, splitChunk } from './clause-splitter.ts';

/** What a text adds to the fingerprints of the versions that hold it. */
export interface TextPrints {
	/** Letters and digits, dates left out. */
	readonly dateless: Print;
	/** Letters alone, dates left out. */
	readonly letters: Print;
}

export interface ClauseTexts {
	/** Grows as chunks are read. */
	readonly texts: readonly ClauseText[];
	/** One a text. */
	readonly prints: readonly TextPrints[];
	/** Ids of the clause texts in a chunk: lines without a blank one between them. The caller asks once for each chunk. */
	readonly ofChunk: (chunk: string) => readonly number[];
	/** Words of a text as sorted hashes. */
	readonly sortedWords: (text: number) => Int32Array;
}

export function collectClauseTexts(): ClauseTexts {
	const texts: ClauseText[] = [];
	const prints: TextPrints[] = [];
	const words: Int32Array[] = [];
	const knownOfShape = new Map<string, Map<string, number | null>>();

	/** Pictures and empty links are no clauses: a reader sees nothing of them. */
	function idOf(piece: ClausePiece): number | null {
		const known = knownLike(piece);
		let id = known.get(piece.markdown);
		if (id === undefined) {
			const { text, print } = readPiece(piece);
			id = text.visible === '' ? null : texts.push(text) - 1;
			if (id !== null) prints.push(print);
			known.set(piece.markdown, id);
		}
		return id;
	}

	/** Texts of the same kind and depth. Two maps spare joining a name for each of a million pieces. */
	function knownLike({ kind, depth }: ClausePiece): Map<string, number | null> {
		const shape = `${kind} ${depth}`;
		let known = knownOfShape.get(shape);
		if (known === undefined) {
			known = new Map();
			knownOfShape.set(shape, known);
		}
		return known;
	}

	const ofChunk = (chunk: string): readonly number[] =>
		splitChunk(chunk)
			.map(idOf)
			.filter((id) => id !== null);

	function sortedWords(text: number): Int32Array {
		words[text] ??= wordHashes(
			(texts[text] as ClauseText).visible,
			(texts[text] as ClauseText).number.length,
		).sort();
		return words[text];
	}

	return { texts, prints, ofChunk, sortedWords };
}

/**
 * A clause text whose Markdown is read only once somebody asks for more than its kind: most of a ledger is never looked at. Each key is
 * made by itself, for they take longest, and most readers of a clause want its words.
 */
export function clauseTextOf(
	{ kind, depth }: Pick<ClauseText, 'kind' | 'depth'>,
	markdownOf: () => string,
): ClauseText {
	let markdown: string | undefined;
	let sight: Sight | undefined;
	let key: number | undefined;
	let letters: number | undefined;
	let words: number | undefined;
	const read = (): string => {
		markdown ??= markdownOf();
		return markdown;
	};
	const see = (): Sight => {
		sight ??= seePiece({ kind, depth, markdown: read() });
		return sight;
	};
	return {
		kind,
		depth,
		get markdown() {
			return sight === undefined ? markdownOf() : read();
		},
		get visible() {
			return see().visible;
		},
		get number() {
			return see().number;
		},
		get key() {
			key ??= wholeKey(see().visible, see().number.length);
			return key;
		},
		get lettersKey() {
			letters ??= lettersKey(withoutDates(see().visible), see().number.length);
			return letters;
		},
		get targetsKey() {
			return see().targetsKey;
		},
		get words() {
			words ??= wordsOf(see());
			return words;
		},
		get linkOnly() {
			return see().linkOnly;
		},
	};
}

function readPiece(piece: ClausePiece): { text: ClauseText; print: TextPrints } {
	const sight = seePiece(piece);
	const { visible, number } = sight;
	const own = printsOf(visible, number.length);
	const undated = withoutDates(visible);
	const { whole: dateless, letters } = undated === visible ? own : printsOf(undated, number.length);
	const keys = { key: keyOf(own.whole), lettersKey: keyOf(letters) };
	return { text: { ...piece, ...sight, ...keys, words: wordsOf(sight) }, print: { dateless, letters } };
}

/** What one pass over the Markdown of a piece tells. */
type Sight = Pick<ClauseText, 'visible' | 'number' | 'targetsKey' | 'linkOnly'>;

function seePiece({ kind, markdown }: ClausePiece): Sight {
	const { text: visible, targets, linkOnly } = visibleText(kind === 'row' ? rowCells(markdown) : markdown);
	const number = leadingNumber(visible, kind === 'heading');
	return { visible, number, targetsKey: hashText(targets.join(' ')), linkOnly };
}

function wordsOf({ visible, number }: Sight): number {
	return countWords(visible, number.length);
}

/** `| a | b |` → `a | b`: the bars at both ends say nothing. */
function rowCells(row: string): string {
	return row.replace(/^\s*\|/, '').replace(/\|\s*$/, '');
}
