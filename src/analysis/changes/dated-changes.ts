/**
 * How the day that a page gives itself stands to each change of its terms: named ahead, passed when the change was first seen, moved, or
 * still the one of before. Told only where the page says it beyond doubt; what the platform announced elsewhere is not known here.
 */
import type { Change } from '../../model/change.ts';
import { type Dated, type DaySaid, noDays, type StatedDays } from '../../model/dated.ts';
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { withoutEditionDay } from '../../text/date-line.ts';
import { dayLength } from '../../text/day-length.ts';
import { dayOf, daysBetween } from '../../text/days-in-words.ts';
import { shownVersion } from '../history/shown-version.ts';
import { type DayReader, type DaysOfState, dayReader, endsOf } from './stated-days.ts';

/** A day farther from the change than this is of another edition, or a slip. */
const farthest = 400;
/** Where a platform is, the day after that of the fetch may have begun: what says that it is in force may be. */
const nearest = 2;
/** A text that is put up in steps bears the day of the first of them. */
const settling = 7;
/** A record so near that names other days tells of another edition, or of a day that was changed sooner or later than the words. */
const near = 30;

export type DatedInput = Pick<Change, 'version' | 'base' | 'class' | 'rank' | 'edition'>;

/** The changes of one agreement in commit order, those of its terms with what their pages say of their own day. */
export function withDates(ledger: Ledger, language: string, changes: readonly Change[]): Change[] {
	const dated = datedChanges(ledger, language, changes);
	return changes.map((change, index) => ({ ...change, dated: dated[index] ?? null }));
}

/** The days that the text in force gives itself. */
export function statedToday(ledger: Ledger, language: string, changes: readonly Change[]): StatedDays {
	const state = ledger.states[shownVersion(changes)];
	if (state === undefined) return noDays;
	const { effective, updated } = dayReader(ledger, language).daysOf(state);
	return { effective, updated };
}

/** One a change, of all changes of one agreement in commit order; null where the page states no day beyond doubt. */
export function datedChanges(
	ledger: Ledger,
	language: string,
	changes: readonly DatedInput[],
): (Dated | null)[] {
	const reader = dayReader(ledger, language);
	return changes.map(({ rank, class: decided, base }, index) => {
		if (rank !== 'prominent' || decided === 'lost' || base < 0) return null;
		const step = stepAt(ledger, reader, changes, index);
		if (daysBetween(step.last, step.seen) < 0) return null;
		return ahead(step) ?? passed(step) ?? moved(step) ?? still(step);
	});
}

/** A change, and what its page says of its own day before and after. */
interface Step {
	readonly ledger: Ledger;
	readonly reader: DayReader;
	readonly changes: readonly DatedInput[];
	readonly index: number;
	readonly before: DaysOfState;
	readonly after: DaysOfState;
	/** The days on which the former text was recorded, and the new one. */
	readonly last: string;
	readonly seen: string;
}

function stepAt(ledger: Ledger, reader: DayReader, changes: readonly DatedInput[], index: number): Step {
	const { base, version } = changes[index] as DatedInput;
	const [before, after] = [base, index].map((at) => reader.daysOf(ledger.states[at] as State));
	return {
		...{ ledger, reader, changes, index },
		before: before as DaysOfState,
		after: after as DaysOfState,
		last: dayOf((changes[base] as DatedInput).version.fetched),
		seen: dayOf(version.fetched),
	};
}

/** The page names another day from which it holds, and had named it before that day; or puts an edition of a day to come beside the one in force. */
function ahead(step: Step): Dated | null {
	const { changes, index, before, after, seen } = step;
	const { edition } = changes[index] as DatedInput;
	const stated = newEffective({ before, after });
	const day = stated ?? (edition?.kind === 'beside' ? edition.from : null);
	if (day === null || (before.effective !== null && day <= before.effective)) return null;
	const first = stated === null ? null : firstAnnounced(step, day);
	if (first !== null && isAhead(first, day, 1)) return datedAhead('effective', day, first);
	return isAhead(seen, day, nearest) ? datedAhead('effective', day, seen) : null;
}

