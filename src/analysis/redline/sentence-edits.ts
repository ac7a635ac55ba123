/** The marked words of a clause, sentence by sentence, and how many came in and went out. */

import type { Ledger, SentenceStep } from '../../model/ledger.ts';
import type { ClauseEdit } from '../../model/redline.ts';
import { countWords } from '../../text/words.ts';
import { passageWords } from '../sentences/passage-words.ts';
import { countWordEdits, wordEdits } from '../sentences/word-edits.ts';

/** In the order of the new wording; a deletion stands before the insertion that takes its place. */
export function sentenceEdits(ledger: Ledger, steps: readonly SentenceStep[]): ClauseEdit[] {
	const edits: ClauseEdit[] = [];
	for (const step of steps) for (const edit of stepEdits(ledger, step)) push(edits, edit);
	const last = edits.at(-1);
	if (last !== undefined) edits[edits.length - 1] = { ...last, text: last.text.trimEnd() };
	return edits;
}

function stepEdits(ledger: Ledger, { kind, before, after }: SentenceStep): ClauseEdit[] {
	const [old, fresh] = [before, after].map((passage) => passageWords(ledger, passage)) as [string, string];
	switch (kind) {
		case 'same':
		case 'alike':
			return [{ kind: 'same', text: fresh }];
		case 'edited':
			return withBlank(cellEdits(old.trimEnd(), fresh.trimEnd()), fresh);
		case 'in':
			return [{ kind: 'ins', text: fresh }];
		case 'out':
			return [{ kind: 'del', text: spaced(old) }];
		case 'came':
			return [{ kind: 'came', text: fresh }];
		case 'went':
			return [{ kind: 'went', text: spaced(old) }];
	}
}

/** Cell by cell where both have as many: words that left a cell are not struck in the one before it. */
function cellEdits(old: string, fresh: string): readonly ClauseEdit[] {
	const [before, after] = [old, fresh].map((words) => words.split('|')) as [string[], string[]];
	if (before.length === 1 || before.length !== after.length) return wordEdits(old, fresh);
	return after.flatMap((cell, at): ClauseEdit[] => {
		const edits = wordEdits(before[at] as string, cell);
		// The blank before a bar belongs to no word.
		const bar = /\s$/.test(after[at - 1] ?? '') ? ' |' : '|';
		return at === 0 ? edits : [{ kind: 'same', text: bar }, ...edits];
	});
}

/** The blank between two sentences stands after the first: what follows an edited one must not touch it. */
function withBlank(edits: readonly ClauseEdit[], fresh: string): ClauseEdit[] {
	return /\s$/.test(fresh) ? [...edits, { kind: 'same', text: ' ' }] : [...edits];
}

function spaced(words: string): string {
	return /\s$/.test(words) ? words : `${words} `;
}

function push(edits: ClauseEdit[], edit: ClauseEdit): void {
	const last = edits.at(-1);
	if (edit.text === '') return;
	if (last?.kind === edit.kind) edits[edits.length - 1] = { ...last, text: last.text + edit.text };
	else edits.push(edit);
}

/** Words that came in and went out: none of those that stand, or stood, elsewhere. */
export function countStepWords(
	ledger: Ledger,
	steps: readonly SentenceStep[],
): { readonly wordsIn: number; readonly wordsOut: number } {
	let [wordsIn, wordsOut] = [0, 0];
	for (const { kind, before, after } of steps) {
		if (kind === 'in') wordsIn += countWords(passageWords(ledger, after));
		if (kind === 'out') wordsOut += countWords(passageWords(ledger, before));
		if (kind !== 'edited') continue;
		const edits = countWordEdits(passageWords(ledger, before), passageWords(ledger, after));
		// A sign that changed ("$50", "€50") is a word that changed.
		const sign = edits.wordsIn + edits.wordsOut === 0 ? 1 : 0;
		wordsIn += edits.wordsIn + sign;
		wordsOut += edits.wordsOut + sign;
	}
	return { wordsIn, wordsOut };
}
