/** One changed clause in words: what happened, the marked words, and what marks cannot show. */

import { bareNumber, withoutNumber } from '../../analysis/clauses/clause-number.ts';
import { isHeading } from '../../analysis/clauses/sections.ts';
import { wordlessKinds } from '../../analysis/ledger/event-kinds.ts';
import { changedTargets, editsOf, isRewritten } from '../../analysis/redline/changed-clause.ts';
import { type ColumnStep, cellsIn, columnStep } from '../../analysis/redline/table-column.ts';
import type { ClauseEvent, ClauseText, EventKind, Ledger, SentenceStep } from '../../model/ledger.ts';
import type { ChangeBlock, ClauseEdit, Place } from '../../model/redline.ts';
import { cutEnd, shortened } from '../../text/cut-text.ts';
import { escapeHtml } from '../../text/escape.ts';
import { narrowWindows, type Room, type Shown, sentenceWindows } from './edit-windows.ts';
import { cellsHtml, editsHtml } from './edits-html.ts';
import { type ChangedRow, tones } from './redline-rows.ts';

const labels: Readonly<Record<EventKind, string>> = {
	added: 'Added',
	removed: 'Removed',
	reworded: 'Reworded',
	number: 'Number changed',
	regrouped: 'Cut otherwise',
	repeated: 'As told above',
	renamed: 'Name replaced',
	respelled: 'Spelling',
	relabelled: 'Labels',
	redated: 'Date changed',
	moved: 'Moved here',
	renumbered: 'Renumbered',
	relinked: 'Link target',
	restyled: 'Typography',
};

/** Longest text shown of a clause in which no word changed, in characters. */
const contextLength = 280;

/** @param room how little of it is drawn; null where each edit has whole sentences beside it */
export function changedRow(ledger: Ledger, block: ChangeBlock, room: Room | null = null): ChangedRow {
	const { event } = block;
	const text = textOf(ledger, event.after ?? event.before) as ClauseText;
	const column = columnStep(ledger, event);
	const rewritten = column === null && isRewritten(ledger, event);
	return {
		kind: 'change',
		event: event.kind,
		anchor: ledger.clauses[event.clause]?.anchor ?? '',
		number: bareNumber(text.number),
		label: labelOf(event, rewritten, column),
		tone: tones[event.kind],
		heading: isHeading(text) ? text.visible : '',
		html: rewritten ? bothWordings(ledger, event, room) : changedHtml(ledger, event, text, room),
		cells: text.kind === 'row' && !rewritten ? rowCells(ledger, event, column, room) : null,
		column,
		quiet: wordlessKinds.has(event.kind) || event.kind === 'redated',
		notes: [...notesOf(ledger, block), ...(rewritten ? [rewrittenNote] : [])],
		relinked: changedTargets(ledger, event),
	};
}

function labelOf(
	{ kind, before, after }: ClauseEvent,
	rewritten: boolean,
	column: ColumnStep | null,
): string {
	if (column !== null) return column.kind === 'in' ? 'Column added' : 'Column removed';
	if (kind === 'regrouped' && before === null) return 'Stood before';
	if (kind === 'regrouped' && after === null) return 'Still stands';
	return rewritten ? 'Rewritten' : labels[kind];
}

function bothWordings(
	ledger: Ledger,
	event: ClauseEvent,
	room: Room | null,
): { before: string; after: string } {
	const drawn = (index: number | null, kind: 'ins' | 'del'): string => {
		const text = withoutNumber(textOf(ledger, index) as ClauseText);
		if (room === null) return escapeHtml(text);
		// Two blocks stand for two runs of marked words, and bear no marks.
		const windows = narrowWindows([{ kind, text }], room);
		return editsHtml(windows.map((part) => (part.kind === 'gap' ? part : { ...part, kind: 'same' })));
	};
	return { before: drawn(event.before, 'del'), after: drawn(event.after, 'ins') };
}

