/** The days that an agreement gives itself, at its beginning or its end: from when it holds, when it was last changed. */
import { noDays, type StatedDays } from '../../model/dated.ts';
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { withoutEditionDay } from '../../text/date-line.ts';
import { type DayStatement, statedDays } from '../../text/stated-days.ts';
import { type DayOrder, orderShown, writtenDays } from '../../text/written-days.ts';

/** What a version says of its own day. */
export interface DaysOfState extends StatedDays {
	/** False where it says several days of a kind, or one that can be read in two ways. */
	readonly isClear: boolean;
	/** Every day from which it says that something holds: of two editions on one page there are two. */
	readonly effectives: readonly (string | null)[];
}

/** What the versions of one agreement say of their own days: each asked for once. */
export interface DayReader {
	daysOf(state: State): DaysOfState;
	/** Every day that a line names, `YYYY-MM-DD`. @param id index into `Ledger.texts` */
	daysIn(id: number): readonly string[];
	/** True where a line at either end announces something for the day. */
	announces(state: State, day: string): boolean;
}

/** Clauses at the beginning, and at the end, in which an edition names its day. */
const reach = 20;
/** Characters of a clause that are read: what states a day stands at the beginning of a line. */
const longest = 600;

/** A day is written in no more characters than this. */
const longestDay = 30;

/** What a line says that tells of another edition, or from when it holds. */
const announcing =
	/effect|force|updat|revis|chang|\bnew\b|kraft|gültig|gelten|änder|aktualis|vigueur|à jour|vigor|vigen|aggiorn|actualiz|atualiz|ingang|wijzig|施行|生效|発効|更新|시행/iu;

/** @param language of the agreement, BCP 47: all but English begin a day in digits with the day */
export function dayReader(ledger: Ledger, language: string): DayReader {
	const order = orderTeller(ledger, language);
	const linesOf = kept((id: number) => inOrder(order, (known) => statedDays(textAt(ledger, id), known)));
	const daysIn = kept((id: number) =>
		inOrder(order, (known) => writtenDays(textAt(ledger, id), known)).flatMap(({ day }) => day ?? []),
	);
	const announced = (id: number): readonly string[] =>
		announcing.test(textAt(ledger, id)) ? daysIn(id) : [];
	const statementsIn = (ids: readonly number[]): readonly DayStatement[] => {
		const lines = ids.map((id) => ({ said: linesOf(id), isLink: isLink(ledger, id) }));
		const own = lines.filter(({ said, isLink }) => said.length > 0 && !isLink);
		// A link that names a day leads to another edition, unless nothing else names one.
		return (own.length > 0 ? own : lines).flatMap(({ said }) => said);
	};
	const daysOf = kept((state: State): DaysOfState => {
		const all = Array.from(state.texts);
		const head = all.slice(0, reach);
		if (statementsIn(head).length > 0) return together(statementsIn(endsOf(state)));
		if (statementsIn(all.slice(-reach)).length === 0) return nothingSaid;
		// At the end of a page other documents stand too: its own day may be one above that has no word beside it, or one in between.
		return head.some((id) => isDayAlone(textAt(ledger, id))) ? unclear : together(statementsIn(all));
	});
	return {
		daysOf,
		daysIn,
		announces: (state, day) => endsOf(state).some((id) => announced(id).includes(day)),
	};
}

const nothingSaid: DaysOfState = { ...noDays, isClear: true, effectives: [] };
const unclear: DaysOfState = { ...nothingSaid, isClear: false };

function isDayAlone(line: string): boolean {
	return line.length <= longestDay && withoutEditionDay(line) === '';
}

function together(said: readonly DayStatement[]): DaysOfState {
	const days = (kind: DayStatement['says']): (string | null)[] => [
		...new Set(said.filter(({ says }) => says === kind).map(({ day }) => day)),
	];
	const [effective, updated] = [days('effective'), days('updated')];
	const only = (found: readonly (string | null)[]): string | null =>
		found.length === 1 ? (found[0] ?? null) : null;
	const isClear = [effective, updated].every((found) => found.length === 0 || only(found) !== null);
	return { effective: only(effective), updated: only(updated), isClear, effectives: effective };
}

/** Of both ends, each clause once. */
export function endsOf({ texts }: State): number[] {
	return [...texts.slice(0, reach), ...texts.slice(Math.max(reach, texts.length - reach))];
}

type Order = () => DayOrder | null;

/** Asks for the order only where a day cannot be told without: to know it, every text of the agreement is looked at. */
function inOrder<Found extends { readonly day: string | null }>(
	order: Order,
	read: (order: DayOrder | null) => readonly Found[],
): readonly Found[] {
	const found = read(null);
	return found.some(({ day }) => day === null) ? read(order()) : found;
}

/** What comes first in 03/04/2025: by the language, in English by what other days of the agreement show, if all show the same. */
function orderTeller(ledger: Ledger, language: string): Order {
	if (language !== 'en' && language !== 'und') return () => 'day';
	let known: { readonly order: DayOrder | null } | undefined;
	return () => {
		known ??= { order: orderOfAll(ledger) };
		return known.order;
	};
}

function orderOfAll(ledger: Ledger): DayOrder | null {
	const shown = new Set(idsOfEnds(ledger).map((id) => orderShown(textAt(ledger, id))));
	shown.delete(null);
	return shown.size === 1 ? ([...shown][0] ?? null) : null;
}

function idsOfEnds({ states }: Ledger): number[] {
	return [...new Set(states.flatMap(endsOf))];
}

function textAt({ texts }: Ledger, id: number): string {
	return (texts[id] as ClauseText).visible.slice(0, longest);
}

function isLink({ texts }: Ledger, id: number): boolean {
	return (texts[id] as ClauseText).linkOnly;
}

function kept<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const known = new Map<Key, Value>();
	return (key) => {
		const found = known.get(key);
		if (found !== undefined) return found;
		const value = make(key);
		known.set(key, value);
		return value;
	};
}
