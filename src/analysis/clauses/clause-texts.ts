/** The distinct clause texts of one agreement, named by numbers in the order of their coming. */
import type { ClauseText } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { hashText, keyOf, lettersKey, type Print, printsOf, wholeKey } from '../../text/fingerprint.ts';
import { visibleText } from '../../text/visible-text.ts';
import { countWords, wordHashes } from '../../text/words.ts';
import { leadingNumber } from './clause-number.ts';
import { type ClausePiece, splitChunk } from './clause-splitter.ts';
import { cutLongBlock } from './long-blocks.ts';

/** What a text adds to the fingerprints of the versions that hold it. */
export interface TextPrints {
	/** Letters and digits, dates left out. */
	readonly dateless: Print;
	/** Letters alone, dates left out. */
	readonly letters: Print;
}

/** The clause texts of a chunk. */
export interface ChunkTexts {
	readonly ids: readonly number[];
	/** Its blocks that were cut for their length. */
	readonly blocks: readonly CutBlock[];
}

export interface CutBlock {
	/** Of its first piece, among the texts of the chunk. */
	readonly place: number;
	/** Of all its words, as {@link ClauseText.key} of the first piece would be if nobody had cut it. */
	readonly key: number;
}

/** The distinct texts met so far, and what spares reading them again: versions share nearly all of them. */
export interface ClauseTexts {
	readonly texts: ClauseText[];
	/** One a text. */
	readonly prints: TextPrints[];
	/** Words as sorted hashes, of the texts of which somebody asked for them. */
	readonly sortedWords: Int32Array[];
	readonly ofChunk: Map<string, ChunkTexts>;
	/** Kind and depth → Markdown → id. Two maps spare joining a name for each of a million pieces. */
	readonly ofPiece: Map<string, Map<string, number | null>>;
}

export function noClauseTexts(): ClauseTexts {
	return { texts: [], prints: [], sortedWords: [], ofChunk: new Map(), ofPiece: new Map() };
}

/** @param chunk lines without a blank one between them */
export function textsOfChunk(known: ClauseTexts, chunk: string): ChunkTexts {
	let texts = known.ofChunk.get(chunk);
	if (texts === undefined) {
		texts = readChunk(known, chunk);
		known.ofChunk.set(chunk, texts);
	}
	return texts;
}

function readChunk(known: ClauseTexts, chunk: string): ChunkTexts {
	const ids: number[] = [];
	const blocks: CutBlock[] = [];
	for (const block of splitChunk(chunk)) {
		const pieces = cutLongBlock(block);
		const own = pieces.map((piece) => textOfPiece(known, piece)).filter((id) => id !== null);
		if (pieces.length > 1) blocks.push({ place: ids.length, key: keyOfBlock(block) });
		ids.push(...own);
	}
	return { ids, blocks: blocks.length === 0 ? noBlocks : blocks };
}

/** Nearly every chunk has none. */
const noBlocks: readonly CutBlock[] = [];

function keyOfBlock(block: ClausePiece): number {
	const { visible, number } = seePiece(block);
	return wholeKey(visible, number.length);
}

/** Null for pictures and empty links, which are no clauses: a reader sees nothing of them. */
function textOfPiece(known: ClauseTexts, piece: ClausePiece): number | null {
	const alike = piecesAlike(known, piece);
	let id = alike.get(piece.markdown);
	if (id === undefined) {
		const { text, print } = readPiece(piece);
		id = text.visible === '' ? null : known.texts.push(text) - 1;
		if (id !== null) known.prints.push(print);
		alike.set(piece.markdown, id);
	}
	return id;
}

function piecesAlike({ ofPiece }: ClauseTexts, { kind, depth }: ClausePiece): Map<string, number | null> {
	const shape = `${kind} ${depth}`;
	let alike = ofPiece.get(shape);
	if (alike === undefined) {
		alike = new Map();
		ofPiece.set(shape, alike);
	}
	return alike;
}

/** Words of a text as sorted hashes. */
export function sortedWords({ texts, sortedWords: known }: ClauseTexts, id: number): Int32Array {
	known[id] ??= wordHashes((texts[id] as ClauseText).visible, (texts[id] as ClauseText).number.length).sort();
	return known[id];
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
