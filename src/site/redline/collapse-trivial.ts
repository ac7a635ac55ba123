/** Collapses what no reader of terms looks for (other dates, quotes, link targets) with what did not change, where there is more to see. */
import { isHeading } from '../../analysis/clauses/sections.ts';
import { columnStep } from '../../analysis/redline/table-column.ts';
import type { ClauseEvent, EventKind, Ledger } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';

export interface CollapsedRedline {
	readonly blocks: readonly RedlineBlock[];
	/** Clause → what happened to it, for the changed clauses that are collapsed with the unchanged ones. */
	readonly trivial: ReadonlyMap<number, ClauseEvent>;
}

const alwaysTrivial: ReadonlySet<EventKind> = new Set([
	'restyled',
	'regrouped',
	'repeated',
	'renamed',
	'respelled',
	'relabelled',
	'redated',
]);

/** So many clauses of these kinds are worth a line each; more of them come from the machine behind the page. */
const most: Readonly<Partial<Record<EventKind, number>>> = { relinked: 3, moved: 8 };

export function collapseTrivial(ledger: Ledger, blocks: readonly RedlineBlock[]): CollapsedRedline {
	const events = blocks.flatMap((block) => (block.kind === 'change' ? [block.event] : []));
	const counts = Map.groupBy(events, ({ kind }) => kind);
	const pushed = renumberedAside(ledger, blocks);
	const isTrivial = (event: ClauseEvent): boolean =>
		(alwaysTrivial.has(event.kind) && columnStep(ledger, event) === null) ||
		pushed.has(event) ||
		(counts.get(event.kind)?.length ?? 0) > (most[event.kind] ?? Number.POSITIVE_INFINITY);
	if (events.every(isTrivial)) return { blocks, trivial: new Map() };
	const trivial = new Map(events.filter(isTrivial).map((event) => [event.clause, event]));
	const left = blocks.map((block) =>
		block.kind === 'change' && trivial.has(block.event.clause) ? aside(block.event) : block,
	);
	return { blocks: joinCollapsed(collapseContext(ledger, left)), trivial };
}

/** Clauses with another number in sections where nothing else happened: what pushed them stands elsewhere. */
function renumberedAside(ledger: Ledger, blocks: readonly RedlineBlock[]): Set<ClauseEvent> {
	const pushed = bySection(ledger, blocks).filter((events) =>
		events.every(({ kind }) => kind === 'renumbered' || alwaysTrivial.has(kind)),
	);
	return new Set(pushed.flat());
}

/** The events between one heading and the next. */
function bySection(ledger: Ledger, blocks: readonly RedlineBlock[]): ClauseEvent[][] {
	const sections: ClauseEvent[][] = [[]];
	for (const block of blocks) {
		if (textsIn(block).some((text) => isTitle(ledger, text))) sections.push([]);
		if (block.kind === 'change') sections.at(-1)?.push(block.event);
	}
	return sections;
}

function textsIn(block: RedlineBlock): readonly number[] {
	if (block.kind === 'collapsed') return block.texts;
	return [block.kind === 'change' ? ((block.event.after ?? block.event.before) as number) : block.text];
}

/** Context whose changed clause is collapsed goes with it. */
function collapseContext(ledger: Ledger, blocks: readonly RedlineBlock[]): RedlineBlock[] {
	const kept: RedlineBlock[] = [];
	/** From below: what stands next, and whether a changed clause stands before the next heading. */
	let next: RedlineBlock | undefined;
	let wanted = false;
	/** Whether one stands in the table that the walk is in: its first row says what the cells are. */
	let inTable = false;
	for (const block of blocks.toReversed()) {
		let own = block;
		if (block.kind === 'context') {
			const title = isTitle(ledger, block.text);
			const kept = title ? wanted : needsContext(next) || (inTable && isRow(ledger, block.text));
			if (!kept) own = collapsed(block.text, block.clause);
			if (title) wanted = false;
		}
		inTable = textsIn(block).every((text) => isRow(ledger, text)) && (inTable || block.kind === 'change');
		if (block.kind === 'change') wanted = true;
		if (block.kind === 'collapsed' && block.texts.some((text) => isTitle(ledger, text))) wanted = false;
		kept.push(own);
		next = own;
	}
	return kept.reverse();
}

/** A clause whose number or link alone changed is understood without the one before it. */
function needsContext(block: RedlineBlock | undefined): boolean {
	return block?.kind === 'change' && block.event.kind !== 'renumbered' && block.event.kind !== 'relinked';
}

function joinCollapsed(blocks: readonly RedlineBlock[]): RedlineBlock[] {
	const joined: RedlineBlock[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.kind !== 'collapsed' || last?.kind !== 'collapsed') joined.push(block);
		else {
			joined[joined.length - 1] = {
				kind: 'collapsed',
				texts: [...last.texts, ...block.texts],
				clauses: [...last.clauses, ...block.clauses],
			};
		}
	}
	return joined;
}

function aside({ before, after, clause }: ClauseEvent): RedlineBlock {
	return after === null ? { kind: 'gone', text: before as number, clause } : collapsed(after, clause);
}

function collapsed(text: number, clause: number): RedlineBlock {
	return { kind: 'collapsed', texts: [text], clauses: [clause] };
}

function isTitle(ledger: Ledger, text: number): boolean {
	const wording = ledger.texts[text];
	return wording !== undefined && isHeading(wording);
}

function isRow(ledger: Ledger, text: number): boolean {
	return ledger.texts[text]?.kind === 'row';
}
