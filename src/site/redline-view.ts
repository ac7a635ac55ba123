/** A redline made ready to be drawn: labels in words, folds with their counts, long runs of one kind cut short. */
import { withoutNumber } from '../analysis/redline.ts';
import { headingWords, isHeading } from '../analysis/sections.ts';
import type { ClauseText, EventKind, Ledger } from '../model/ledger.ts';
import type { Place, RedlineBlock } from '../model/redline.ts';
import { escapeHtml } from './clause-html.ts';
import { cellsHtml, editsHtml, markHtml, shortenGaps } from './edits-html.ts';
import { counted, grouped, listed } from './wording.ts';

type ChangeBlock = Extract<RedlineBlock, { kind: 'change' }>;

/** How the bar beside a clause looks. */
export type Tone = 'ins' | 'del' | 'ink' | 'dots' | 'none';

/** An unchanged clause inside a fold. */
export interface FoldLine {
	readonly heading: boolean;
	readonly text: string;
}

export interface ChangedRow {
	readonly kind: 'change';
	readonly event: EventKind;
	readonly anchor: string;
	/** The number that the clause has now; of a removed one, that it had. */
	readonly number: string;
	/** What happened, in a word or two. */
	readonly label: string;
	readonly tone: Tone;
	/** Its words where it is a heading, else empty. */
	readonly heading: string;
	/** Marked words; of a rewritten clause the old wording and the new one. */
	readonly html: string | { readonly before: string; readonly after: string };
	/** The same cell by cell where the clause is a row of a table and its cells still match. */
	readonly cells: readonly string[] | null;
	/** True where no word of the terms changed. */
	readonly quiet: boolean;
	readonly notes: readonly string[];
	readonly relinked: ChangeBlock['relinked'];
}

export interface FoldRow {
	readonly kind: 'fold';
	readonly label: string;
	readonly lines: readonly FoldLine[];
	/** Clauses that were left out to keep the page small. */
	readonly omitted: number;
}

export type Row =
	| ChangedRow
	| FoldRow
	| { readonly kind: 'heading'; readonly number: string; readonly text: string }
	| { readonly kind: 'context'; readonly number: string; readonly text: string }
	| { readonly kind: 'row'; readonly cells: readonly string[] }
	| { readonly kind: 'more'; readonly label: string; readonly rows: readonly ChangedRow[] };

/** A part of a redline under one heading; of a small redline there is one, without title. */
export interface Part {
	readonly title: string;
	readonly changes: number;
	readonly rows: readonly Row[];
}

export interface RedlineView {
	readonly parts: readonly Part[];
	/** Changed clauses that were left out because the page would have grown beyond reading. */
	readonly omitted: number;
}

/** Characters of unchanged text inside the folds of one page: a site of 15,000 such pages has to fit its host. */
const foldBudget = 4_000;
/** Characters of changed text on one page. */
const changeBudget = 80_000;
/** Above so many changed clauses the parts of a redline are closed. */
const mostOpen = 400;
/** Longest run of clauses added or removed in one piece that is shown whole, and how many of a longer one are. */
const longestRun = 12;
const runHead = 6;

const labels: Readonly<Record<EventKind, string>> = {
	added: 'Added',
	removed: 'Removed',
	reworded: 'Reworded',
	number: 'Number changed',
	redated: 'Date changed',
	moved: 'Moved here',
	renumbered: 'Renumbered',
	relinked: 'Link target',
	restyled: 'Typography',
};

/** How the bar beside a clause looks, by what happened to it. */
export const tones: Readonly<Record<EventKind, Tone>> = {
	added: 'ins',
	removed: 'del',
	reworded: 'ink',
	number: 'ink',
	redated: 'none',
	moved: 'dots',
	renumbered: 'none',
	relinked: 'none',
	restyled: 'none',
};

/** Kinds where no word changed. */
const quietKinds: ReadonlySet<EventKind> = new Set(['moved', 'renumbered', 'relinked', 'restyled']);

