/** Folds what no reader of terms looks for (other dates, quotes, link targets) in with what did not change, where there is more to see. */
import { isHeading } from '../../analysis/clauses/sections.ts';
import type { ClauseEvent, EventKind, Ledger } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';

export interface QuietRedline {
	readonly blocks: readonly RedlineBlock[];
	/** Clause → what happened to it, for the changed clauses that stand in folds. */
	readonly quieted: ReadonlyMap<number, ClauseEvent>;
}

const alwaysQuiet: ReadonlySet<EventKind> = new Set(['restyled', 'redated']);

/** So many clauses of these kinds are worth a line each; more of them come from the machine behind the page. */
const most: Readonly<Partial<Record<EventKind, number>>> = { relinked: 3, moved: 8 };

export function foldQuiet(ledger: Ledger, blocks: readonly RedlineBlock[]): QuietRedline {
	const events = blocks.flatMap((block) => (block.kind === 'change' ? [block.event] : []));
	const counts = Map.groupBy(events, ({ kind }) => kind);
	const aside = renumberedAside(ledger, blocks);
	const isQuiet = (event: ClauseEvent): boolean =>
		alwaysQuiet.has(event.kind) ||
		aside.has(event) ||
		(counts.get(event.kind)?.length ?? 0) > (most[event.kind] ?? Number.POSITIVE_INFINITY);
	if (events.every(isQuiet)) return { blocks, quieted: new Map() };
	const quieted = new Map(events.filter(isQuiet).map((event) => [event.clause, event]));
	const folded = blocks.map((block) =>
		block.kind === 'change' && quieted.has(block.event.clause)
			? asFold(block.event.after, block.event.clause)
			: block,
	);
	return { blocks: joinFolds(foldContext(ledger, folded)), quieted };
}

/** Clauses with another number in sections where nothing else happened: what pushed them stands elsewhere. */
function renumberedAside(ledger: Ledger, blocks: readonly RedlineBlock[]): Set<ClauseEvent> {
	const aside = new Set<ClauseEvent>();
	let section: ClauseEvent[] = [];
	const close = (): void => {
		if (section.every(({ kind }) => kind === 'renumbered' || alwaysQuiet.has(kind)))
			for (const event of section) aside.add(event);
		section = [];
	};
	for (const block of blocks) {
		const texts = block.kind === 'fold' ? block.texts : [textIn(block)];
		if (texts.some((text) => text !== null && isTitle(ledger, text))) close();
		if (block.kind === 'change') section.push(block.event);
	}
	close();
	return aside;
}

function textIn(block: Exclude<RedlineBlock, { kind: 'fold' }>): number | null {
	return block.kind === 'change' ? (block.event.after ?? block.event.before) : block.text;
}

/** Context whose changed clause went into a fold goes with it. */
function foldContext(ledger: Ledger, blocks: readonly RedlineBlock[]): RedlineBlock[] {
	const kept: RedlineBlock[] = [];
	/** From below: what stands next, and whether a changed clause stands before the next heading. */
	let next: RedlineBlock | undefined;
	let wanted = false;
	for (const block of blocks.toReversed()) {
		let own = block;
		if (block.kind === 'context') {
			const title = isTitle(ledger, block.text);
			if (title ? !wanted : !needsContext(next)) own = asFold(block.text, block.clause);
			if (title) wanted = false;
		}
		if (block.kind === 'change') wanted = true;
		if (block.kind === 'fold' && block.texts.some((text) => isTitle(ledger, text))) wanted = false;
		kept.push(own);
		next = own;
	}
	return kept.reverse();
}

/** A clause whose number or link alone changed is understood without the one before it. */
function needsContext(block: RedlineBlock | undefined): boolean {
	return block?.kind === 'change' && block.event.kind !== 'renumbered' && block.event.kind !== 'relinked';
}

function joinFolds(blocks: readonly RedlineBlock[]): RedlineBlock[] {
	const joined: RedlineBlock[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.kind !== 'fold' || last?.kind !== 'fold') joined.push(block);
		else {
			joined[joined.length - 1] = {
				kind: 'fold',
				texts: [...last.texts, ...block.texts],
				clauses: [...last.clauses, ...block.clauses],
			};
		}
	}
	return joined;
}

function asFold(text: number | null, clause: number): RedlineBlock {
	return { kind: 'fold', texts: text === null ? [] : [text], clauses: text === null ? [] : [clause] };
}

function isTitle(ledger: Ledger, text: number): boolean {
	const wording = ledger.texts[text];
	return wording !== undefined && isHeading(wording);
}
