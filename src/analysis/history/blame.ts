/** Since when each clause of today's text stands, and when its words last changed. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { ClauseText, EventKind, Ledger, Span, State } from '../../model/ledger.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';
import { bridge, isBrief } from '../ledger/presence.ts';
import { saidKey } from '../sentences/sentences-of.ts';

export interface Blame {
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	/** Index into `Ledger.texts`. */
	readonly text: number;
	/** The change that brought the clause in. */
	readonly since: Change;
	/** The change that last altered its words, number and look apart; null where none did. */
	readonly reworded: Change | null;
	/** Its number before the current one, and the change that ended it. */
	readonly formerNumber: { readonly number: string; readonly until: Change } | null;
}

/** One a clause of the newest version, in the order of the document. */
export function blame(agreement: Agreement): Blame[] {
	const { ledger } = agreement;
	const last = ledger.states.length - 1;
	const state = ledger.states[last];
	if (state === undefined) return [];
	const textChanges = textChangesOf(ledger, new Set(state.clauses));
	return Array.from(state.clauses, (clause, at) => {
		const since = (stayOf(agreement, clause) as Span).first;
		const own = (textChanges.get(clause) ?? []).filter(({ version }) => version >= since);
		return {
			clause,
			text: state.texts[at] as number,
			since: agreement.changes[since] as Change,
			reworded: agreement.changes[lastRewording(agreement, own) ?? -1] ?? null,
			formerNumber: lastNumber(agreement, own),
		};
	});
}

/** What is read of an agreement to tell when words changed. */
export type Worded = Pick<Agreement, 'ledger' | 'versions'>;

/** The versions in which a clause stood last, brief absences apart: since when it stands where it does today. */
export function stayOf({ ledger, versions }: Worded, clause: number): Span | undefined {
	return bridge(ledger.clauses[clause]?.spans ?? [], versions).at(-1);
}

export interface TextChange {
	readonly version: number;
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	readonly text: number;
}

/** Clause → the versions at which its text id changed, oldest first; of these clauses only. */
export function textChangesOf(ledger: Ledger, asked: ReadonlySet<number>): Map<number, TextChange[]> {
	const textChanges = new Map<number, TextChange[]>();
	for (const [version, state] of ledger.states.entries()) {
		if (state === ledger.states[version - 1]) continue;
		for (const [at, clause] of state.clauses.entries()) {
			if (!asked.has(clause)) continue;
			const text = state.texts[at] as number;
			const list = textChanges.get(clause);
			if (list === undefined) textChanges.set(clause, [{ version, clause, text }]);
			else if (list.at(-1)?.text !== text) list.push({ version, clause, text });
		}
	}
	return textChanges;
}

/** The version that brought in the last of these clauses, as they stand or stood last. */
export function standSince(agreement: Worded, clauses: readonly number[]): number {
	return Math.max(...clauses.map((clause) => stayOf(agreement, clause)?.first ?? 0));
}

/** The version that last altered the words, number and look apart; null where none did. @param textChanges of one clause */
export function lastRewording(agreement: Worded, textChanges: readonly TextChange[]): number | null {
	const [last = null] = rewordings(agreement, textChanges);
	return last;
}

/** Versions that altered the words, number, look and dates apart, newest first. @param textChanges of one clause */
export function* rewordings(agreement: Worded, textChanges: readonly TextChange[]): Generator<number> {
	const { texts } = agreement.ledger;
	const alike = (one: TextChange, other: TextChange): boolean => haveSameWords(texts, one, other);
	for (let at = textChanges.length - 1; at > 0; at--) {
		const [before, after] = [textChanges[at - 1] as TextChange, textChanges[at] as TextChange];
		if (alike(before, after) || isRegrouped(agreement, after)) continue;
		// Words that were there before the flap are no rewording: go on behind the whole excursion.
		const earlier = textChanges.findIndex((other) => alike(other, after));
		if (earlier >= 0 && earlier < at && isExcursion(agreement, textChanges, earlier, at)) {
			at = earlier + 1;
			continue;
		}
		yield after.version;
	}
}

function haveSameWords(texts: Ledger['texts'], before: TextChange, after: TextChange): boolean {
	return before.text === after.text || saidKey(texts, before.text) === saidKey(texts, after.text);
}

const sameWords: ReadonlySet<EventKind> = new Set(['regrouped', 'respelled', 'relabelled']);

/** Its sentences were cut or joined otherwise, spelled otherwise, or hold other labels: they say what they said. */
function isRegrouped({ ledger }: Worded, { version, clause }: TextChange): boolean {
	const [old, fresh] = [ledger.states[version - 1], ledger.states[version]] as [State, State];
	const event = eventsBetween(ledger, old, fresh).find((each) => each.clause === clause);
	return event !== undefined && sameWords.has(event.kind);
}

function isExcursion(
	{ versions }: Worded,
	textChanges: readonly TextChange[],
	from: number,
	to: number,
): boolean {
	const [left, back] = [textChanges[from + 1], textChanges[to]] as [TextChange, TextChange];
	return isBrief(versions, left.version, back.version);
}

function lastNumber(
	{ ledger, changes }: Agreement,
	textChanges: readonly TextChange[],
): Blame['formerNumber'] {
	const number = (wording: TextChange): string => (ledger.texts[wording.text] as ClauseText).number;
	for (let at = textChanges.length - 1; at > 0; at--) {
		const [before, after] = [textChanges[at - 1] as TextChange, textChanges[at] as TextChange];
		if (number(before) === '' || number(before) === number(after)) continue;
		return { number: number(before), until: changes[after.version] as Change };
	}
	return null;
}
