/** What became of the words under a title that went, or where those come from that stand under one that is new: a title alone may change over them. */
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import { headingPlaces, isHeading } from '../clauses/sections.ts';

export interface SectionFate {
	/** Share of its characters, from 0 to 1, in sentences that came in, or went out, with it; 1 where nothing stands under it. */
	readonly own: number;
	/** Index into `Ledger.texts` of the heading, of its level, that most of what stayed stands under in the other version; null where there is none. */
	readonly other: number | null;
}

/** Clauses looked at under one title: of a longer section the first tell enough. */
const mostClauses = 200;
/** A bold line is a heading below all levels. */
const levelOfBold = 7;

/** @param events all between the two versions */
export function sectionFates(
	ledger: Ledger,
	before: State,
	after: State,
	events: readonly ClauseEvent[],
): (event: ClauseEvent) => SectionFate {
	const known: Partial<Record<'before' | 'after', Sides>> = {};
	return (event) => {
		const side = event.after === null ? 'before' : 'after';
		known[side] ??=
			side === 'before'
				? sidesOf(ledger, before, after, events, ({ from }) => from)
				: sidesOf(ledger, after, before, events, ({ at }) => at);
		return fateOf(ledger, known[side], side, event);
	};
}

interface Sides {
	readonly own: State;
	/** For each place that of its heading, or −1. */
	readonly headings: Int32Array;
	readonly byPlace: ReadonlyMap<number, ClauseEvent>;
	/** Clause → the heading that it stands under in the other version. */
	readonly headingOf: ReadonlyMap<number, Heading>;
}

interface Heading {
	readonly text: number;
	readonly clause: number;
}

function sidesOf(
	ledger: Ledger,
	own: State,
	other: State,
	events: readonly ClauseEvent[],
	placeIn: (event: ClauseEvent) => number | null,
): Sides {
	const others = headingPlaces(ledger, other);
	return {
		own,
		headings: headingPlaces(ledger, own),
		byPlace: new Map(
			events.flatMap((event) => {
				const place = placeIn(event);
				return place === null ? [] : [[place, event] as const];
			}),
		),
		headingOf: new Map(
			Array.from(other.clauses).flatMap((clause, at) => {
				const heading = others[at] as number;
				if (heading === -1 || heading === at) return [];
				const [text, by] = [other.texts[heading] as number, other.clauses[heading] as number];
				return [[clause, { text, clause: by }] as const];
			}),
		),
	};
}

function fateOf(
	{ texts }: Ledger,
	{ own, headings, byPlace, headingOf }: Sides,
	side: 'before' | 'after',
	event: ClauseEvent,
): SectionFate {
	const kind = side === 'before' ? 'out' : 'in';
	const under = new Map<number, number>();
	let [all, alone] = [0, 0];
	const title = (side === 'before' ? event.from : event.at) as number;
	const above = own.clauses[headings[title - 1] ?? -1];
	for (const place of placesUnder(texts, own, title)) {
		const size = (texts[own.texts[place] as number] as ClauseText).visible.length;
		const steps = byPlace.get(place)?.sentences ?? [];
		const part = steps
			.flatMap((step) => (step.kind === kind && step[side] !== null ? [step[side]] : []))
			.reduce((sum, { start, end }) => sum + end - start, 0);
		const heading = headingOf.get(own.clauses[place] as number);
		// What only lost the title above it, or got one, belongs to the section before: a last section has no end.
		if (heading?.clause === above && place !== title && part < size / 2) {
			if (all > 0) break;
			return { own: 0, other: null };
		}
		all += size;
		alone += part;
		if (heading !== undefined) under.set(heading.text, (under.get(heading.text) ?? 0) + size - part);
	}
	const level = levelOf(texts[own.texts[title] as number] as ClauseText);
	const [most] = [...under]
		.filter(([id]) => levelOf(texts[id] as ClauseText) === level)
		.toSorted((one, other) => other[1] - one[1]);
	return { own: all === 0 ? 1 : alone / all, other: most?.[0] ?? null };
}

/** Of a heading those up to the next of its level; a title that stands in its clause is over that alone. */
function placesUnder(texts: Ledger['texts'], { texts: ids }: State, place: number): number[] {
	const title = texts[ids[place] as number] as ClauseText;
	if (!isHeading(title)) return [place];
	const found: number[] = [];
	for (let at = place + 1; at < ids.length && found.length < mostClauses; at++) {
		const text = texts[ids[at] as number] as ClauseText;
		if (!isHeading(text)) found.push(at);
		else if (levelOf(text) <= levelOf(title)) break;
	}
	return found;
}

/** Of a heading, the greater the deeper. */
export function levelOf({ kind, depth }: ClauseText): number {
	return kind === 'heading' ? depth : levelOfBold;
}
