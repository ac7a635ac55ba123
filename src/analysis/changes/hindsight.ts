/** What later versions tell of a change. It moves ranks only; classes, pages and addresses stay. */

import type { ChangeClass, Hindsight, Rank } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import { flapDays, lostShare } from '../../model/thresholds.ts';
import { isAcceptedByHand } from '../../model/version.ts';
import { dayLength } from '../../text/day-length.ts';
import { wordingKinds } from '../ledger/event-kinds.ts';
import type { Compared } from './change-class.ts';
import { editionDate, editionMonth, firstStatedDay } from './edition-day.ts';
import { furnitureJudge, termsJudge } from './furniture.ts';
import { isOtherPage } from './other-page.ts';
import { onlySlipsMended } from './slips.ts';

/** A clause that was reworded this often within half a year, by a few words each time, is a counter or a ticker. */
export const churnTimes = 5;
export const churnDays = 180;
export const churnWords = 6;
/** A page that changes this often within a month shows more than an agreement: a forum, a list of offers, a ticker. */
export const restlessTimes = 8;
export const restlessDays = 30;
/** The declaration of an agreement that is new to the archive is mended within this time. */
export const settlingDays = 7;
/** Fewer clauses are no frame: a clause that is struck in an agreement's first week is struck. */
const smallestFrame = 3;
/** A page of fewer words is an error or a notice, no agreement. */
export const fewestWords = 60;
/** A wording that was there within this time and is there again was never really given up. */
export const rotationDays = 90;

/** Everything known of one recorded change before its rank is. */
export interface RankedInput extends Compared {
	readonly class: ChangeClass;
}

export interface Ranked {
	readonly rank: Rank;
	readonly hindsight: Hindsight | null;
}

const rankOfClass: Readonly<Record<ChangeClass, Rank>> = {
	unfollowed: 'folded',
	first: 'low',
	technical: 'folded',
	flap: 'folded',
	cosmetic: 'folded',
	language: 'folded',
	lost: 'low',
	recovered: 'folded',
	numbers: 'prominent',
	reordered: 'low',
	minor: 'low',
	substantive: 'prominent',
};

/** One rank a change, for all changes of one agreement in commit order. */
export function rankChanges(ledger: Ledger, changes: readonly RankedInput[]): Ranked[] {
	const times = changes.map(({ version }) => Date.parse(version.fetched));
	const churn = churningClauses(ledger, changes, times);
	const isFurniture = furnitureJudge(ledger);
	const isTelling = termsJudge(ledger);
	const holds = keyHolder(ledger);
	return changes.map((change, index) => {
		const rank = rankOfClass[change.class];
		if (change.class === 'lost') {
			if (isAcceptedByHand(change.version)) return { rank: 'prominent', hindsight: null };
			return { rank, hindsight: null, ...lastingLoss(changes, times, index) };
		}
		if (rank !== 'prominent') return { rank, hindsight: null };
		const hindsight =
			undone(changes, times, index) ??
			rotating(ledger, changes, times, index, holds) ??
			churning(change, churn, isRestless(changes, times, index)) ??
			furniture(ledger, change, index, isFurniture) ??
			settling(changes, times, index) ??
			slip(ledger, change, index) ??
			filled(ledger, changes, index, isTelling) ??
			otherPage(ledger, change, index) ??
			older(ledger, changes, index);
		return { rank: hindsight === null ? rank : 'low', hindsight };
	});
}

/** A lost text that still stands after a month was no failed capture. */
function lastingLoss(
	changes: readonly RankedInput[],
	times: readonly number[],
	index: number,
): Partial<Ranked> {
	const end = changes.findIndex((change, at) => at > index && change.class !== 'lost');
	const last = end === -1 ? changes.length - 1 : end;
	const days = ((times[last] as number) - (times[index] as number)) / dayLength;
	return end !== -1 && days > flapDays ? { rank: 'prominent', hindsight: { label: 'stood' } } : {};
}

/** The text went back to what it was before the change, and a month later was still that: one record between tells nothing. */
function undone(changes: readonly RankedInput[], times: readonly number[], index: number): Hindsight | null {
	const former = changes[(changes[index] as RankedInput).base]?.print.dateless;
	const month = placesWithinMonth(times, index)
		.map((at) => changes[at] as RankedInput)
		.filter((change) => change.class !== 'lost');
	if (month.at(-1)?.print.dateless !== former) return null;
	const back = month.find(({ print }) => print.dateless === former) as RankedInput;
	return { label: 'undone', on: back.version.fetched, commit: back.version.commit };
}

