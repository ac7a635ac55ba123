/**
 * What happened between versions as one row of numbers, so that a later step of a build need not compare them again: comparing costs about
 * as much as drawing the page of a change, and each event is told on a page, in a feed and in data.
 */
import {
	type ClauseEvent,
	type EventKind,
	eventKinds,
	type Passage,
	type SentenceStep,
} from '../../model/ledger.ts';

/** Two versions by their indexes into `Ledger.states`, and what happened between them. */
export interface Comparison {
	readonly before: number;
	readonly after: number;
	readonly events: readonly ClauseEvent[];
}

const stepKinds: readonly SentenceStep['kind'][] = ['same', 'alike', 'edited', 'in', 'out', 'came', 'went'];

/** In the place of what is null: indexes are never negative. */
const none = -1;
/** Keys are whole numbers of up to 53 bits; a row holds 32 in one place. */
const half = 2 ** 32;

/** The inverse of {@link unpackEvents}. */
export function packEvents(comparisons: readonly Comparison[]): Int32Array {
	const row: number[] = [];
	for (const { before, after, events } of comparisons) {
		row.push(before, after, events.length);
		for (const event of events) packEvent(row, event);
	}
	return Int32Array.from(row);
}

function packEvent(
	row: number[],
	{ kind, clause, before, after, from, at, moved, renumbered, sentences }: ClauseEvent,
): void {
	const kinds = eventKinds.indexOf(kind) * 4 + (moved ? 2 : 0) + (renumbered ? 1 : 0);
	row.push(kinds, clause, before ?? none, after ?? none, from ?? none, at ?? none, sentences.length);
	for (const step of sentences) {
		row.push(stepKinds.indexOf(step.kind));
		packPassage(row, step.before);
		packPassage(row, step.after);
	}
}

function packPassage(row: number[], passage: Passage | null): void {
	if (passage === null) row.push(none);
	else
		row.push(
			passage.text,
			passage.start,
			passage.end,
			(passage.key % half) | 0,
			Math.floor(passage.key / half),
		);
}

export function unpackEvents(row: Int32Array): Comparison[] {
	let place = 0;
	const next = (): number => row[place++] as number;
	const index = (): number | null => {
		const value = next();
		return value === none ? null : value;
	};
	const passage = (): Passage | null => {
		const text = index();
		if (text === null) return null;
		const [start, end, low, high] = [next(), next(), next(), next()];
		return { text, start, end, key: high * half + (low >>> 0) };
	};
	const step = (): SentenceStep => ({
		kind: stepKinds[next()] as SentenceStep['kind'],
		before: passage(),
		after: passage(),
	});
	const event = (): ClauseEvent => {
		const kinds = next();
		return {
			kind: eventKinds[kinds >> 2] as EventKind,
			clause: next(),
			before: index(),
			after: index(),
			from: index(),
			at: index(),
			moved: (kinds & 2) !== 0,
			renumbered: (kinds & 1) !== 0,
			sentences: Array.from({ length: next() }, step),
		};
	};
	const comparisons: Comparison[] = [];
	while (place < row.length)
		comparisons.push({ before: next(), after: next(), events: Array.from({ length: next() }, event) });
	return comparisons;
}
