/** A redline made ready to be drawn, within bounds that a page can bear. */

import { bareNumber, withoutNumber } from '../../analysis/clauses/clause-number.ts';
import { isHeading } from '../../analysis/clauses/sections.ts';
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import type { ChangeBlock, RedlineBlock } from '../../model/redline.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { changedRow } from './changed-row.ts';
import type { CollapsedRedline } from './collapse-trivial.ts';
import { collapsedRow } from './collapsed-row.ts';
import type { Room } from './edit-windows.ts';
import { cellsHtml } from './edits-html.ts';
import { byHeading, changedRows, shortenRuns } from './long-redlines.ts';
import type { ChangedRow, RedlineView, Row } from './redline-rows.ts';

/** How much of a redline is drawn. */
export interface RedlineBounds {
	/** Characters of unchanged text inside its collapsed rows. */
	readonly folded: number;
	/** Characters of HTML that changed clauses may take as they are best read; past it each is drawn shorter, and past the next one shorter still. */
	readonly whole: number;
	readonly short: number;
	/** Changed clauses beyond so many are counted. */
	readonly most: number;
}

/** Of a page that a host keeps: a site of 15,000 such pages has to fit it, and no page bears thousands of clauses. */
export const pageBounds: RedlineBounds = { folded: 1_200, whole: 40_000, short: 30_000, most: 1_500 };
const short: Room = { beside: 60, run: 240, all: 420 };
const shortest: Room = { beside: 24, run: 70, all: 110 };
/** Characters around the words of a changed clause. */
const frameLength = 150;
/** Above so many changed clauses the parts of a redline are closed. */
const mostOpen = 400;
/** Longest text of an unchanged clause beside a changed one, in characters. */
const contextLength = 280;

export function viewRedline(
	ledger: Ledger,
	{ blocks, trivial }: CollapsedRedline,
	bounds = pageBounds,
): RedlineView {
	const changes = blocks.filter((block) => block.kind === 'change');
	const drawn = drawnWithin(ledger, changes, bounds);
	const rows = rowsOf(ledger, { blocks, trivial }, drawn, bounds.folded);
	const parts =
		changes.length > mostOpen
			? byHeading(rows)
			: [{ title: '', changes: drawn.size, rows: shortenRuns(rows) }];
	return { parts, omitted: changes.slice(bounds.most).map(({ event }) => event.clause) };
}

/** Anchors of the changed clauses that a page with this redline holds. */
export function anchorsOf({ parts }: RedlineView): Set<string> {
	const changed = parts.flatMap(({ rows }) => rows.flatMap(changedRows));
	return new Set(changed.map(({ anchor }) => anchor));
}

/** Each changed clause as large as the page bears. */
function drawnWithin(
	ledger: Ledger,
	changes: readonly ChangeBlock[],
	{ whole, short: shorter, most }: RedlineBounds,
): ReadonlyMap<RedlineBlock, ChangedRow> {
	const left = [whole, shorter, Number.POSITIVE_INFINITY];
	const rooms = [null, short, shortest];
	return new Map(
		changes.slice(0, most).map((block) => {
			for (const [size, room] of rooms.entries()) {
				// Clauses that are not drawn cost their comparison all the same.
				if ((left[size] as number) < frameLength) continue;
				const row = changedRow(ledger, block, room);
				if (lengthOf(row) > (left[size] as number)) continue;
				left[size] = (left[size] as number) - lengthOf(row);
				return [block, row];
			}
			return [block, changedRow(ledger, block, shortest)];
		}),
	);
}

function lengthOf({ html, cells, notes, relinked }: ChangedRow): number {
	const words = cells ?? (typeof html === 'string' ? [html] : [html.before, html.after]);
	const links = relinked.flatMap(({ before, after }) => [before, after]);
	return [...words, ...notes, ...links].reduce((sum, part) => sum + part.length, frameLength);
}

function rowsOf(
	ledger: Ledger,
	{ blocks, trivial }: CollapsedRedline,
	drawn: ReadonlyMap<RedlineBlock, ChangedRow>,
	folded: number,
): Row[] {
	const rows: Row[] = [];
	const groups = withNeighbours(blocks);
	const budgets = shared(ledger, groups, folded);
	for (const group of groups) {
		const [block] = group;
		if (isCollapsed(block)) rows.push(collapsedRow(ledger, group, budgets.get(group) ?? 0, trivial));
		else if (block.kind === 'context') rows.push(contextRow(ledger.texts[block.text] as ClauseText));
		else rows.push(...[drawn.get(block)].filter((row) => row !== undefined));
	}
	return rows;
}

type BlockGroup = readonly [RedlineBlock, ...RedlineBlock[]];

/**
 * Of the text that collapsed rows may hold, what each gets: the short ones all that they need. A few clauses between two edits are read for
 * what they say; of half a document its beginning says little, and the whole text says it better.
 */
function shared(
	ledger: Ledger,
	groups: readonly BlockGroup[],
	folded: number,
): ReadonlyMap<BlockGroup, number> {
	let left = folded;
	const lengths = groups.map((group) => [group, collapsedLength(ledger, group)] as const);
	return new Map(
		lengths
			.toSorted(([, one], [, other]) => one - other)
			.map(([group, length]) => {
				const given = Math.min(length, left);
				left -= given;
				return [group, given];
			}),
	);
}

function collapsedLength(ledger: Ledger, group: BlockGroup): number {
	const texts = group.flatMap((block) => (block.kind === 'collapsed' ? block.texts : []));
	return texts.reduce((sum, text) => sum + (ledger.texts[text] as ClauseText).visible.length, 0);
}

/** Collapsed blocks one after the other as one group, each other block by itself. */
function withNeighbours(blocks: readonly RedlineBlock[]): BlockGroup[] {
	const groups: [RedlineBlock, ...RedlineBlock[]][] = [];
	for (const block of blocks) {
		const last = groups.at(-1);
		if (last !== undefined && isCollapsed(last[0]) && isCollapsed(block)) last.push(block);
		else groups.push([block]);
	}
	return groups;
}

/** What left a place is told by the row that the clauses around it share. */
function isCollapsed(
	block: RedlineBlock,
): block is Extract<RedlineBlock, { kind: 'collapsed' | 'departed' | 'gone' }> {
	return block.kind === 'collapsed' || block.kind === 'departed' || block.kind === 'gone';
}

function contextRow(text: ClauseText): Row {
	const number = bareNumber(text.number);
	if (isHeading(text)) return { kind: 'heading', number, text: headingText(text) };
	if (text.kind === 'row') return { kind: 'row', cells: cellsHtml([{ kind: 'same', text: text.visible }]) };
	return { kind: 'context', number, text: cutEnd(withoutNumber(text), contextLength) };
}

/** A heading keeps its marks, but for those between the number and the words. */
function headingText(text: ClauseText): string {
	return withoutNumber(text).replace(/^[.:)–—-]+\s*/, '');
}