/** Of the month after a change. A record made late of an older page tells nothing of what came after. */
function placesWithinMonth(times: readonly number[], index: number): number[] {
	const places: number[] = [];
	for (let at = index + 1; at < times.length; at++) {
		const days = ((times[at] as number) - (times[index] as number)) / dayLength;
		if (days > flapDays) break;
		if (days >= 0) places.push(at);
	}
	return places;
}

/** Everything that came in was soon gone again or had been there before; likewise what went out, where nothing came in. */
function rotating(
	ledger: Ledger,
	changes: readonly RankedInput[],
	times: readonly number[],
	index: number,
	holds: Holds,
): Hindsight | null {
	const { events } = changes[index] as RankedInput;
	const changed = events.filter(({ before, after }) => !sameWords(ledger, before, after));
	const keysOf = (ids: readonly (number | null)[]): number[] =>
		[...new Set(ids.filter((id) => id !== null).map((id) => (ledger.texts[id] as ClauseText).key))].filter(
			(key) => key !== 0,
		);
	const cameIn = keysOf(changed.map(({ after }) => after));
	const wentOut = keysOf(changed.map(({ before }) => before));
	if (cameIn.length + wentOut.length === 0) return null;
	const later = placesWithinMonth(times, index).findLast((at) => changes[at]?.class !== 'lost');
	const passing =
		cameIn.every((key) => isPassing(holds, times, index, later, key, true)) &&
		wentOut.every((key) => isPassing(holds, times, index, later, key, false));
	return passing ? { label: 'rotating' } : null;
}

function sameWords(ledger: Ledger, before: number | null, after: number | null): boolean {
	if (before === null || after === null) return false;
	return (ledger.texts[before] as ClauseText).key === (ledger.texts[after] as ClauseText).key;
}

/**
 * Came in: gone again a month later, or was there not long before. Went out: back, or had come in not long before.
 * @param later the last version of the month after, where there is one
 */
function isPassing(
	holds: Holds,
	times: readonly number[],
	index: number,
	later: number | undefined,
	key: number,
	cameIn: boolean,
): boolean {
	const now = times[index] as number;
	if (later !== undefined && holds(later, key) !== cameIn) return true;
	for (let at = index - 2; at >= 0; at--) {
		// What stood at `at` ended at the version after it.
		if (now - (times[at + 1] as number) > rotationDays * dayLength) break;
		if (holds(at, key) === cameIn) return true;
	}
	return false;
}

/** Says whether a version holds a clause of these words. */
type Holds = (version: number, key: number) => boolean;

/** Remembers the keys of each state, because flapping agreements ask again and again. */
function keyHolder({ states, texts }: Ledger): Holds {
	const keysOfState = new Map<State, ReadonlySet<number>>();
	return (version, key) => {
		const state = states[version] as State;
		let keys = keysOfState.get(state);
		if (keys === undefined) {
			keys = new Set(Array.from(state.texts, (id) => (texts[id] as ClauseText).key));
			keysOfState.set(state, keys);
		}
		return keys.has(key);
	};
}

/** Clause → times at which a few words of it changed. */
function churningClauses(
	ledger: Ledger,
	changes: readonly RankedInput[],
	times: readonly number[],
): Map<number, number[]> {
	const touched = new Map<number, number[]>();
	for (const [index, { events }] of changes.entries()) {
		for (const event of events) {
			if (event.kind !== 'reworded' && event.kind !== 'number') continue;
			if (event.before === null || event.after === null) continue;
			const [before, after] = [event.before, event.after].map(
				(id) => ledger.texts[id as number] as ClauseText,
			);
			if (Math.abs((before as ClauseText).words - (after as ClauseText).words) > churnWords) continue;
			const list = touched.get(event.clause);
			if (list === undefined) touched.set(event.clause, [times[index] as number]);
			else list.push(times[index] as number);
		}
	}
	return touched;
}

function churning(
	change: RankedInput,
	churn: ReadonlyMap<number, readonly number[]>,
	restless: boolean,
): Hindsight | null {
	const now = Date.parse(change.version.fetched);
	const telling = change.events.filter(({ kind }) => wordingKinds.has(kind));
	const often =
		telling.length > 0 &&
		telling.every(({ clause, kind }) => {
			if (kind !== 'reworded' && kind !== 'number') return false;
			const near = (churn.get(clause) ?? []).filter(
				(at) => Math.abs(at - now) <= (churnDays / 2) * dayLength,
			);
			return near.length >= churnTimes;
		});
	return often || restless ? { label: 'churning' } : null;
}

