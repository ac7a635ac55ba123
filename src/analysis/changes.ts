/** An agreement's recorded changes: class, rank, counts, words, sections and address of each. */
import type { Change, EventCounts } from '../model/change.ts';
import type { ClauseEvent, ClauseText, EventKind, Ledger } from '../model/ledger.ts';
import type { Version } from '../model/version.ts';
import { changeClassifier } from './classes.ts';
import { compareStates } from './compare-states.ts';
import { type RankedInput, rankChanges } from './hindsight.ts';
import type { BuiltLedger } from './ledger.ts';
import { withoutNumber } from './redline.ts';
import { headingPlaces, headingWords } from './sections.ts';
import { countWordEdits } from './word-edits.ts';

const noCounts: EventCounts = {
	added: 0,
	removed: 0,
	reworded: 0,
	number: 0,
	redated: 0,
	moved: 0,
	renumbered: 0,
	relinked: 0,
	restyled: 0,
};

/** One change a version, in commit order. */
export function describeChanges(versions: readonly Version[], { ledger, prints }: BuiltLedger): Change[] {
	const classify = changeClassifier(ledger);
	const days = dayNamer();
	const classified = versions.map((version, index) => {
		const events = index === 0 ? [] : neighbourEvents(ledger, index);
		const print = prints[index] as (typeof prints)[number];
		return { version, print, events, ...classify(index, version, print, events) };
	});
	const ranks = rankChanges(ledger, classified satisfies readonly RankedInput[]);
	return classified.map((change, index) => {
		const { version, events, class: decided, cosmetic } = change;
		const { rank, hindsight } = ranks[index] as (typeof ranks)[number];
		const details =
			rank === 'folded' ? { wordsIn: 0, wordsOut: 0, sections: [] } : measure(ledger, index, events);
		const identity = { version, index, day: days(version.fetched) };
		return {
			...identity,
			class: decided,
			rank,
			hindsight,
			cosmetic,
			counts: countEvents(events),
			...details,
		};
	});
}

function neighbourEvents(ledger: Ledger, index: number): ClauseEvent[] {
	const [before, after] = [ledger.states[index - 1], ledger.states[index]];
	return before === undefined || after === undefined ? [] : compareStates(ledger, before, after);
}

/** Numbers the versions of one day in commit order: what comes later never alters an address. */
function dayNamer(): (fetched: string) => string {
	const seen = new Map<string, number>();
	return (fetched) => {
		const day = fetched.slice(0, 10);
		const count = (seen.get(day) ?? 0) + 1;
		seen.set(day, count);
		return count === 1 ? day : `${day}-${count}`;
	};
}

function countEvents(events: readonly ClauseEvent[]): EventCounts {
	const counts = { ...noCounts };
	for (const { kind } of events) counts[kind]++;
	return counts;
}

function measure(ledger: Ledger, index: number, events: readonly ClauseEvent[]) {
	let wordsIn = 0;
	let wordsOut = 0;
	for (const event of events) {
		const words = eventWords(ledger, event);
		wordsIn += words.wordsIn;
		wordsOut += words.wordsOut;
	}
	return { wordsIn, wordsOut, sections: touchedSections(ledger, index, events) };
}

function eventWords(
	ledger: Ledger,
	{ kind, before, after }: ClauseEvent,
): { wordsIn: number; wordsOut: number } {
	const [old, fresh] = [before, after].map((id) => (id === null ? null : (ledger.texts[id] as ClauseText)));
	if (kind === 'added') return { wordsIn: fresh?.words ?? 0, wordsOut: 0 };
	if (kind === 'removed') return { wordsIn: 0, wordsOut: old?.words ?? 0 };
	if (kind !== 'reworded' && kind !== 'number') return { wordsIn: 0, wordsOut: 0 };
	return countWordEdits(withoutNumber(old as ClauseText), withoutNumber(fresh as ClauseText));
}

/** Kinds that alter no word of the terms: they name no section. */
const quietKinds: ReadonlySet<EventKind> = new Set(['renumbered', 'restyled', 'relinked', 'redated']);

/** Headings above the clauses whose words changed; above moved ones where nothing else did. */
function touchedSections(ledger: Ledger, index: number, events: readonly ClauseEvent[]): string[] {
	const telling = events.filter(({ kind }) => !quietKinds.has(kind));
	if (telling.length === 0 || index === 0) return [];
	const [before, after] = [index - 1, index].map((at) => {
		const state = ledger.states[at] as { clauses: Int32Array; texts: Int32Array };
		return { state, headings: headingPlaces(ledger, state) };
	}) as [StateHeadings, StateHeadings];
	const names = telling.map(({ at, from }) =>
		at === null ? sectionAt(ledger, before, from) : sectionAt(ledger, after, at),
	);
	return [...new Set(names.filter((name) => name !== ''))];
}

interface StateHeadings {
	readonly state: { readonly clauses: Int32Array; readonly texts: Int32Array };
	readonly headings: Int32Array;
}

function sectionAt(ledger: Ledger, { state, headings }: StateHeadings, at: number | null): string {
	const heading = headings[at as number] ?? -1;
	return heading === -1 ? '' : headingWords(ledger.texts[state.texts[heading] as number] as ClauseText);
}