/** Longest text shown of a clause that was only renumbered, and of any other clause in which no word changed, in characters. */
const firstWords = 64;
const contextLength = 280;

export function viewRedline(ledger: Ledger, blocks: readonly RedlineBlock[]): RedlineView {
	const changes = blocks.filter((block) => block.kind === 'change');
	const kept = withinBudget(ledger, changes);
	const rows = rowsOf(ledger, blocks, new Set(kept));
	const parts =
		changes.length > mostOpen
			? byHeading(rows)
			: [{ title: '', changes: kept.length, rows: shortenRuns(rows) }];
	return { parts, omitted: changes.length - kept.length };
}

/** Anchors of the changed clauses that a page with this redline holds. */
export function anchorsOf({ parts }: RedlineView): Set<string> {
	const changed = parts.flatMap(({ rows }) => rows.flatMap(changedRows));
	return new Set(changed.map(({ anchor }) => anchor));
}

function changedRows(row: Row): readonly ChangedRow[] {
	if (row.kind === 'more') return row.rows;
	return row.kind === 'change' ? [row] : [];
}

function withinBudget(ledger: Ledger, changes: readonly ChangeBlock[]): ChangeBlock[] {
	let left = changeBudget;
	return changes.filter(({ event }) => {
		left -=
			(textOf(ledger, event.before)?.visible.length ?? 0) +
			(textOf(ledger, event.after)?.visible.length ?? 0);
		return left > 0;
	});
}

function rowsOf(ledger: Ledger, blocks: readonly RedlineBlock[], kept: ReadonlySet<RedlineBlock>): Row[] {
	const rows: Row[] = [];
	let budget = foldBudget;
	let folded: RedlineBlock[] = [];
	const closeFold = (): void => {
		if (folded.length === 0) return;
		const fold = foldRow(ledger, folded, budget);
		budget -= fold.lines.reduce((sum, { text }) => sum + text.length, 0);
		rows.push(fold);
		folded = [];
	};
	for (const block of blocks) {
		if (block.kind === 'fold' || block.kind === 'departed') {
			folded.push(block);
			continue;
		}
		closeFold();
		if (block.kind === 'context') rows.push(contextRow(ledger.texts[block.text] as ClauseText));
		else if (kept.has(block)) rows.push(changedRow(ledger, block));
	}
	closeFold();
	return rows;
}

function contextRow(text: ClauseText): Row {
	const number = bareNumber(text);
	if (isHeading(text)) return { kind: 'heading', number, text: headingText(text) };
	if (text.kind === 'row') return { kind: 'row', cells: cellsHtml([{ kind: 'same', text: text.visible }]) };
	return { kind: 'context', number, text: cutEnd(withoutNumber(text), contextLength) };
}

/** In the margin a number needs no full stop: `4.2.` → `4.2` */
function bareNumber({ number }: ClauseText): string {
	return number.replace(/\.$/, '');
}

/** A heading keeps its marks, but for those between the number and the words. */
function headingText(text: ClauseText): string {
	return withoutNumber(text).replace(/^[.:)–—-]+\s*/, '');
}

function changedRow(ledger: Ledger, block: ChangeBlock): ChangedRow {
	const { event } = block;
	const text = textOf(ledger, event.after ?? event.before) as ClauseText;
	return {
		kind: 'change',
		event: event.kind,
		anchor: ledger.clauses[event.clause]?.anchor ?? '',
		number: bareNumber(text),
		label: block.rewritten ? 'Rewritten' : labels[event.kind],
		tone: tones[event.kind],
		heading: isHeading(text) ? text.visible : '',
		html: changedHtml(ledger, block, text),
		cells: text.kind === 'row' ? rowCells(block, text) : null,
		quiet: quietKinds.has(event.kind) || event.kind === 'redated',
		notes: notesOf(ledger, block),
		relinked: block.relinked,
	};
}

