/** A redline made ready to be drawn, within bounds that a page can bear. */

import { bareNumber, withoutNumber } from '../../analysis/clauses/clause-number.ts';
import { isHeading } from '../../analysis/clauses/sections.ts';
import type { ClauseText, Ledger } from '../../model/ledger.ts';
import type { ChangeBlock, RedlineBlock } from '../../model/redline.ts';
import { cutEnd } from '../../text/cut-text.ts';
import { changedRow } from './changed-row.ts';
import type { CollapsedRedline } from './collapse-trivial.ts';
import { collapsedRow } from './collapsed-row.ts';
import { cellsHtml } from './edits-html.ts';
import { byHeading, changedRows, shortenRuns } from './long-redlines.ts';
import type { RedlineView, Row } from './redline-rows.ts';

/** Characters of unchanged text inside the collapsed rows of one page: a site of 15,000 such pages has to fit its host. */
const collapsedBudget = 3_000;
/** Characters of changed text on one page. */
const changeBudget = 50_000;
/** Above so many changed clauses the parts of a redline are closed. */
const mostOpen = 400;
/** Longest text of an unchanged clause beside a changed one, in characters. */
const contextLength = 280;

export function viewRedline(ledger: Ledger, { blocks, trivial }: CollapsedRedline): RedlineView {
	const changes = blocks.filter((block) => block.kind === 'change');
	const kept = withinBudget(ledger, changes);
	const drawn = new Set<RedlineBlock>(kept);
	const rows = rowsOf(ledger, blocks, drawn, trivial);
	const parts =
		changes.length > mostOpen
			? byHeading(rows)
			: [{ title: '', changes: kept.length, rows: shortenRuns(rows) }];
	const omitted = changes.filter((block) => !drawn.has(block));
	return { parts, omitted: omitted.map(({ event }) => event.clause) };
}

/** Anchors of the changed clauses that a page with this redline holds. */
export function anchorsOf({ parts }: RedlineView): Set<string> {
	const changed = parts.flatMap(({ rows }) => rows.flatMap(changedRows));
	return new Set(changed.map(({ anchor }) => anchor));
}

function withinBudget(ledger: Ledger, changes: readonly ChangeBlock[]): ChangeBlock[] {
	let left = changeBudget;
	return changes.filter(({ event }) => {
		// Thousands may follow, and looking at a text costs reading it.
		if (left <= 0) return false;
		left -=
			(textOf(ledger, event.before)?.visible.length ?? 0) +
			(textOf(ledger, event.after)?.visible.length ?? 0);
		return left > 0;
	});
}

function rowsOf(
	ledger: Ledger,
	blocks: readonly RedlineBlock[],
	kept: ReadonlySet<RedlineBlock>,
	trivial: CollapsedRedline['trivial'],
): Row[] {
	const rows: Row[] = [];
	let budget = collapsedBudget;
	for (const group of withNeighbours(blocks)) {
		const [block] = group;
		if (isCollapsed(block)) {
			const row = collapsedRow(ledger, group, budget, trivial);
			budget -= row.lines.reduce((sum, { text }) => sum + text.length, 0);
			rows.push(row);
		} else if (block.kind === 'context') rows.push(contextRow(ledger.texts[block.text] as ClauseText));
		else if (kept.has(block)) rows.push(changedRow(ledger, block));
	}
	return rows;
}

type BlockGroup = readonly [RedlineBlock, ...RedlineBlock[]];

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
): block is Extract<RedlineBlock, { kind: 'collapsed' | 'departed' }> {
	return block.kind === 'collapsed' || block.kind === 'departed';
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

function textOf(ledger: Ledger, index: number | null): ClauseText | undefined {
	return index === null ? undefined : ledger.texts[index];
}
