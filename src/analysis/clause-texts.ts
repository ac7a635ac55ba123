/** The distinct clause texts of one agreement. */
import type { ClauseText } from '../model/ledger.ts';
import { leadingNumber } from './clause-number.ts';
import { type ClausePiece, splitChunk } from './clause-splitter.ts';
import { withoutDates } from './dates.ts';
import { hashText, keyOf, type Print, printsOf } from './fingerprint.ts';
import { visibleText } from './visible-text.ts';
import { countWords, wordHashes } from './words.ts';

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
	const knownOfShape = new Map<string, Map<string, number>>();

	function idOf(piece: ClausePiece): number {
		const known = knownLike(piece);
		let id = known.get(piece.markdown);
		if (id === undefined) {
			const { text, print } = readPiece(piece);
			prints.push(print);
			id = texts.push(text) - 1;
			known.set(piece.markdown, id);
		}
		return id;
	}

	/** Texts of the same kind and depth. Two maps spare joining a name for each of a million pieces. */
	function knownLike({ kind, depth }: ClausePiece): Map<string, number> {
		const shape = `${kind} ${depth}`;
		let known = knownOfShape.get(shape);
		if (known === undefined) {
			known = new Map();
			knownOfShape.set(shape, known);
		}
		return known;
	}

	const ofChunk = (chunk: string): readonly number[] => splitChunk(chunk).map(idOf);

	function sortedWords(text: number): Int32Array {
		words[text] ??= wordHashes(
			(texts[text] as ClauseText).visible,
			(texts[text] as ClauseText).number.length,
		).sort();
		return words[text];
	}

	return { texts, prints, ofChunk, sortedWords };
}

/** A clause text whose Markdown is read only once somebody asks for more than its kind: most of a ledger is never looked at. */
export function clauseTextOf(
	{ kind, depth }: Pick<ClauseText, 'kind' | 'depth'>,
	markdownOf: () => string,
): ClauseText {
	let known: ClauseText | undefined;
	const read = (): ClauseText => {
		known ??= readPiece({ kind, depth, markdown: markdownOf() }).text;
		return known;
	};
	return {
		kind,
		depth,
		get markdown() {
			return known?.markdown ?? markdownOf();
		},
		get visible() {
			return read().visible;
		},
		get number() {
			return read().number;
		},
		get key() {
			return read().key;
		},
		get lettersKey() {
			return read().lettersKey;
		},
		get targetsKey() {
			return read().targetsKey;
		},
		get words() {
			return read().words;
		},
		get linkOnly() {
			return read().linkOnly;
		},
	};
}

function readPiece(piece: ClausePiece): { text: ClauseText; print: TextPrints } {
	const source = piece.kind === 'row' ? rowCells(piece.markdown) : piece.markdown;
	const { text: visible, targets, linkOnly } = visibleText(source);
	const number = leadingNumber(visible, piece.kind === 'heading');
	const own = printsOf(visible, number.length);
	const undated = withoutDates(visible);
	const { whole: dateless, letters } = undated === visible ? own : printsOf(undated, number.length);
	const targetsKey = hashText(targets.join(' '));
	const words = countWords(visible, number.length);
	const text = {
		...piece,
		visible,
		number,
		key: keyOf(own.whole),
		lettersKey: keyOf(letters),
		targetsKey,
		words,
		linkOnly,
	};
	return { text, print: { dateless, letters } };
}

/** `| a | b |` → `a | b`: the bars at both ends say nothing. */
function rowCells(row: string): string {
	return row.replace(/^\s*\|/, '').replace(/\|\s*$/, '');
}
