/** What happened between two versions of an agreement, in figures: events by kind, words in and out, the sections they stand in. */
import { type EditionStep, type EventCounts, noEvents, type Replacement } from '../../model/change.ts';
import type { ClauseEvent, EventKind, Ledger, State } from '../../model/ledger.ts';
import { namedPlaces, ownName, type PlaceName, placeInWords, titleAt } from '../clauses/place-names.ts';
import { findReplacements } from '../ledger/replacements.ts';
import { countStepWords } from '../redline/sentence-edits.ts';
import { type ColumnStep, columnStep } from '../redline/table-column.ts';
import { editionStep } from './editions.ts';

export interface ChangeFacts {
	readonly counts: EventCounts;
	readonly wordsIn: number;
	readonly wordsOut: number;
	readonly edition: EditionStep | null;
	/** Names replaced throughout. */
	readonly replacements: readonly Replacement[];
	/** Names of the changed clauses, or of what they stand under, in the order of the document. */
	readonly sections: readonly string[];
}

/** A column that came into a table, or went out of it, counts once, however many rows have it. */
export function countEvents(ledger: Ledger, events: readonly ClauseEvent[]): EventCounts {
	const counts = { ...noEvents };
	let last: { readonly at: number; readonly column: ColumnStep } | null = null;
	for (const event of events) {
		const column = columnStep(ledger, event);
		const at = event.at ?? 0;
		const goesOn =
			column !== null && last !== null && at - last.at <= mostBetween && isSame(column, last.column);
		if (!goesOn) counts[event.kind]++;
		last = column === null ? last : { at, column };
	}
	return counts;
}

/** Rows without a cell in the new column may stand between those that have one. */
const mostBetween = 3;

function isSame(one: ColumnStep, other: ColumnStep): boolean {
	return one.kind === other.kind && one.at === other.at;
}

/** @param events of these two states */
export function changeFacts(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): ChangeFacts {
	const sections = touchedSections(ledger, before, after, events);
	// Where no clause is explained by it, a name that was replaced is no news of its own.
	const renamed = events.some(({ kind }) => kind === 'renamed');
	const replacements = renamed ? findReplacements(ledger, events, after).replacements : [];
	const edition = editionStep(ledger, before, after, events);
	return {
		counts: countEvents(ledger, events),
		...changedWords(ledger, events),
		edition,
		replacements,
		sections,
	};
}

/** Words that came in and went out, counted inside the changed clauses. Reads every one of them. */
export function changedWords(
	ledger: Ledger,
	events: readonly ClauseEvent[],
): Pick<ChangeFacts, 'wordsIn' | 'wordsOut'> {
	let wordsIn = 0;
	let wordsOut = 0;
	for (const event of events) {
		if (untoldKinds.has(event.kind)) continue;
		const words = countStepWords(ledger, event.sentences);
		wordsIn += words.wordsIn;
		wordsOut += words.wordsOut;
	}
	return { wordsIn, wordsOut };
}

/** Their words are told elsewhere, or not at all. */
const untoldKinds: ReadonlySet<EventKind> = new Set(['repeated', 'renamed', 'regrouped']);

/** Kinds that alter no word of the terms: they name no section. */
const quietKinds: ReadonlySet<EventKind> = new Set([
	'regrouped',
	'repeated',
	'renamed',
	'respelled',
	'relabelled',
	'renumbered',
	'restyled',
	'relinked',
	'redated',
]);

/** Of more clauses than this a reader asks for the sections, not for each by its name. */
const mostClauses = 4;

/**
 * Names of the clauses whose words changed, of moved ones where nothing else did; the headings above them where those are many. Clauses
 * under one title are named by it together.
 */
export function touchedSections(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): string[] {
	const telling = events.filter(({ kind }) => !quietKinds.has(kind));
	if (telling.length === 0) return [];
	const [old, fresh] = [namedPlaces(ledger, before), namedPlaces(ledger, after)];
	const places = telling.map(({ at, from }) =>
		at === null ? { state: before, named: old, at: from as number } : { state: after, named: fresh, at },
	);
	const own = places.map(({ state, named, at }) => ownName(ledger, state, named, at));
	// To name a few of them would say that all stand there.
	if (own.filter((name) => placeInWords(name) === '').length > own.length / 2) return [];
	const names = distinctNames(own);
	if (names.length <= mostClauses) return names;
	const headings = places.map(({ state, named, at }) => titleAt(ledger, state, named.headings[at] as number));
	const sections = [...new Set(headings.filter((heading) => heading !== ''))];
	return sections.length === 0 ? names : sections;
}

function distinctNames(names: readonly PlaceName[]): string[] {
	const byTitle = Map.groupBy(names, ({ title }) => title);
	const told = names.map((name) => {
		const isAlone = byTitle.get(name.title)?.every(({ number }) => number === name.number);
		return isAlone || name.title === '' ? placeInWords(name) : name.title;
	});
	return [...new Set(told.filter((name) => name !== ''))];
}
