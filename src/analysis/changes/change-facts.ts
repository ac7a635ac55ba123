/** What happened between two versions of an agreement, in figures: events by kind, words in and out, the sections they stand in. */
import { type EditionStep, type EventCounts, noEvents, type Replacement } from '../../model/change.ts';
import type { ClauseEvent, ClauseText, EventKind, Ledger, State } from '../../model/ledger.ts';
import { headingPlaces, headingWords } from '../clauses/sections.ts';
import { findReplacements } from '../ledger/replacements.ts';
import { countStepWords } from '../redline/sentence-edits.ts';
import { editionStep } from './editions.ts';

export interface ChangeFacts {
	readonly counts: EventCounts;
	readonly wordsIn: number;
	readonly wordsOut: number;
	readonly edition: EditionStep | null;
	/** Names replaced throughout. */
	readonly replacements: readonly Replacement[];
	/** Headings that the changed clauses stand under, in the order of the document, without number. */
	readonly sections: readonly string[];
}

export function countEvents(events: readonly ClauseEvent[]): EventCounts {
	const counts = { ...noEvents };
	for (const { kind } of events) counts[kind]++;
	return counts;
}

/** @param events of these two states */
export function changeFacts(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): ChangeFacts {
	const sections = touchedSections(ledger, before, after, events);
	const { replacements } = findReplacements(ledger, events, after);
	const edition = editionStep(ledger, before, after, events);
	return { counts: countEvents(events), ...changedWords(ledger, events), edition, replacements, sections };
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

/** Headings above the clauses whose words changed; above moved ones where nothing else did. */
export function touchedSections(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): string[] {
	const telling = events.filter(({ kind }) => !quietKinds.has(kind));
	if (telling.length === 0) return [];
	const [old, fresh] = [headingPlaces(ledger, before), headingPlaces(ledger, after)];
	const names = telling.map(({ at, from }) =>
		at === null ? sectionAt(ledger, before, old, from) : sectionAt(ledger, after, fresh, at),
	);
	return [...new Set(names.filter((name) => name !== ''))];
}

function sectionAt(ledger: Ledger, { texts }: State, headings: Int32Array, at: number | null): string {
	const heading = headings[at as number] ?? -1;
	return heading === -1 ? '' : headingWords(ledger.texts[texts[heading] as number] as ClauseText);
}
