/** What happened to each clause between two versions of one agreement; any two, not only neighbours. */
import type { ClauseEvent, ClauseText, EventKind, Ledger, State } from '../../model/ledger.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';
import { isOtherAmount, sameButDates } from '../clauses/same-words.ts';

/**
 * Events in the order of the new document; a removed clause stands where it stood, after the clause before it. Clauses
 * without an event stand on both sides with the same text in the same order, so the events turn the old version into the new.
 */
export function compareStates(ledger: Ledger, before: State, after: State): ClauseEvent[] {
	if (before === after) return [];
	const { start, endBefore, endAfter } = differingMiddle(before, after);
	const placeBefore = new Map<number, number>();
	for (let place = start; place < endBefore; place++) placeBefore.set(before.clauses[place] as number, place);
	const middle = after.clauses.subarray(start, endAfter);
	const from = middle.map((clause) => placeBefore.get(clause) ?? -1);
	const steady = longestIncreasing(from);
	const removedAfter = removals(before, start, endBefore, new Set(middle));
	const events: ClauseEvent[] = [...(removedAfter.get(-1) ?? [])];
	for (let index = 0; index < middle.length; index++) {
		const place = from[index] as number;
		const clause = middle[index] as number;
		const event = eventAt(ledger, before, after, clause, place, start + index, steady.has(index));
		if (event !== null) events.push(event);
		if (place !== -1) events.push(...(removedAfter.get(place) ?? []));
	}
	return events;
}

/** What both begin and end with has no event; a version differs from its neighbour in a few places. */
function differingMiddle(
	before: State,
	after: State,
): { start: number; endBefore: number; endAfter: number } {
	const same = (a: number, b: number): boolean =>
		before.clauses[a] === after.clauses[b] && before.texts[a] === after.texts[b];
	let endBefore = before.clauses.length;
	let endAfter = after.clauses.length;
	let start = 0;
	while (start < endBefore && start < endAfter && same(start, start)) start++;
	while (endBefore > start && endAfter > start && same(endBefore - 1, endAfter - 1)) {
		endBefore--;
		endAfter--;
	}
	return { start, endBefore, endAfter };
}

/** Removed clauses by the place (in the old document) of the nearest clause before them that stays; −1 for none. */
function removals(
	before: State,
	start: number,
	end: number,
	stays: ReadonlySet<number>,
): Map<number, ClauseEvent[]> {
	const removed = new Map<number, ClauseEvent[]>();
	let anchor = -1;
	for (let from = start; from < end; from++) {
		const clause = before.clauses[from] as number;
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
		if (before.lettersKey !== after.lettersKey) return 'reworded';
		return sameButDates(before, after) ? 'redated' : 'number';
	}
	if (isOtherAmount(before, after)) return 'number';
	if (!steady) return 'moved';
	if (before.number !== after.number) return 'renumbered';
	return before.targetsKey === after.targetsKey ? 'restyled' : 'relinked';
}
