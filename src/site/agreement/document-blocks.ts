/** The parts that today’s text is drawn from: clauses, in lists and tables as they stand in the document. */
import type { ClauseKind, ClauseText } from '../../model/ledger.ts';
import { escapeHtml } from '../../text/escape.ts';
import { clauseHtml, rowCells } from '../safe-html/clause-html.ts';
import { nest, standsInList } from './document-shape.ts';

export interface Clause {
	readonly anchor: string;
	/** Leading number where it can be told apart from the words, else empty; then it is part of the HTML. */
	readonly number: string;
	readonly html: string;
}

export interface Item extends Clause {
	/** True where it goes on with the item before it. */
	readonly further: boolean;
	readonly items: readonly Item[];
}

export interface TableRow {
	readonly anchor: string;
	readonly cells: readonly string[];
}

export type Block =
	| { readonly kind: 'paragraph'; readonly clause: Clause }
	| { readonly kind: 'list'; readonly items: readonly Item[] }
	/** `head` is the first row where it names the columns. */
	| { readonly kind: 'table'; readonly head: TableRow | null; readonly rows: readonly TableRow[] };

/** The text of a clause, and its anchor on the page. */
export interface PlacedText {
	readonly text: ClauseText;
	readonly anchor: string;
}

/** @param placed clauses in the order of the document, no heading among them */
export function blocksOf(placed: readonly PlacedText[]): Block[] {
	const blocks: Block[] = [];
	for (let at = 0; at < placed.length; ) {
		const first = placed[at] as PlacedText;
		const { kind } = first.text;
		let end = at + 1;
		while (goesOn(kind, placed[end]?.text)) end++;
		const group = placed.slice(at, end);
		if (kind === 'row') blocks.push(tableOf(group));
		if (kind === 'item') blocks.push(listOf(group));
		if (kind === 'paragraph') blocks.push({ kind, clause: clauseOf(first) });
		at = end;
	}
	return blocks;
}

function goesOn(kind: ClauseKind, next: ClauseText | undefined): boolean {
	if (next === undefined || kind === 'paragraph') return false;
	return kind === 'item' ? standsInList(next) : next.kind === kind;
}

function listOf(placed: readonly PlacedText[]): Block {
	const items = placed.map((each) => ({
		depth: each.text.depth,
		item: { ...clauseOf(each), further: each.text.kind !== 'item' },
	}));
	return {
		kind: 'list',
		items: nest(items, ({ item }, inner): Item => ({ ...item, items: inner })),
	};
}

function tableOf(placed: readonly PlacedText[]): Block {
	const rows = placed.map(({ text, anchor }) => ({ anchor, cells: rowCells(text.markdown) }));
	const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
	const [head = null] = filled;
	const columns = Math.max(0, ...filled.map(({ cells }) => cells.length));
	const named = head !== null && filled.length > 1 && columns > 1 && head.cells.every((cell) => cell !== '');
	return { kind: 'table', head: named ? head : null, rows: named ? filled.slice(1) : filled };
}

export function clauseOf({ text, anchor }: PlacedText): Clause {
	const html = clauseHtml(text.markdown);
	// A heading is bold by itself.
	const plain = text.kind === 'heading' ? html.replace(/<\/?(?:strong|b)>/g, '') : html;
	const rest = text.number === '' ? null : afterNumber(plain, escapeHtml(text.number));
	return rest === null ? { anchor, number: '', html: plain } : { anchor, number: text.number, html: rest };
}

/** `4.2 Fees` → `Fees`; `<strong>4.2 Fees</strong> are` → `<strong>Fees</strong> are`; null where the number stands otherwise. */
function afterNumber(html: string, number: string): string | null {
	const bold = '<strong>';
	if (html.startsWith(number)) return html.slice(number.length).trimStart();
	if (!html.startsWith(bold + number)) return null;
	const rest = html.slice(bold.length + number.length).trimStart();
	return rest.startsWith('</strong>') ? rest.slice('</strong>'.length).trimStart() : bold + rest;
}
