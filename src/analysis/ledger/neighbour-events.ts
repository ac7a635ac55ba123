/** What happened between two versions, remembered as long as one agreement is looked at: a text that comes and goes is compared again and again. */
import type { ClauseEvent, Ledger, State } from '../../model/ledger.ts';
import { compareStates } from './compare-states.ts';
import type { Comparison } from './pack-events.ts';

type Known = Map<State, Map<State, readonly ClauseEvent[]>>;

/** Agreements are looked at one after the other: the events of the last one are enough, and those of all would fill the memory. */
let last: { readonly ledger: Ledger; readonly known: Known } | undefined;

/** What was told of ledgers that were compared before. */
const told = new WeakMap<Ledger, () => readonly Comparison[]>();

/** @param comparisons what comparing versions of this ledger comes to, by the same code; called once somebody compares */
export function tellEvents(ledger: Ledger, comparisons: () => readonly Comparison[]): void {
	told.set(ledger, comparisons);
}

/** @param before @param after of this ledger */
export function eventsBetween(ledger: Ledger, before: State, after: State): readonly ClauseEvent[] {
	if (before === after) return [];
	if (last?.ledger !== ledger) last = { ledger, known: knownOf(ledger) };
	const own = last.known.get(before) ?? new Map<State, readonly ClauseEvent[]>();
	last.known.set(before, own);
	const events = own.get(after) ?? compareStates(ledger, before, after);
	own.set(after, events);
	return events;
}

function knownOf(ledger: Ledger): Known {
	const comparisons = told.get(ledger)?.() ?? [];
	const known: Known = new Map();
	for (const { before, after, events } of comparisons) {
		const [one, other] = [ledger.states[before] as State, ledger.states[after] as State];
		const own = known.get(one) ?? new Map<State, readonly ClauseEvent[]>();
		known.set(one, own.set(other, events));
	}
	return known;
}

/**
 * The same of a text that came back, where only what happened to each clause is asked, not in which order: what was seen when it went is
 * seen the other way round.
 */
export function eventsOfReturn(ledger: Ledger, before: State, after: State): readonly ClauseEvent[] {
	const seen = last?.ledger === ledger ? last.known.get(after)?.get(before) : undefined;
	return seen === undefined ? eventsBetween(ledger, before, after) : seen.map(reversed);
}

const otherWayRound: Readonly<Partial<Record<ClauseEvent['kind'], ClauseEvent['kind']>>> = {
	added: 'removed',
	removed: 'added',
};
const otherStep = {
	same: 'same',
	alike: 'alike',
	edited: 'edited',
	in: 'out',
	out: 'in',
	came: 'went',
	went: 'came',
} as const;

function reversed(event: ClauseEvent): ClauseEvent {
	return {
		...event,
		kind: otherWayRound[event.kind] ?? event.kind,
		before: event.after,
		after: event.before,
		from: event.at,
		at: event.from,
		sentences: event.sentences.map(({ kind, before, after }) => ({
			kind: otherStep[kind],
			before: after,
			after: before,
		})),
	};
}
