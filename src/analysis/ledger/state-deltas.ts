/** The states of a ledger as what makes each of them of the one before it. */
import type { State } from '../../model/ledger.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';
import {
	beginState,
	clauseOf,
	codeOfClause,
	codeOfText,
	type Expectations,
	expectations,
	observe,
	observeCopy,
	textOf,
} from './expected-entries.ts';

/**
 * One state: groups of how many entries to take over from the state before, how many to pass over after them, how many new ones
 * follow, and for each new one its clause and its text.
 *
 * Clause: 0 the one to be expected, which is the clause of the entry passed over in its stead, or where there is none the clause that
 * followed the last one before, or where none ever did the next clause never seen; 1 the next clause never seen; n > 1 clause n − 2.
 *
 * Text: 0 the one to be expected, which is the clause's next text never seen if the clause is new or takes its own place again, else
 * the text that it had last; n > 0 the n-th of the clause's own texts; n < 0 the text at −n − 1.
 */
export type PackedState = readonly number[];

/** Clauses by number, texts by their place in the file. */
interface Entries {
	readonly clauses: Int32Array;
	readonly texts: Int32Array;
}

const nothing: Entries = { clauses: new Int32Array(), texts: new Int32Array() };

/** @param wordings number of texts of each clause; a clause's texts lie beside each other in the file */
export function packStates(
	states: readonly State[],
	places: Int32Array,
	wordings: readonly number[],
): PackedState[] {
	const expected = expectations(wordings);
	let before = nothing;
	return states.map((state) => {
		const after = { clauses: state.clauses, texts: state.texts.map((text) => places[text] as number) };
		const packed = packState(before, after, expected);
		before = after;
		return packed;
	});
}

/** @returns states whose texts are places in the file */
export function unpackStates(packed: readonly PackedState[], wordings: readonly number[]): State[] {
	const expected = expectations(wordings);
	let before = nothing;
	return packed.map((moves) => {
		before = unpackState(before, moves, expected);
		return before;
	});
}

function packState(before: Entries, after: Entries, expected: Expectations): number[] {
	const packed: number[] = [];
	let [from, at, copied] = [0, 0, 0];
	beginState(expected);
	const end = { from: before.texts.length, at: after.texts.length, length: 0 };
	for (const run of [...keptRuns(before, after), end]) {
		packed.push(copied, run.from - from, run.at - at);
		for (let place = at; place < run.at; place++) {
			const passed = from + place - at;
			const replaced = passed < run.from ? before.clauses[passed] : undefined;
			const [clause, text] = [after.clauses[place] as number, after.texts[place] as number];
			packed.push(codeOfClause(expected, clause, replaced), codeOfText(expected, clause, text, replaced));
			observe(expected, clause, text);
		}
		observeCopy(expected, after.clauses, run.at, run.length);
		[from, at, copied] = [run.from + run.length, run.at + run.length, run.length];
	}
	return packed;
}

function unpackState(before: Entries, packed: PackedState, expected: Expectations): Entries {
	const length = lengthOf(packed);
	const after = { clauses: new Int32Array(length), texts: new Int32Array(length) };
	let [from, at] = [0, 0];
	beginState(expected);
	for (let move = 0; move < packed.length; ) {
		const copied = packed[move++] as number;
		const passed = packed[move++] as number;
		const fresh = packed[move++] as number;
		copyEntries(before, from, after, at, copied);
		observeCopy(expected, after.clauses, at, copied);
		from += copied;
		at += copied;
		for (let index = 0; index < fresh; index++, at++) {
			const replaced = index < passed ? before.clauses[from + index] : undefined;
			const clause = clauseOf(expected, packed[move++] as number, replaced);
			const text = textOf(expected, packed[move++] as number, clause, replaced);
			observe(expected, clause, text);
			after.clauses[at] = clause;
			after.texts[at] = text;
		}
		from += passed;
	}
	return after;
}

/** Element by element: most runs are short, and a view of an array costs more than they do. */
function copyEntries(before: Entries, from: number, after: Entries, at: number, length: number): void {
	for (let index = 0; index < length; index++) {
		after.clauses[at + index] = before.clauses[from + index] as number;
		after.texts[at + index] = before.texts[from + index] as number;
	}
}

function lengthOf(packed: PackedState): number {
	let length = 0;
	for (let move = 0; move < packed.length; ) {
		const fresh = packed[move + 2] as number;
		length += (packed[move] as number) + fresh;
		move += 3 + 2 * fresh;
	}
	return length;
}

/** Entries that follow each other in both states. */
interface KeptRun {
	/** Place in the state before, and in the one after. */
	readonly from: number;
	readonly at: number;
	readonly length: number;
}

function keptRuns(before: Entries, after: Entries): KeptRun[] {
	const placeBefore = new Map(Array.from(before.clauses, (clause, place) => [clause, place]));
	const from = after.clauses.map((clause, at) => {
		const place = placeBefore.get(clause);
		return place !== undefined && before.texts[place] === after.texts[at] ? place : -1;
	});
	const kept = longestIncreasing(from);
	const runs: { from: number; at: number; length: number }[] = [];
	for (const [at, place] of from.entries()) {
		if (!kept.has(at)) continue;
		const last = runs.at(-1);
		if (last !== undefined && last.at + last.length === at && last.from + last.length === place)
			last.length++;
		else runs.push({ from: place, at, length: 1 });
	}
	return runs;
}
