/** Marked words as HTML: `<ins>` and `<del>` around them, a space between a deletion and the words that took its place. */
import type { ClauseEdit } from '../../model/redline.ts';
import { counted } from '../../text/counts-in-words.ts';
import { escapeHtml } from '../../text/escape.ts';
import { countWords } from '../../text/words.ts';
import { type Gap, type Shown, sentenceWindows } from './edit-windows.ts';

const gapWords: Readonly<Record<Gap['of'], string>> = {
	same: ' unchanged',
	came: ' that stood elsewhere',
	ins: ' came in',
	del: ' went out',
	rest: ', some of them marked',
};

export function editsHtml(edits: readonly Shown[]): string {
	return edits.map((edit, at) => editHtml(edit, isTight(edits[at - 1], edit))).join('');
}

/** The cells of a row with their marks. A mark that reaches over a bar is set anew in the next cell. */
export function cellsHtml(
	edits: readonly ClauseEdit[],
	windows: (cell: readonly ClauseEdit[]) => readonly Shown[] = sentenceWindows,
): string[] {
	return cellsOf(edits).map((cell) => editsHtml(windows(cell)));
}

function cellsOf(edits: readonly ClauseEdit[]): ClauseEdit[][] {
	const cells: ClauseEdit[][] = [[]];
	for (const { kind, text } of edits) {
		// A bar that went out is no bar of the row that stands now.
		const pieces =
			(kind === 'del' || kind === 'went') && edits.length > 1 ? [text.replaceAll('|', ' ')] : text.split('|');
		for (const [at, piece] of pieces.entries()) {
			if (at > 0) cells.push([]);
			const cell = cells.at(-1) as ClauseEdit[];
			// A blank between two marks keeps them apart.
			if (piece.trim() !== '' || (piece !== '' && cell.length > 0)) cell.push({ kind, text: piece });
		}
	}
	return cells.map((cell) => cell.slice(0, cell.findLastIndex(({ text }) => text.trim() !== '') + 1));
}

/**
 * White space at the ends of a run stays outside its mark, so that no ground or line hangs over. The mark's class says whose it is, because side
 * by side shows one of two marks: `b` its own space before it, `a` after it, `g` a gap that the agreement does not have.
 */
function editHtml(edit: Shown, tight: boolean): string {
	if (edit.kind === 'gap')
		return `<i lang="en">… ${counted(edit.words, edit.of === 'same' ? 'word' : 'more word')}${gapWords[edit.of]} …</i>`;
	const { kind, text } = edit;
	if (kind === 'same') return escapeHtml(text);
	if (kind === 'went') return `<i lang="en">… ${counted(countWords(text), 'word')} now elsewhere …</i> `;
	if (kind === 'came') return cameHtml(text);
	const words = text.trim();
	if (words === '') return text;
	const start = text.slice(0, text.length - text.trimStart().length);
	const end = text.slice(text.trimEnd().length);
	const owned = [tight ? 'g' : '', start === '' ? '' : 'b', end === '' ? '' : 'a'].filter(Boolean);
	const names = owned.length === 0 ? '' : ` class="${owned.join(' ')}"`;
	return `${tight ? ' ' : ''}${start}<${kind}${names}>${escapeHtml(words)}</${kind}>${end}`;
}

/** Words that stood elsewhere are no news: dots below them say so. */
function cameHtml(text: string): string {
	const words = text.trimEnd();
	return `<span class="e">${escapeHtml(words)}</span>${text.slice(words.length)}`;
}

/** True where an insertion would touch the deletion before it, and no mark of punctuation says that it should. */
export function isTight(previous: Shown | undefined, edit: Shown): boolean {
	if (previous?.kind !== 'del' || edit.kind !== 'ins') return false;
	return !/\s$/.test(previous.text) && !/^[\s,.;:!?)]/.test(edit.text);
}
