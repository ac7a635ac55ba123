/** What happened to each clause between two versions of one agreement; any two, not only neighbours. A clause's event is a view of its sentences. */

import type { ClauseEvent, ClauseText, EventKind, Ledger, SentenceStep, State } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { lettersKey } from '../../text/fingerprint.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';
import { clauseSteps } from '../sentences/clause-steps.ts';
import { compareSentences } from '../sentences/compare-sentences.ts';
import { passageWords } from '../sentences/passage-words.ts';
import type { Piece } from '../sentences/pieces.ts';
import { sentencesOf } from '../sentences/sentences-of.ts';
import { whatIsAside } from '../sentences/set-aside.ts';
import { tellingKinds } from './event-kinds.ts';
import { findReplacements } from './replacements.ts';

/**
 * Events in the order of the new document; a removed clause stands where it stood, after the clause before it. Clauses
 * without an event stand on both sides with the same text in the same order, so the events turn the old version into the new.
 */
export function compareStates(ledger: Ledger, before: State, after: State): ClauseEvent[] {
	if (before === after) return [];
	const sides = sidesOf(ledger, before, after);
	const { start, endAfter, steady, from } = sides;
	const steps = stepsOf(sides);
	const removedAfter = removals(sides, steps);
	const events: ClauseEvent[] = [...(removedAfter.get(-1) ?? [])];
	for (let at = start; at < endAfter; at++) {
		const place = from[at - start] as number;
		const event = eventAt(sides, at, place, steady.has(at - start), steps.ofFresh(at));
		if (event !== null) events.push(event);
		if (place !== -1) events.push(...(removedAfter.get(place) ?? []));
	}
	return toldOnce(ledger, events, after);
}

/** Copies of an edit, and clauses in which nothing but a name differs that was replaced throughout, are told once. */
function toldOnce(ledger: Ledger, events: readonly ClauseEvent[], after: State): ClauseEvent[] {
	const telling = events.filter(({ kind }) => tellingKinds.has(kind));
	if (telling.length < 2) return [...events];
	const copies = repeatedEvents(telling);
	const { explained } = findReplacements(ledger, telling, after);
	return events.map((event) => {
		if (copies.has(event)) return { ...event, kind: 'repeated' };
		return explained.has(event) ? { ...event, kind: 'renamed' } : event;
	});
}

/** Those of which each sentence that came, went or was edited did so in a clause before. */
function repeatedEvents(events: readonly ClauseEvent[]): Set<ClauseEvent> {
	const seen = new Set<string>();
	return new Set(
		events.filter(({ sentences }) => {
			const steps = sentences.filter(({ kind }) => kind === 'in' || kind === 'out' || kind === 'edited');
			const names = steps.map(stepName);
			const repeated = names.length > 0 && names.every((name) => seen.has(name));
			for (const name of names) seen.add(name);
			return repeated;
		}),
	);
}

function stepName({ before, after }: SentenceStep): string {
	return `${before?.key ?? 0} ${after?.key ?? 0}`;
}

interface Sides {
	readonly ledger: Ledger;
	readonly before: State;
	readonly after: State;
	readonly start: number;
	readonly endBefore: number;
	readonly endAfter: number;
	/** One a clause of the new middle: where it stood in the old document, or −1. */
	readonly from: Int32Array;
	/** Indexes into `from` of the clauses that kept their order. */
	readonly steady: ReadonlySet<number>;
	/** Places of old clauses that stand no more. */
	readonly gone: ReadonlySet<number>;
}