function isAhead(first: string, day: string, least: number): boolean {
	const days = daysBetween(first, day);
	return days >= least && days <= farthest;
}

function datedAhead(says: DaySaid, day: string, first: string): Dated {
	return { kind: 'ahead', says, day, seen: first, days: daysBetween(first, day) };
}

/** The day from which the page holds, where it did not say it of any edition before; else null. */
function newEffective({ before, after }: Pick<Step, 'before' | 'after'>): string | null {
	return before.effectives.includes(after.effective) ? null : after.effective;
}

/** The day on which the page was first seen to name the day, of the records right before the change; null where the one before does not. */
function firstAnnounced({ ledger, reader, changes, index }: Step, day: string): string | null {
	let first: string | null = null;
	for (let at = (changes[index] as DatedInput).base; at >= 0; at--) {
		if (!reader.announces(ledger.states[at] as State, day)) break;
		first = dayOf((changes[at] as DatedInput).version.fetched);
	}
	return first;
}

/** The page says that it holds from a day that was past when the change was first seen, and later than the one before. */
function passed({ before, after, seen }: Step): Dated | null {
	const day = newEffective({ before, after });
	if (day === null || before.effective === null || day <= before.effective) return null;
	const days = daysBetween(day, seen);
	return days >= 0 && days <= farthest ? { kind: 'passed', says: 'effective', day, seen, days } : null;
}

/** The page says that it was last updated on a later day than before; perhaps it had named that day as one to come. */
function moved(step: Step): Dated | null {
	const { before, after, seen } = step;
	const day = after.updated;
	if (day === null || before.updated === null || day <= before.updated) return null;
	if (after.effective !== before.effective) return null;
	const first = firstAnnounced(step, day);
	if (first !== null && isAhead(first, day, 1)) return datedAhead('updated', day, first);
	const days = daysBetween(day, seen);
	return days >= 0 && days <= farthest ? { kind: 'moved', says: 'updated', day, seen, days } : null;
}

/** The words changed, and every day that the page gives itself stayed. */
function still(step: Step): Dated | null {
	const { before, after, seen } = step;
	if (!before.isClear || !after.isClear || !isSame(before, after)) return null;
	const [says, day] =
		after.updated !== null
			? (['updated', after.updated] as const)
			: (['effective', after.effective] as const);
	if (day === null || (after.effective !== null && after.effective >= seen)) return null;
	const days = daysBetween(day, seen);
	if (days < settling || isRedated(step)) return null;
	return { kind: 'still', says, day, seen, days };
}

function isSame(one: DaysOfState, other: DaysOfState): boolean {
	return one.effective === other.effective && one.updated === other.updated;
}

/** A line of a day came in with the change, or one that names a later day, as lists of revisions do, or a record shortly before or after it names other days. */
function isRedated({ ledger, reader, changes, index, after }: Step): boolean {
	const { base } = changes[index] as DatedInput;
	const stood = new Set(endsOf(ledger.states[base] as State));
	const fresh = endsOf(ledger.states[index] as State).filter((id) => !stood.has(id));
	const own = after.updated ?? after.effective ?? '';
	const isOfDay = (id: number): boolean =>
		withoutEditionDay((ledger.texts[id] as ClauseText).visible) !== null ||
		reader.daysIn(id).some((day) => day > own);
	if (fresh.some(isOfDay)) return true;
	return nearTo(changes, index).some((at) => {
		const days = reader.daysOf(ledger.states[at] as State);
		return (days.effective !== null || days.updated !== null) && !isSame(days, after);
	});
}

/** Places of the records around one, up to the first that is too far away on either side. */
function nearTo(changes: readonly DatedInput[], index: number): number[] {
	const momentOf = (at: number): number => Date.parse((changes[at] as DatedInput).version.fetched);
	const isNear = (at: number): boolean => Math.abs(momentOf(at) - momentOf(index)) <= near * dayLength;
	const places: number[] = [];
	for (let at = index - 1; at >= 0 && isNear(at); at--) places.push(at);
	for (let at = index + 1; at < changes.length && isNear(at); at++) places.push(at);
	return places;
}
