/** Marked words as HTML: `<ins>` and `<del>` around them, a space between a deletion and the words that took its place. */
import type { WordEdit } from '../../model/redline.ts';
import { counted } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';

/** An unchanged run longer than this is cut in its middle, and so much of it stays beside the marks. In characters. */
const longestGap = 900;
const beside = 300;

/** A word that changed in a clause of a page's length should not have to be looked for. */
export function shortenGaps(edits: readonly WordEdit[]): readonly (WordEdit | Gap)[] {
	return edits.flatMap<WordEdit | Gap>((edit, at) => {
		const { kind, text } = edit;
		if (kind !== 'same' || text.length <= longestGap) return [edit];
		const head = at === 0 ? text.slice(0, beside / 2) : text.slice(0, beside);
		const tail = at === edits.length - 1 ? '' : text.slice(-beside);
		const start = head.replace(/\s+\S*$/, '');
		const end = tail.replace(/^\S*\s+/, '');
		const middle = text.slice(start.length, text.length - end.length);
		const words = middle.trim().split(/\s+/).length;
		return [
			{ kind, text: `${start} ` },
			{ kind: 'gap' as const, words },
			{ kind, text: ` ${end}` },
		];
	});
}

/** So many unchanged words were left out. */
export interface Gap {
	readonly kind: 'gap';
	readonly words: number;
}

export function editsHtml(edits: readonly (WordEdit | Gap)[]): string {
	return edits.map((edit, at) => editHtml(edit, isTight(edits[at - 1], edit))).join('');
}

/** A whole clause that came in or went out. */
export function markHtml(kind: 'ins' | 'del', text: string): string {
	return text === '' ? '' : `<${kind}>${escapeHtml(text)}</${kind}>`;
}

/** The cells of a row with their marks. A mark that reaches over a bar is set anew in the next cell. */
export function cellsHtml(edits: readonly WordEdit[]): string[] {
	const cells: WordEdit[][] = [[]];
	for (const { kind, text } of edits) {
		// A bar that went out is no bar of the row that stands now.
		const pieces = kind === 'del' && edits.length > 1 ? [text.replaceAll('|', ' ')] : text.split('|');
		for (const [at, piece] of pieces.entries()) {
			if (at > 0) cells.push([]);
			if (piece.trim() !== '') cells.at(-1)?.push({ kind, text: piece });
		}
	}
	return cells.map(editsHtml);
}

/**
 * White space at the ends of a run stays outside its mark, so that no ground or line hangs over. The mark's class says whose it is, because side
 * by side shows one of two marks: `b` its own space before it, `a` after it, `g` a gap that the agreement does not have.
 */
function editHtml(edit: WordEdit | Gap, tight: boolean): string {
	if (edit.kind === 'gap') return `<i lang="en">… ${counted(edit.words, 'word')} unchanged …</i>`;
	const { kind, text } = edit;
	if (kind === 'same') return escapeHtml(text);
	const words = text.trim();
	if (words === '') return text;
	const start = text.slice(0, text.length - text.trimStart().length);
	const end = text.slice(text.trimEnd().length);
	const owned = [tight ? 'g' : '', start === '' ? '' : 'b', end === '' ? '' : 'a'].filter(Boolean);
	const names = owned.length === 0 ? '' : ` class="${owned.join(' ')}"`;
	return `${tight ? ' ' : ''}${start}<${kind}${names}>${escapeHtml(words)}</${kind}>${end}`;
}

/** True where an insertion would touch the deletion before it, and no mark of punctuation says that it should. */
export function isTight(previous: WordEdit | Gap | undefined, edit: WordEdit | Gap): boolean {
	if (previous?.kind !== 'del' || edit.kind !== 'ins') return false;
	return !/\s$/.test(previous.text) && !/^[\s,.;:!?)]/.test(edit.text);
}
