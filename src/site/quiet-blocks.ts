/** Folds what no reader of terms looks for (other dates, quotes, link targets) in with what did not change, where there is more to see. */
import { isHeading } from '../analysis/sections.ts';
import type { EventKind, Ledger } from '../model/ledger.ts';
import type { RedlineBlock } from '../model/redline.ts';

export interface QuietRedline {
	readonly blocks: readonly RedlineBlock[];
	/** Clause → what happened to it, for the changed clauses that stand in folds. */
	readonly quieted: ReadonlyMap<number, EventKind>;
}

const alwaysQuiet: ReadonlySet<EventKind> = new Set(['restyled', 'redated']);

/** So many clauses of these kinds are worth a line each; more of them come from the machine behind the page. */
const most: Readonly<Partial<Record<EventKind, number>>> = { relinked: 3, moved: 8 };

export function foldQuiet(ledger: Ledger, blocks: readonly RedlineBlock[]): QuietRedline {
	const events = blocks.flatMap((block) => (block.kind === 'change' ? [block.event] : []));
	const counts = Map.groupBy(events, ({ kind }) => kind);
	const isQuiet = (kind: EventKind): boolean =>
		alwaysQuiet.has(kind) || (counts.get(kind)?.length ?? 0) > (most[kind] ?? Number.POSITIVE_INFINITY);
	if (events.every(({ kind }) => isQuiet(kind))) return { blocks, quieted: new Map() };
	const quiet = events.filter(({ kind }) => isQuiet(kind));
	const quieted = new Map(quiet.map(({ clause, kind }) => [clause, kind]));
	const folded = blocks.map((block) =>
		block.kind === 'change' && quieted.has(block.event.clause)
			? asFold(block.event.after, block.event.clause)
			: block,
	);
	return { blocks: joinFolds(foldContext(ledger, folded)), quieted };
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