/** True where the words of the page changed again and again around that time. */
function isRestless(changes: readonly RankedInput[], times: readonly number[], index: number): boolean {
	let count = 0;
	const near = (at: number): boolean =>
		at >= 0 &&
		at < times.length &&
		Math.abs((times[at] as number) - (times[index] as number)) <= (restlessDays / 2) * dayLength;
	for (let at = index; near(at); at--)
		if (rankOfClass[(changes[at] as RankedInput).class] === 'prominent') count++;
	for (let at = index + 1; near(at); at++)
		if (rankOfClass[(changes[at] as RankedInput).class] === 'prominent') count++;
	return count >= restlessTimes;
}

function furniture(
	{ states }: Ledger,
	{ base, events }: RankedInput,
	index: number,
	isFurniture: ReturnType<typeof furnitureJudge>,
): Hindsight | null {
	const furnished = isFurniture(states[base] as State, states[index] as State, events);
	return furnished ? { label: 'furniture' } : null;
}

/** Soon after the first record only the frame around the agreement went: somebody mended the declaration. */
function settling(
	changes: readonly RankedInput[],
	times: readonly number[],
	index: number,
): Hindsight | null {
	const { events } = changes[index] as RankedInput;
	const days = ((times[index] as number) - (times[0] as number)) / dayLength;
	const wordy = events.filter(({ kind }) => kind === 'added' || kind === 'reworded' || kind === 'number');
	const gone = events.filter(({ kind }) => kind === 'removed');
	return days <= settlingDays && gone.length >= smallestFrame && wordy.length === 0
		? { label: 'furniture' }
		: null;
}

function slip(ledger: Ledger, { base, events }: RankedInput, index: number): Hindsight | null {
	const [before, after] = [ledger.states[base], ledger.states[index]] as [State, State];
	return onlySlipsMended(ledger, before, after, events) ? { label: 'slip' } : null;
}

/** All that stood before stands on, within a text of more than three times its length: only a part was read till then. */
function filled(
	ledger: Ledger,
	changes: readonly RankedInput[],
	index: number,
	isTelling: ReturnType<typeof termsJudge>,
): Hindsight | null {
	if (!isMultiplied(changes, index)) return null;
	const { states } = ledger;
	const { base, events } = changes[index] as RankedInput;
	const [before, after] = [states[base], states[index]] as [State, State];
	if (wordsOf(ledger, before) < fewestWords) return { label: 'filled' };
	const tells = isTelling(before, after);
	if (events.some((event) => event.before !== null && tells(event))) return null;
	return isAnnex(ledger, before, after, events) ? null : { label: 'filled' };
}

function otherPage(ledger: Ledger, { base }: RankedInput, index: number): Hindsight | null {
	const [before, after] = [ledger.states[base], ledger.states[index]] as [State, State];
	return isOtherPage(ledger, before, after) ? { label: 'other-page' } : null;
}

/** All of it stands below what stood before, under a title of its own: that may be new. */
function isAnnex({ texts }: Ledger, before: State, after: State, events: readonly ClauseEvent[]): boolean {
	const stood = new Set(before.texts);
	const end = after.texts.findLastIndex((id) => stood.has(id)) + 1;
	if (events.some(({ at, kind }) => kind === 'added' && (at as number) < end)) return false;
	return texts[after.texts[end] as number]?.kind === 'heading';
}

function wordsOf({ texts }: Ledger, state: State): number {
	return state.texts.reduce((sum, id) => sum + (texts[id] as ClauseText).words, 0);
}

/** The page names an earlier day than before: another edition was fetched, or an old one came back. */
function older(ledger: Ledger, changes: readonly RankedInput[], index: number): Hindsight | null {
	const wentBack = (dayOf: typeof editionDate): boolean => {
		const [before, after] = [index - 1, index].map((at) => dayOf(ledger, ledger.states[at] as State));
		return typeof before === 'number' && typeof after === 'number' && after < before;
	};
	// Where a page came to hold many documents, the day that comes first is that of the agreement.
	const ofMany = isMultiplied(changes, index) && mostStayed(ledger, index) && wentBack(firstStatedDay);
	return wentBack(editionDate) || wentBack(editionMonth) || ofMany ? { label: 'older' } : null;
}

/** The mirror of a loss. */
function isMultiplied(changes: readonly RankedInput[], index: number): boolean {
	const { base, print } = changes[index] as RankedInput;
	return (changes[base] as RankedInput).print.length < print.length * lostShare;
}

/** Half of what stood before stands still. */
function mostStayed({ states, texts }: Ledger, index: number): boolean {
	const keyOf = (id: number): number => (texts[id] as ClauseText).key;
	const [before, after] = [states[index - 1], states[index]] as [State, State];
	const stands = new Set(Array.from(after.texts, keyOf));
	return before.texts.filter((id) => stands.has(keyOf(id))).length > before.texts.length / 2;
}
