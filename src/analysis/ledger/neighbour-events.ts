/** What happened between a version and the one that it is compared with, remembered as long as one agreement is looked at. */
import type { ClauseEvent, Ledger, State } from '../../model/ledger.ts';
import { compareStates } from './compare-states.ts';

/** Pages come agreement by agreement: the events of the last one are enough, and those of all would fill the memory. */
let last: { readonly ledger: Ledger; readonly known: Map<string, readonly ClauseEvent[]> } | undefined;
/** Comparisons that are kept of one agreement. */
const most = 500;

/** @param before @param after indexes into `Ledger.states` */
export function eventsBetween(ledger: Ledger, before: number, after: number): readonly ClauseEvent[] {
	const [old, fresh] = [ledger.states[before], ledger.states[after]] as [State, State];
	if (old === fresh) return [];
	if (last?.ledger !== ledger) last = { ledger, known: new Map() };
	const { known } = last;
	const name = `${before} ${after}`;
	const events = known.get(name) ?? compareStates(ledger, old, fresh);
	if (known.size >= most) known.clear();
	known.set(name, events);
	return events;
}
