/** The redline of two versions as blocks: changed clauses where they stand, the rest collapsed around them. */
import type { ClauseEvent, ClauseText, Ledger, State } from '../../model/ledger.ts';
import type { ChangeBlock, Place, RedlineBlock } from '../../model/redline.ts';
import { namedPlaces, titleAt } from '../clauses/place-names.ts';
import { headingPlaces } from '../clauses/sections.ts';
import { eventsBetween } from '../ledger/neighbour-events.ts';

/** One line of the document to be: an event, or a clause that stayed. */
interface Line {
	readonly event: ClauseEvent | null;
	/** Place in the new state; in the old one for a removed clause. */
	readonly at: number;
}

/** Lines of redlines that are kept: those of an agreement's feed are drawn again on the pages of its changes. */
const mostLines = 200_000;

/** Agreements are looked at one after the other. */
let last:
	| { readonly ledger: Ledger; readonly known: Map<State, Map<State, RedlineBlock[]>>; lines: number }
	| undefined;

export function redline(ledger: Ledger, before: State, after: State): readonly RedlineBlock[] {
	if (last?.ledger !== ledger) last = { ledger, known: new Map(), lines: 0 };
	const own = last.known.get(before) ?? new Map<State, RedlineBlock[]>();
	const blocks = own.get(after) ?? drawn(ledger, before, after);
	if (!own.has(after) && last.lines + after.texts.length <= mostLines) {
		last.known.set(before, own.set(after, blocks));
		last.lines += after.texts.length;
	}
	return blocks;
}

function drawn(ledger: Ledger, before: State, after: State): RedlineBlock[] {
	const events = eventsBetween(ledger, before, after);
	const sides = sidesOf(ledger, before, after);
	const lines = documentLines(before, after, events);
	const shown = contextPlaces(lines, sides);
	const departures = departuresByPlace(events, before, after);
	const blocks: OpenBlock[] = (departures.get(-1) ?? []).map((event) => departed(event, sides));
	for (const line of lines) {
		if (line.event !== null) blocks.push(blockOf(line.event, sides));
		else keep(blocks, line.at, shown.has(line.at), sides);
		for (const event of departures.get(line.event?.at === null ? -2 : line.at) ?? []) {
			blocks.push(departed(event, sides));
		}
	}
	return blocks;
}

/** One event of {@link eventsBetween} for these two versions as a block. */
export function changeBlock(ledger: Ledger, before: State, after: State, event: ClauseEvent): ChangeBlock {
	return blockOf(event, sidesOf(ledger, before, after));
}

/** A block while the document is read: copying thousands of collapsed clauses for each one more would cost their square. */
type OpenBlock = Exclude<RedlineBlock, CollapsedBlock> | GrowingBlock;
type CollapsedBlock = Extract<RedlineBlock, { kind: 'collapsed' }>;
interface GrowingBlock extends CollapsedBlock {
	readonly texts: number[];
	readonly clauses: number[];
}

interface Sides {
	readonly ledger: Ledger;
	readonly before: State;
	readonly after: State;
	readonly headingsBefore: Int32Array;
	readonly headingsAfter: Int32Array;
	/** Titles above the clauses, made when a clause moved. */
	readonly aboveBefore: () => Int32Array;
	readonly aboveAfter: () => Int32Array;
}

function sidesOf(ledger: Ledger, before: State, after: State): Sides {
	const headings = {
		headingsBefore: headingPlaces(ledger, before),
		headingsAfter: headingPlaces(ledger, after),
	};
	const aboveOf = (state: State): (() => Int32Array) => {
		let above: Int32Array | undefined;
		return () => (above ??= namedPlaces(ledger, state).above);
	};
	return { ledger, before, after, ...headings, aboveBefore: aboveOf(before), aboveAfter: aboveOf(after) };
}

/** The new document with removed clauses put in where they stood; `events` are already in that order. */
function documentLines(before: State, after: State, events: readonly ClauseEvent[]): Line[] {
	const moved = new Set(events.filter((event) => event.moved).map(({ clause }) => clause));
	const last = placesOfNeighbours(before, after, moved);
	const lines: Line[] = [];
	let at = 0;
	for (const event of events) {
		if (event.at === null) {
			const from = event.from as number;
			while (at <= (last[from] as number)) lines.push({ event: null, at: at++ });
			lines.push({ event, at: from });
			continue;
		}
		while (at < event.at) lines.push({ event: null, at: at++ });
		lines.push({ event, at: at++ });
	}
	while (at < after.clauses.length) lines.push({ event: null, at: at++ });
	return lines;
}

