/** One clause through time: every wording it ever had, when it moved, went out and came back. Runs in the browser too. */
import type { ClauseEvent, EventKind, Ledger, Span, State } from '../../model/ledger.ts';
import type { ChangeBlock } from '../../model/redline.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';
import { isBrief, type Moments } from '../ledger/presence.ts';
import { changeBlock } from '../redline/redline.ts';

/** What is needed of an agreement: the public ledger file has it too. */
export interface LedgerInTime {
	readonly ledger: Ledger;
	/** One a state. */
	readonly versions: Moments;
}

/** `came`: it stood for the first time; `left`, `returned`: it was away for longer than a failed capture lasts. */
export type StepKind = 'came' | 'left' | 'returned' | Exclude<EventKind, 'added' | 'removed'>;

export interface ClauseStep {
	readonly kind: StepKind;
	/** Index of the version that brought the step. */
	readonly version: number;
	/** Version that it is compared with: the one before it, or the last before a gap; null for the first of all. */
	readonly against: number | null;
	/** Indexes into `Ledger.texts`; null where the clause did not stand. */
	readonly before: number | null;
	readonly after: number | null;
	/** Version that put the wording before back within a month, so that this one was an excursion; null where none did. */
	readonly putBack: number | null;
	/** As it was seen between the two versions; null where they were not compared to find the step. */
	readonly event: ClauseEvent | null;
}

/** Whether two texts in a row are to be compared for what happened to the clause. */
type IsAsked = (before: State, after: State) => boolean;

/** Oldest first; empty for a clause that the ledger does not know. A return of the former words within a month is no step of its own. */
export function clauseHistory(archive: LedgerInTime, clause: number): ClauseStep[] {
	return stepsWhere(archive, clause, (before, after) => before !== after);
}

/** The same without steps that left its text as it was, such as a move: a fraction of the comparisons finds them. */
export function wordingHistory(archive: LedgerInTime, clause: number): ClauseStep[] {
	const textIn = ({ clauses, texts }: State): number | undefined => texts[clauses.indexOf(clause)];
	return stepsWhere(archive, clause, (before, after) => textIn(before) !== textIn(after));
}

function stepsWhere({ ledger, versions }: LedgerInTime, clause: number, isAsked: IsAsked): ClauseStep[] {
	const follow = (against: number, version: number): void => {
		const [old, fresh] = [ledger.states[against] as State, ledger.states[version] as State];
		const event = isAsked(old, fresh) ? eventOf(ledger, old, fresh, clause) : undefined;
		if (event !== undefined) addStep(versions, steps, event, against, version);
	};
	const spans = ledger.clauses[clause]?.spans ?? [];
	const steps: ClauseStep[] = [];
	for (const [at, span] of spans.entries()) {
		const before = spans[at - 1];
		if (before === undefined) steps.push(cameIn(ledger, clause, span.first));
		else if (isBrief(versions, before.last + 1, span.first)) follow(before.last, span.first);
		else steps.push(left(ledger, clause, before), returned(ledger, clause, before, span));
		for (let version = span.first + 1; version <= span.last; version++) follow(version - 1, version);
	}
	const last = spans.at(-1);
	if (last !== undefined && last.last < ledger.states.length - 1) steps.push(left(ledger, clause, last));
	return steps;
}

/** The words of a step as a redline draws them; null where there is nothing to compare with. */
export function stepBlock(
	ledger: Ledger,
	clause: number,
	{ kind, version, against, before, event: seen }: ClauseStep,
): ChangeBlock | null {
	if (against === null) return null;
	const [old, fresh] = [ledger.states[against] as State, ledger.states[version] as State];
	const event = seen ?? eventOf(ledger, old, fresh, clause);
	if (event !== undefined) return changeBlock(ledger, old, fresh, event);
	// It came back in the words in which it had left.
	if (kind !== 'returned') return null;
	const places = { from: old.clauses.indexOf(clause), at: fresh.clauses.indexOf(clause) };
	const same = { before, after: before, moved: false, renumbered: false, sentences: [] };
	return changeBlock(ledger, old, fresh, { kind: 'moved', clause, ...same, ...places });
}

function addStep(
	versions: Moments,
	steps: ClauseStep[],
	event: ClauseEvent,
	against: number,
	version: number,
): void {
	const { kind, before, after } = event;
	const isReturn =
		before !== after &&
		steps.some((step) => step.before === after && isBrief(versions, step.version, version));
	const last = steps.at(-1) as ClauseStep;
	if (isReturn) steps[steps.length - 1] = { ...last, putBack: version };
	else steps.push({ kind: kind as StepKind, version, against, before, after, putBack: null, event });
}

function eventOf(ledger: Ledger, old: State, fresh: State, clause: number): ClauseEvent | undefined {
	return eventsBetween(ledger, old, fresh).find((event) => event.clause === clause);
}

function textAt(ledger: Ledger, clause: number, version: number): number {
	const { clauses, texts } = ledger.states[version] as State;
	return texts[clauses.indexOf(clause)] as number;
}

function cameIn(ledger: Ledger, clause: number, version: number): ClauseStep {
	const after = textAt(ledger, clause, version);
	return { kind: 'came', version, against: null, before: null, after, putBack: null, event: null };
}

function left(ledger: Ledger, clause: number, { last }: Span): ClauseStep {
	const before = textAt(ledger, clause, last);
	return { kind: 'left', version: last + 1, against: last, before, after: null, putBack: null, event: null };
}

function returned(ledger: Ledger, clause: number, old: Span, { first }: Span): ClauseStep {
	const [before, after] = [textAt(ledger, clause, old.last), textAt(ledger, clause, first)];
	return { kind: 'returned', version: first, against: old.last, before, after, putBack: null, event: null };
}