function changedHtml(
	ledger: Ledger,
	{ event, edits, rewritten }: ChangeBlock,
	text: ClauseText,
): ChangedRow['html'] {
	const words = withoutNumber(text);
	if (event.kind === 'added') return markHtml('ins', words);
	if (event.kind === 'removed') return markHtml('del', words);
	if (rewritten) {
		const old = textOf(ledger, event.before);
		return { before: escapeHtml(old ? withoutNumber(old) : ''), after: escapeHtml(words) };
	}
	if (event.kind === 'renumbered' && !event.moved) return escapeHtml(shortened(words));
	if (quietKinds.has(event.kind) || edits === null) return escapeHtml(cutEnd(words, contextLength));
	return editsHtml(shortenGaps(edits));
}

function rowCells({ event, edits, rewritten }: ChangeBlock, text: ClauseText): readonly string[] | null {
	if (rewritten) return null;
	const words = withoutNumber(text);
	if (event.kind === 'added') return cellsHtml([{ kind: 'ins', text: words }]);
	if (event.kind === 'removed') return cellsHtml([{ kind: 'del', text: words }]);
	return cellsHtml(quietKinds.has(event.kind) || edits === null ? [{ kind: 'same', text: words }] : edits);
}

/** What the marks cannot show: where a clause stood, its old number, why it stands as two blocks. */
function notesOf(ledger: Ledger, { event, cameFrom, rewritten }: ChangeBlock): string[] {
	const notes: string[] = [];
	const same = quietKinds.has(event.kind);
	if (cameFrom !== null) notes.push(`Stood ${placeInWords(cameFrom)}.`);
	const [old, fresh] = [textOf(ledger, event.before)?.number, textOf(ledger, event.after)?.number];
	if (event.renumbered && cameFrom === null) notes.push(renumberedNote(old ?? '', fresh ?? ''));
	if (same && event.kind !== 'relinked') {
		notes.push(
			event.kind === 'restyled' ? 'Only markup, case, quotes or dashes differ.' : 'No word changed.',
		);
	}
	if (rewritten) notes.push('Fewer than a third of the words survive, so old and new stand apart.');
	return notes;
}

function renumberedNote(before: string, after: string): string {
	if (before === '') return `Had no number, now ${after}.`;
	return after === '' ? `Was ${before}, now without number.` : `Was ${before}, now ${after}.`;
}

/** `as 9.2 in Data protection`, `in Fees`, `elsewhere in this section` */
function placeInWords({ number, section }: Place): string {
	const as = number === '' ? '' : `as ${number}`;
	const within = section === '' ? '' : `in ${section}`;
	return [as, within].filter((words) => words !== '').join(' ') || 'elsewhere';
}

function foldRow(ledger: Ledger, blocks: readonly RedlineBlock[], budget: number): FoldRow {
	const texts = blocks.flatMap((block) => (block.kind === 'fold' ? block.texts : []));
	const clauses = texts.map((text) => ledger.texts[text] as ClauseText);
	const lines: FoldLine[] = [];
	let left = budget;
	for (const text of clauses) {
		left -= text.visible.length;
		if (left < 0) break;
		lines.push({ heading: isHeading(text), text: text.visible });
	}
	const departures = blocks.flatMap((block) =>
		block.kind === 'departed' ? [departedWords(ledger, block)] : [],
	);
	return {
		kind: 'fold',
		label: [unchangedLabel(clauses), ...summarised(departures)].filter((words) => words !== '').join('; '),
		lines,
		omitted: clauses.slice(lines.length).filter((text) => !isHeading(text)).length,
	};
}

/** `9.2 moved to 4.5` */
function departedWords(ledger: Ledger, block: Extract<RedlineBlock, { kind: 'departed' }>): string {
	const text = ledger.texts[block.text] as ClauseText;
	const what = text.number === '' ? `“${shortened(text.visible)}”` : text.number;
	const { number, section } = block.to;
	const where =
		number !== '' && number !== text.number ? `to ${number}` : section === '' ? 'elsewhere' : `to ${section}`;
	return `${what} moved ${where}`;
}

