/** What of a changed clause is drawn: its edits, each in a window of the words beside it. What is left out is counted. */
import type { ClauseEdit } from '../../model/redline.ts';
import { sentenceStarts } from '../../text/sentence-words.ts';
import { countWords } from '../../text/words.ts';

/** So many words were left out; `rest`: with marks among them. */
export interface Gap {
	readonly kind: 'gap';
	readonly of: 'same' | 'came' | 'ins' | 'del' | 'rest';
	readonly words: number;
}

export type Shown = ClauseEdit | Gap;

/** How little of a clause is drawn where a page would grow too heavy. In characters. */
export interface Room {
	/** Of unchanged words on each side of an edit. */
	readonly beside: number;
	/** Of one run of marked words. */
	readonly run: number;
	/** Of the whole clause; what follows is counted. */
	readonly all: number;
}

/** An unchanged run longer than this, in characters, is cut in its middle, where that leaves out enough. */
const longestRun = 600;
const fewestLeftOut = 250;
/** A sentence beside an edit that is longer than this is cut, in characters; so is the beginning of the clause. */
const longestBeside = 300;
const longestOpening = 150;

const sentenceEnd = /[.!?;。！？]["”’)\]]*\s*$/u;

/** Edits with a whole sentence on each side: a word that changed in a clause of a page's length should not have to be looked for. */
export function sentenceWindows(edits: readonly ClauseEdit[]): readonly Shown[] {
	return edits.flatMap<Shown>((edit, at) => {
		if (edit.kind !== 'same' || edit.text.length <= longestRun) return [edit];
		const starts = sentenceStarts(edit.text);
		const head = at === 0 ? opening(edit.text) : headEnd(edit.text, starts, edits[at - 1] as ClauseEdit);
		const tail = at === edits.length - 1 ? edit.text.length : tailStart(edit.text, starts);
		return tail - head < fewestLeftOut ? [edit] : cutOut(edit, head, tail);
	});
}

function opening(text: string): number {
	return headOf(text, longestOpening).length;
}

/** Where the first sentence that is whole in the run ends: the rest of an edited one before it is no neighbour. */
function headEnd(text: string, starts: readonly number[], before: ClauseEdit): number {
	const whole = sentenceEnd.test(before.text) ? 1 : 2;
	for (let count = whole; count > 0; count--) {
		const end = starts[count] ?? text.length;
		if (end <= longestBeside) return end;
	}
	return headOf(text, longestBeside).length;
}

/** Where the last sentence that is whole in the run begins. */
function tailStart(text: string, starts: readonly number[]): number {
	const whole = sentenceEnd.test(text) ? 1 : 2;
	for (let count = whole; count > 0; count--) {
		const start = starts.at(-count) ?? 0;
		if (text.length - start <= longestBeside) return start;
	}
	return text.length - tailOf(text, longestBeside).length;
}

function cutOut({ kind, text }: ClauseEdit, head: number, tail: number): Shown[] {
	const parts: Shown[] = [
		{ kind, text: `${text.slice(0, head).trimEnd()} ` },
		{ kind: 'gap', of: 'same', words: countWords(text.slice(head, tail)) },
		{ kind, text: ` ${text.slice(tail).trimStart()}` },
	];
	return parts.filter((part) => part.kind === 'gap' || part.text.trim() !== '');
}

/** Edits with a few words beside them, and of a long run of marked words its beginning. */
export function narrowWindows(edits: readonly ClauseEdit[], room: Room): readonly Shown[] {
	const shown: Shown[] = [];
	let left = room.all;
	let marked = false;
	for (const [at, edit] of edits.entries()) {
		if (left <= 0 && marked) return [...shown, restOf(edits.slice(at))];
		const parts = narrowed(edit, room, at === 0, at === edits.length - 1);
		for (const part of parts) if (part.kind !== 'gap') left -= part.text.length;
		marked ||= edit.kind === 'ins' || edit.kind === 'del';
		shown.push(...parts);
	}
	return shown;
}

function narrowed(edit: ClauseEdit, { beside, run }: Room, first: boolean, last: boolean): readonly Shown[] {
	const { kind, text } = edit;
	if (kind === 'went') return [edit];
	if (kind === 'same') {
		// The words with which a clause begins tell which it is.
		const head = headOf(text, first ? beside / 2 : beside).length;
		const tail = last ? text.length : text.length - tailOf(text, beside).length;
		return tail - head < beside ? [edit] : cutOut(edit, head, tail);
	}
	const head = headOf(text, run);
	const words = countWords(text.slice(head.length));
	if (text.length - head.length < run / 2 || words === 0) return [edit];
	return [
		{ kind, text: `${head} ` },
		{ kind: 'gap', of: kind, words },
		{ kind: 'same', text: ' ' },
	];
}

function restOf(edits: readonly ClauseEdit[]): Gap {
	const words = edits.reduce((sum, { kind, text }) => sum + (kind === 'went' ? 0 : countWords(text)), 0);
	const of = edits.every(({ kind }) => kind === 'same') ? 'same' : 'rest';
	return { kind: 'gap', of, words };
}

/** Whole words, if the text has blanks, and no half of a character. */
function headOf(text: string, length: number): string {
	if (text.length <= length) return text;
	const end = text.lastIndexOf(' ', length);
	return text.slice(0, end > length / 2 ? end : length).replace(/[\ud800-\udbff]$/, '');
}

function tailOf(text: string, length: number): string {
	if (text.length <= length) return text;
	const from = text.length - length;
	const start = text.indexOf(' ', from);
	return text.slice(start !== -1 && start < from + length / 2 ? start : from).replace(/^[\udc00-\udfff]/, '');
}
