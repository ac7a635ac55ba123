/** The gist of a change: what came in and what went out, a line for each run of clauses, so that a reader sees it before the redline. */

import { bareNumber, withoutNumber } from '../../analysis/clauses/clause-number.ts';
import { headingWords, isHeading } from '../../analysis/clauses/sections.ts';
import type { ClauseEvent, ClauseText, Ledger } from '../../model/ledger.ts';
import type { RedlineBlock } from '../../model/redline.ts';
import { cutEnd } from '../../text/cut-text.ts';

export interface GistLine {
	readonly kind: 'added' | 'removed';
	readonly clauses: number;
	/** Of the first clause of the run. */
	readonly anchor: string;
	readonly number: string;
	/** Its headings, or the beginning of its first clause. */
	readonly words: string;
}

/** A redline of fewer changed clauses is its own gist. */
const fewestClauses = 3;
const mostLines = 4;
/** Characters of a line: two lines of a phone. */
const longest = 96;

/** The longest runs, in the order of the document; those that would read alike are told once. */
export function gistOf(ledger: Ledger, blocks: readonly RedlineBlock[]): GistLine[] {
	const changed = blocks.filter((block) => block.kind === 'change');
	if (changed.length < fewestClauses) return [];
	const told = runsOf(blocks)
		.map((run) => ({ line: lineOf(ledger, run), words: wordsOf(ledger, run) }))
		.filter(({ words }) => words > 0);
	const byWords = Map.groupBy(told, ({ line: { kind, number, words } }) => [kind, number, words].join(' '));
	const distinct = [...byWords.values()].map(([first]) => first as (typeof told)[number]);
	const telling = new Set(distinct.toSorted((one, other) => other.words - one.words).slice(0, mostLines));
	return distinct.filter((run) => telling.has(run)).map(({ line }) => line);
}

type EventRun = readonly [ClauseEvent, ...ClauseEvent[]];

/** Clauses that came in, or went out, one after the other. */
function runsOf(blocks: readonly RedlineBlock[]): EventRun[] {
	const runs: [ClauseEvent, ...ClauseEvent[]][] = [];
	let open = false;
	for (const block of blocks) {
		const event = block.kind === 'change' ? block.event : null;
		const counts = event?.kind === 'added' || event?.kind === 'removed';
		const last = runs.at(-1);
		if (counts && open && last?.[0].kind === event.kind) last.push(event);
		else if (counts) runs.push([event]);
		open = counts;
	}
	return runs;
}

function lineOf(ledger: Ledger, run: EventRun): GistLine {
	const texts = run.map((event) => textOf(ledger, event));
	const first = texts[0] as ClauseText;
	const end = texts.findIndex((text) => !isHeading(text));
	const headings = texts.slice(0, end === -1 ? texts.length : end).map(headingWords);
	return {
		kind: run[0].kind as GistLine['kind'],
		clauses: run.length,
		anchor: ledger.clauses[run[0].clause]?.anchor ?? '',
		number: bareNumber(first.number),
		words: cutEnd(headings.length > 0 ? headings.join(', ') : withoutNumber(first), longest),
	};
}

function wordsOf(ledger: Ledger, run: EventRun): number {
	return run.reduce((sum, event) => sum + textOf(ledger, event).words, 0);
}

function textOf(ledger: Ledger, event: ClauseEvent): ClauseText {
	return ledger.texts[(event.after ?? event.before) as number] as ClauseText;
}