function sidesOf(ledger: Ledger, before: State, after: State): Sides {
	const { start, endBefore, endAfter } = differingMiddle(before, after);
	const placeBefore = new Map<number, number>();
	for (let place = start; place < endBefore; place++) placeBefore.set(before.clauses[place] as number, place);
	const middle = after.clauses.subarray(start, endAfter);
	const from = middle.map((clause) => placeBefore.get(clause) ?? -1);
	const stays = new Set(from);
	const gone = new Set<number>();
	for (let place = start; place < endBefore; place++) if (!stays.has(place)) gone.add(place);
	return { ledger, before, after, start, endBefore, endAfter, from, steady: longestIncreasing(from), gone };
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

/** The steps of the clauses at places of the old document and of the new one; none where every sentence stayed in its clause. */
interface Steps {
	readonly ofOld: (place: number) => readonly SentenceStep[];
	readonly ofFresh: (place: number) => readonly SentenceStep[];
}

function stepsOf(sides: Sides): Steps {
	const { ledger, before, after, start, from } = sides;
	const differing = differingClauses(sides);
	if (differing.old.size + differing.fresh.size === 0) return { ofOld: () => [], ofFresh: () => [] };
	const formerPlace = (fresh: number): number => from[fresh - start] as number;
	const compared = compareSentences(ledger, before, after, differing, formerPlace);
	const [old, fresh] = [compared.old, compared.fresh].map((pieces) =>
		Map.groupBy(pieces, ({ place }) => place),
	) as [Map<number, Piece[]>, Map<number, Piece[]>];
	return {
		ofOld: (place) => clauseSteps(old.get(place) ?? [], []),
		ofFresh: (place) => {
			const pieces = fresh.get(place);
			const former = from[place - start] as number;
			return pieces === undefined && !differing.fresh.has(place)
				? []
				: clauseSteps(old.get(former) ?? [], pieces ?? []);
		},
	};
}

/** Clauses that came, went or say something else than before. Those that say the same are the fixed points between which the others are compared. */
function differingClauses({ ledger, before, after, start, endBefore, endAfter, from, steady, gone }: Sides): {
	old: Map<number, number>;
	fresh: Map<number, number>;
} {
	const fresh = new Map<number, number>();
	const differs = new Set<number>(gone);
	const fixed = new Set<number>();
	let gap = 0;
	for (let at = start; at < endAfter; at++) {
		const place = from[at - start] as number;
		const said = place !== -1 && sayTheSame(ledger, before.texts[place] as number, after.texts[at] as number);
		if (!said) {
			fresh.set(at, gap);
			if (place !== -1) differs.add(place);
		} else if (steady.has(at - start)) {
			fixed.add(place);
			gap++;
		}
	}
	const old = new Map<number, number>();
	gap = 0;
	for (let place = start; place < endBefore; place++) {
		if (differs.has(place)) old.set(place, gap);
		else if (fixed.has(place)) gap++;
	}
	return { old, fresh };
}

function sayTheSame(ledger: Ledger, before: number, after: number): boolean {
	if (before === after) return true;
	const [one, other] = [sentencesOf(ledger.texts, before), sentencesOf(ledger.texts, after)];
	return one.length === other.length && one.every(({ key }, at) => key === other[at]?.key);
}

/** Removed clauses by the place (in the old document) of the nearest clause before them that stays where it is; −1 for none. */
function removals(
	{ before, start, endBefore, gone, from: places, steady }: Sides,
	steps: Steps,
): Map<number, ClauseEvent[]> {
	const removed = new Map<number, ClauseEvent[]>();
	const fixed = new Set([...steady].map((at) => places[at] as number));
	let anchor = -1;
	for (let from = start; from < endBefore; from++) {
		if (!gone.has(from)) {
			if (fixed.has(from)) anchor = from;
			continue;
		}
		const sentences = steps.ofOld(from);
		const event: ClauseEvent = {
			kind: sentences.some(({ kind }) => kind === 'out') ? 'removed' : 'regrouped',
			clause: before.clauses[from] as number,
			before: before.texts[from] as number,
			after: null,
			from,
			at: null,
			moved: false,
			renumbered: false,
			sentences,
		};
		const group = removed.get(anchor);
		if (group === undefined) removed.set(anchor, [event]);
		else group.push(event);
	}
	return removed;
}

function eventAt(
	{ ledger, before: old, after: fresh }: Sides,
	at: number,
	from: number,
	steady: boolean,
	sentences: readonly SentenceStep[],
): ClauseEvent | null {
	const after = fresh.texts[at] as number;
	const place = { clause: fresh.clauses[at] as number, after, at, sentences };
	if (from === -1)
		return {
			kind: kindOfNew(ledger, sentences),
			...place,
			before: null,
			from: null,
			moved: false,
			renumbered: false,
		};
	const before = old.texts[from] as number;
	if (before === after && steady) return null;
	const [one, other] = [ledger.texts[before] as ClauseText, ledger.texts[after] as ClauseText];
	const renumbered = one.number !== other.number;
	const kind = before === after ? 'moved' : kindOf(ledger, one, other, steady, sentences);
	return { kind, ...place, before, from, moved: !steady, renumbered };
}

function kindOfNew(ledger: Ledger, sentences: readonly SentenceStep[]): EventKind {
	if (sentences.some(({ kind }) => kind === 'in')) return 'added';
	return kindOfEdits(ledger, sentences) ?? 'regrouped';
}

function kindOf(
	ledger: Ledger,
	before: ClauseText,
	after: ClauseText,
	steady: boolean,
	sentences: readonly SentenceStep[],
): EventKind {
	if (sentences.some(({ kind }) => kind === 'in' || kind === 'out')) return 'reworded';
	const edits = kindOfEdits(ledger, sentences);
	if (edits !== null) return edits;
	if (sentences.some(({ kind }) => kind === 'came' || kind === 'went')) return 'regrouped';
	const alike = sentences.find(({ kind }) => kind === 'alike');
	if (alike !== undefined) return kindOfAside(ledger, alike);
	// A line that names the day of its edition is known without it.
	if (before.key !== after.key && before.lettersKey === after.lettersKey) return 'redated';
	if (!steady) return 'moved';
	if (before.number !== after.number) return 'renumbered';
	return before.targetsKey === after.targetsKey ? 'restyled' : 'relinked';
}

function kindOfAside(ledger: Ledger, { before, after }: SentenceStep): EventKind {
	const [one, other] = [passageWords(ledger, before), passageWords(ledger, after)];
	const aside = whatIsAside(one, other);
	if (aside === 'numbering') return 'renumbered';
	return aside === 'spelling' ? 'respelled' : 'relabelled';
}

/** Null where no sentence was edited. */
function kindOfEdits(ledger: Ledger, sentences: readonly SentenceStep[]): EventKind | null {
	const edited = sentences.filter(({ kind }) => kind === 'edited');
	if (edited.length === 0) return null;
	return edited.every((step) => differsInNumbers(ledger, step)) ? 'number' : 'reworded';
}

/** 5 am, 5 p.m. */
const halfOfDay = /(\d)\s?[ap]\.?m\b\.?/gi;

/** Nothing but digits, signs, days and times. */
function differsInNumbers(ledger: Ledger, { before, after }: SentenceStep): boolean {
	const [one, other] = [before, after].map((passage) =>
		lettersKey(withoutDates(passageWords(ledger, passage)).replace(halfOfDay, '$1')),
	);
	return one === other;
}