function changedHtml(ledger: Ledger, event: ClauseEvent, text: ClauseText, room: Room | null): string {
	const words = withoutNumber(text);
	if (event.kind === 'renumbered' && !event.moved) return escapeHtml(shortened(words));
	const edits = wordlessKinds.has(event.kind) ? null : editsOf(ledger, event);
	const length = Math.min(contextLength, room?.all ?? contextLength);
	return edits === null ? escapeHtml(cutEnd(words, length)) : editsHtml(windowsIn(room)(edits));
}

function rowCells(
	ledger: Ledger,
	event: ClauseEvent,
	column: ColumnStep | null,
	room: Room | null,
): readonly string[] {
	if (column !== null) return columnCells(ledger, event, column, room);
	const words = withoutNumber(textOf(ledger, event.after ?? event.before) as ClauseText);
	const edits = wordlessKinds.has(event.kind) ? null : editsOf(ledger, event);
	return cellsHtml(edits ?? [{ kind: 'same', text: words }], windowsIn(room));
}

/** Those of the wording that has the cell, so that one that went out stands where it stood. */
function columnCells(
	ledger: Ledger,
	{ before, after }: ClauseEvent,
	column: ColumnStep,
	room: Room | null,
): readonly string[] {
	const [kind, text] = column.kind === 'in' ? (['ins', after] as const) : (['del', before] as const);
	const windows = windowsIn(room);
	return cellsIn(textOf(ledger, text) as ClauseText).map((cell, at) =>
		editsHtml(windows(cell === '' ? [] : [{ kind: at === column.at ? kind : 'same', text: cell }])),
	);
}

function windowsIn(room: Room | null): (edits: readonly ClauseEdit[]) => readonly Shown[] {
	return room === null ? sentenceWindows : (edits) => narrowWindows(edits, room);
}

/** What the marks cannot show: where a clause stood, its old number. */
function notesOf(ledger: Ledger, { event, cameFrom }: ChangeBlock): string[] {
	const notes: string[] = [];
	const same = wordlessKinds.has(event.kind);
	if (cameFrom !== null) notes.push(`Stood ${placeInWords(cameFrom)}.`);
	const [old, fresh] = [event.before, event.after].map((text) =>
		bareNumber(textOf(ledger, text)?.number ?? ''),
	);
	if (event.renumbered && cameFrom === null && old !== fresh)
		notes.push(renumberedNote(old ?? '', fresh ?? ''));
	if (same && event.kind !== 'relinked') {
		notes.push(
			event.kind === 'restyled' ? 'Only markup, case, quotes or dashes differ.' : 'No word changed.',
		);
	}
	if (withoutNumber(textOf(ledger, event.after ?? event.before) as ClauseText) === '') {
		notes.push('A number alone, without words.');
	}
	return same ? notes : [...notes, ...elsewhereNotes(event)];
}

/** Unmarked words of a changed clause that did not stand in it before, or do not now; and sentences that stood in another one in other words. */
function elsewhereNotes({ sentences, before }: ClauseEvent): string[] {
	const has = (asked: SentenceStep['kind']): boolean => sentences.some(({ kind }) => kind === asked);
	const notes: string[] = [];
	if (before === null && has('edited'))
		notes.push('A sentence of it stood in another clause, in other words.');
	if (has('came')) notes.push('The words under dots stood elsewhere before.');
	else if (has('went')) notes.push('The rest of it now stands elsewhere.');
	return notes;
}

const rewrittenNote = 'Fewer than a third of the words survive, so old and new stand apart.';

function renumberedNote(before: string, after: string): string {
	if (before === '') return `Had no number, now ${after}.`;
	return after === '' ? `Was ${before}, now without number.` : `Was ${before}, now ${after}.`;
}

/** `as 9.2 in Data protection`, `elsewhere in Fees`, `elsewhere in this section`, `elsewhere` */
function placeInWords({ number, section, sameSection }: Place): string {
	const as = number === '' ? 'elsewhere' : `as ${bareNumber(number)}`;
	if (sameSection) return `${as} in this section`;
	return section === '' ? as : `${as} in ${section}`;
}

function textOf(ledger: Ledger, index: number | null): ClauseText | undefined {
	return index === null ? undefined : ledger.texts[index];
}