/** For each place of the old document the new place of the nearest clause before it that stays where it is; −1 where none does. */
function placesOfNeighbours(before: State, after: State, moved: ReadonlySet<number>): Int32Array {
	const placeAfter = new Map(Array.from(after.clauses, (clause, place) => [clause, place]));
	const places = new Int32Array(before.clauses.length);
	let last = -1;
	for (const [place, clause] of before.clauses.entries()) {
		places[place] = last;
		if (!moved.has(clause)) last = placeAfter.get(clause) ?? last;
	}
	return places;
}

/** The heading above a changed clause and the clause before it are shown, so that it can be understood; of a table the first row with words. */
function contextPlaces(
	lines: readonly Line[],
	{ ledger, headingsAfter, headingsBefore, before, after }: Sides,
): Set<number> {
	const placeAfter = new Map([...after.clauses].map((clause, at) => [clause, at]));
	const tops = tableTops(ledger, after);
	const topsBefore = tableTops(ledger, before);
	const shown = new Set<number>();
	for (const [index, line] of lines.entries()) {
		if (line.event === null) continue;
		const previous = lines[index - 1];
		if (previous?.event === null && hasWords(ledger, after.texts[previous.at])) shown.add(previous.at);
		const isGone = line.event.at === null;
		const stillAt = (place: number): number | undefined => placeAfter.get(before.clauses[place] ?? -1);
		const heading = isGone ? stillAt(headingsBefore[line.at] as number) : headingsAfter[line.at];
		const top = isGone ? stillAt(topsBefore[line.at] as number) : tops[line.at];
		for (const place of [heading, top]) if (place !== undefined && place >= 0) shown.add(place);
	}
	return shown;
}

function hasWords({ texts }: Ledger, text: number | undefined): boolean {
	return text !== undefined && texts[text]?.key !== 0;
}

/** For each place of a state the place of the first row of its table that has words; −1 for what is no row. */
function tableTops(ledger: Ledger, { texts }: State): Int32Array {
	const tops = new Int32Array(texts.length);
	for (const [at, id] of texts.entries()) {
		const isRow = ledger.texts[id]?.kind === 'row';
		const top = at === 0 ? -1 : (tops[at - 1] as number);
		tops[at] = isRow ? (top === -1 && hasWords(ledger, id) ? at : top) : -1;
	}
	return tops;
}

/** Moved clauses by the place in the new document after which they stood before; −1 for those that stood before everything. */
function departuresByPlace(
	events: readonly ClauseEvent[],
	before: State,
	after: State,
): Map<number, ClauseEvent[]> {
	const moved = events.filter((event) => event.moved);
	const departures = new Map<number, ClauseEvent[]>();
	if (moved.length === 0) return departures;
	const movedClauses = new Set(moved.map(({ clause }) => clause));
	const placeAfter = new Map([...after.clauses].map((clause, at) => [clause, at]));
	for (const event of moved) {
		let neighbour = (event.from as number) - 1;
		while (neighbour >= 0 && !steady(before.clauses[neighbour] as number)) neighbour--;
		const place = neighbour < 0 ? -1 : (placeAfter.get(before.clauses[neighbour] as number) as number);
		const group = departures.get(place);
		if (group === undefined) departures.set(place, [event]);
		else group.push(event);
	}
	return departures;

	function steady(clause: number): boolean {
		return placeAfter.has(clause) && !movedClauses.has(clause);
	}
}

function departed(event: ClauseEvent, sides: Sides): OpenBlock {
	const { to } = placesOf(event, sides);
	return { kind: 'departed', text: event.before as number, clause: event.clause, to };
}

/** Where a moved clause stood, and where it stands. */
function placesOf(event: ClauseEvent, sides: Sides): { from: Place; to: Place } {
	const { ledger, before, after } = sides;
	const old = sides.aboveBefore()[event.from as number] as number;
	const fresh = sides.aboveAfter()[event.at as number] as number;
	const sameSection = old !== -1 && fresh !== -1 && before.clauses[old] === after.clauses[fresh];
	const numberOf = (text: number | null): string => (ledger.texts[text as number] as ClauseText).number;
	return {
		from: { number: numberOf(event.before), section: titleAt(ledger, before, old), sameSection },
		to: { number: numberOf(event.after), section: titleAt(ledger, after, fresh), sameSection },
	};
}

function keep(blocks: OpenBlock[], at: number, shown: boolean, { after }: Sides): void {
	const text = after.texts[at] as number;
	const clause = after.clauses[at] as number;
	const last = blocks.at(-1);
	if (shown) blocks.push({ kind: 'context', text, clause });
	else if (last?.kind === 'collapsed') {
		last.texts.push(text);
		last.clauses.push(clause);
	} else blocks.push({ kind: 'collapsed', texts: [text], clauses: [clause] });
}

function blockOf(event: ClauseEvent, sides: Sides): ChangeBlock {
	return { kind: 'change', event, cameFrom: event.moved ? placesOf(event, sides).from : null };
}
