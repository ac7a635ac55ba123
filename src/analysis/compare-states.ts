/** What happened to each clause between two versions of one agreement; any two, not only neighbours. */
import type { ClauseEvent, ClauseText, EventKind, Ledger, State } from '../model/ledger.ts';
import { withoutDates } from './dates.ts';
import { keyOf, printOf } from './fingerprint.ts';
import { visibleText } from './visible-text.ts';

/**
 * Events in the order of the new document; a removed clause stands where it stood, after the clause before it. Clauses
 * without an event stand on both sides with the same text in the same order, so the events turn the old version into the new.
 */
export function compareStates(ledger: Ledger, before: State, after: State): ClauseEvent[] {
	if (before === after) return [];
	const placeBefore = new Map<number, number>();
	for (const [place, clause] of before.clauses.entries()) placeBefore.set(clause, place);
	const from = Int32Array.from(after.clauses, (clause) => placeBefore.get(clause) ?? -1);
	const steady = longestIncreasing(from);
	const stays = new Set(after.clauses);
	const removedAfter = removals(before, stays);
	const events: ClauseEvent[] = [...(removedAfter.get(-1) ?? [])];
	for (const [at, clause] of after.clauses.entries()) {
		const event = eventAt(ledger, before, after, clause, from[at] as number, at, steady.has(at));
		if (event !== null) events.push(event);
		for (const gone of removedAfter.get(from[at] as number) ?? []) if (from[at] !== -1) events.push(gone);
	}
	return events;
}

/** Removed clauses by the place (in the old document) of the nearest clause before them that stays; −1 for none. */
function removals(before: State, stays: ReadonlySet<number>): Map<number, ClauseEvent[]> {
	const removed = new Map<number, ClauseEvent[]>();
	let anchor = -1;
	for (const [from, clause] of before.clauses.entries()) {
		if (stays.has(clause)) {
			anchor = from;
			continue;
		}
		const text = before.texts[from] as number;
		const sides = { before: text, after: null, from, at: null };
		const event: ClauseEvent = { kind: 'removed', clause, ...sides, moved: false, renumbered: false };
		const group = removed.get(anchor);
		if (group === undefined) removed.set(anchor, [event]);
		else group.push(event);
	}
	return removed;
}

function eventAt(
	ledger: Ledger,
	old: State,
	fresh: State,
	clause: number,
	from: number,
	at: number,
	steady: boolean,
): ClauseEvent | null {
	const after = fresh.texts[at] as number;
	const place = { clause, after, at };
	if (from === -1)
		return { kind: 'added', ...place, before: null, from: null, moved: false, renumbered: false };
	const before = old.texts[from] as number;
	if (before === after && steady) return null;
	const [one, other] = [ledger.texts[before] as ClauseText, ledger.texts[after] as ClauseText];
	const renumbered = one.number !== other.number;
	const kind = before === after ? 'moved' : kindOf(one, other, steady);
	return { kind, ...place, before, from, moved: !steady, renumbered };
}

function kindOf(before: ClauseText, after: ClauseText, steady: boolean): EventKind {
	if (before.key !== after.key) {
		if (before.lettersKey !== after.lettersKey || after.lettersKey === 0) return 'reworded';
		return sameButDates(before, after) ? 'redated' : 'number';
	}
	if (!steady) return 'moved';
	if (before.number !== after.number) return 'renumbered';
	return sameTargets(before, after) ? 'restyled' : 'relinked';
}

/** Keys of the texts without their dates, made only where the letters are equal and the digits are not. */
function sameButDates(before: ClauseText, after: ClauseText): boolean {
	const [one, other] = [before, after].map(({ visible, number }) =>
		keyOf(printOf(withoutDates(visible), number.length)),
	);
	return one === other;
}

function sameTargets(before: ClauseText, after: ClauseText): boolean {
	const [one, other] = [visibleText(before.markdown).targets, visibleText(after.markdown).targets];
	return one.length === other.length && one.every((target, at) => target === other[at]);
}

/**
 * Places of `values` that form a longest increasing run, −1 left out: the clauses outside it are the fewest that can be said
 * to have moved. Patience sorting, O(n log n).
 */
function longestIncreasing(values: Int32Array): Set<number> {
	const tails: number[] = [];
	const previous = new Int32Array(values.length).fill(-1);
	for (let at = 0; at < values.length; at++) {
		const value = values[at] as number;
		if (value === -1) continue;
		const pile = lowerBound(tails, values, value);
		previous[at] = pile === 0 ? -1 : (tails[pile - 1] as number);
		tails[pile] = at;
	}
	const run = new Set<number>();
	for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] as number) run.add(at);
	return run;
}

function lowerBound(tails: readonly number[], values: Int32Array, value: number): number {
	let low = 0;
	let high = tails.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((values[tails[middle] as number] as number) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