/** Many moved clauses leave one place as one note. */
function summarised(departures: readonly string[]): readonly string[] {
	return departures.length <= 3 ? departures : [`${counted(departures.length, 'clause')} moved elsewhere`];
}

/** `Sections 1 to 3: 14 clauses unchanged`, `7.1 unchanged`, `Liability: 8 clauses unchanged` */
export function unchangedLabel(clauses: readonly ClauseText[]): string {
	if (clauses.length === 0) return '';
	const [only] = clauses;
	if (clauses.length === 1 && only && only.number !== '') return `${only.number} unchanged`;
	const headings = clauses.filter(isHeading);
	const count = `${counted(clauses.length - headings.length, 'clause')} unchanged`;
	if (clauses.length === headings.length) return `${counted(headings.length, 'heading')} unchanged`;
	const sections = sectionRange(headings);
	return sections === '' || !isHeading(only as ClauseText) ? count : `${sections}: ${count}`;
}

/** Named by number where all have a whole one, else by the words of the first and the last. */
function sectionRange(headings: readonly ClauseText[]): string {
	const numbers = headings.map(({ number }) => number.replace(/\.$/, ''));
	const top = numbers.filter((number) => /^\d+$/.test(number));
	if (top.length > 0 && numbers.every((number) => number !== '')) {
		return top.length === 1 ? `Section ${top[0]}` : `Sections ${rangeOf(top)}`;
	}
	const [first, last] = [headings[0], headings.at(-1)];
	if (first === undefined || last === undefined) return '';
	return first === last
		? shortened(headingWords(first))
		: `${shortened(headingWords(first))} to ${shortened(headingWords(last))}`;
}

function rangeOf(numbers: readonly string[]): string {
	return numbers.length === 2 ? listed(numbers) : `${numbers[0]} to ${numbers.at(-1)}`;
}

function shortenRuns(rows: readonly Row[]): Row[] {
	const shortened: Row[] = [];
	for (let at = 0; at < rows.length; ) {
		const run = runAt(rows, at);
		if (run.length > longestRun) {
			const verb = run[0]?.event === 'added' ? 'added' : 'removed';
			const label = `${grouped(run.length - runHead)} more clauses ${verb} here`;
			shortened.push(...run.slice(0, runHead), { kind: 'more', label, rows: run.slice(runHead) });
		} else shortened.push(...(run.length > 0 ? run : [rows[at] as Row]));
		at += Math.max(1, run.length);
	}
	return shortened;
}

/** The clauses from `at` on that were all added, or all removed. */
function runAt(rows: readonly Row[], at: number): ChangedRow[] {
	const run: ChangedRow[] = [];
	for (let next = at; next < rows.length; next++) {
		const row = rows[next];
		if (row?.kind !== 'change' || !(row.event === 'added' || row.event === 'removed')) break;
		if (run[0] !== undefined && row.event !== run[0].event) break;
		run.push(row);
	}
	return run;
}

function byHeading(rows: readonly Row[]): Part[] {
	const parts: { title: string; rows: Row[] }[] = [];
	for (const row of rows) {
		const title = titleOf(row);
		if (title !== '' || parts.length === 0) parts.push({ title: title || 'Beginning', rows: [] });
		if (row.kind !== 'heading') parts.at(-1)?.rows.push(row);
	}
	return parts.map((part) => ({ ...part, changes: part.rows.flatMap(changedRows).length }));
}

/** Words of a heading that stands or came in; empty for any other row. */
function titleOf(row: Row): string {
	if (row.kind === 'heading') return `${row.number} ${row.text}`.trim();
	return row.kind === 'change' && row.event !== 'removed' ? row.heading : '';
}

function shortened(text: string): string {
	return cutEnd(text, firstWords);
}

function cutEnd(text: string, length: number): string {
	return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`;
}

function textOf(ledger: Ledger, index: number | null): ClauseText | undefined {
	return index === null ? undefined : ledger.texts[index];
}
