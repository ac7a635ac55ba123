/** The states of a ledger as what makes each of them of the one before it. */
import type { State } from '../../model/ledger.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';

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
	const next = expectations(wordings);
	let before = nothing;
	return states.map((state) => {
		const after = { clauses: state.clauses, texts: state.texts.map((text) => places[text] as number) };
		const packed = packState(before, after, next);
		before = after;
		return packed;
	});
}

/** @returns states whose texts are places in the file */
export function unpackStates(packed: readonly PackedState[], wordings: readonly number[]): State[] {
	const next = expectations(wordings);
	let before = nothing;
	return packed.map((moves) => {
		before = unpackState(before, moves, next);
		return before;
	});
}

function packState(before: Entries, after: Entries, next: Expectations): number[] {
	const packed: number[] = [];
	let [from, at, taken] = [0, 0, 0];
	next.begin();
	const end = { from: before.texts.length, at: after.texts.length, length: 0 };
	for (const run of [...keptRuns(before, after), end]) {
		packed.push(taken, run.from - from, run.at - at);
		for (let place = at; place < run.at; place++) {
			const passed = from + place - at;
			const stead = passed < run.from ? before.clauses[passed] : undefined;
			const [clause, text] = [after.clauses[place] as number, after.texts[place] as number];
			packed.push(next.codeOfClause(clause, stead), next.codeOfText(clause, text, stead));
			next.meet(clause, text);
		}
		next.take(after.clauses, run.at, run.length);
		[from, at, taken] = [run.from + run.length, run.at + run.length, run.length];
	}
	return packed;
}

function unpackState(before: Entries, packed: PackedState, next: Expectations): Entries {
	const length = lengthOf(packed);
	const after = { clauses: new Int32Array(length), texts: new Int32Array(length) };
	let [from, at] = [0, 0];
	next.begin();
	for (let move = 0; move < packed.length; ) {
		const [taken, passed, fresh] = [packed[move], packed[move + 1], packed[move + 2]] as [
			number,
			number,
			number,
		];
		// Element by element: most runs are short, and a view of an array costs more than they do.
		for (let index = 0; index < taken; index++) {
			after.clauses[at + index] = before.clauses[from + index] as number;
			after.texts[at + index] = before.texts[from + index] as number;
		}
		next.take(after.clauses, at, taken);
		from += taken;
		at += taken;
		move += 3;
		for (let index = 0; index < fresh; index++, at++, move += 2) {
			const stead = index < passed ? before.clauses[from + index] : undefined;
			const clause = next.clauseOf(packed[move] as number, stead);
			const text = next.textOf(packed[move + 1] as number, clause, stead);
			next.meet(clause, text);
			after.clauses[at] = clause;
			after.texts[at] = text;
		}
		from += passed;
	}
	return after;
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

type Expectations = ReturnType<typeof expectations>;

/** Writer and reader expect alike, so that what comes as expected costs a zero. */
function expectations(wordings: readonly number[]) {
	const starts = startsOf(wordings);
	const seen = new Int32Array(wordings.length);
	const lastText = new Int32Array(wordings.length).fill(-1);
	const follower = new Int32Array(wordings.length).fill(-1);
	let born = 0;
	let last = -1;

	function expectedClause(stead: number | undefined): number {
		if (stead !== undefined) return stead;
		const next = last === -1 ? -1 : (follower[last] as number);
		return next === -1 ? born : next;
	}

	function expectedText(clause: number, stead: number | undefined): number {
		const known = lastText[clause] as number;
		return known === -1 || clause === stead ? nextText(clause) : known;
	}

	function nextText(clause: number): number {
		return (starts[clause] as number) + (seen[clause] as number);
	}

	function follow(clause: number): void {
		if (last !== -1) follower[last] = clause;
		last = clause;
	}

	return {
		begin(): void {
			last = -1;
		},
		codeOfClause(clause: number, stead: number | undefined): number {
			if (clause === expectedClause(stead)) return 0;
			return clause === born ? 1 : clause + 2;
		},
		clauseOf(code: number, stead: number | undefined): number {
			if (code === 0) return expectedClause(stead);
			return code === 1 ? born : code - 2;
		},
		codeOfText(clause: number, text: number, stead: number | undefined): number {
			if (text === expectedText(clause, stead)) return 0;
			const own = text - (starts[clause] as number);
			return own >= 0 && own < (wordings[clause] as number) ? own + 1 : -text - 1;
		},
		textOf(code: number, clause: number, stead: number | undefined): number {
			if (code === 0) return expectedText(clause, stead);
			return code > 0 ? (starts[clause] as number) + code - 1 : -code - 1;
		},
		/** A new entry of the state. */
		meet(clause: number, text: number): void {
			if (clause === born) born++;
			if (text === nextText(clause)) seen[clause] = (seen[clause] as number) + 1;
			lastText[clause] = text;
			follow(clause);
		},
		/** Entries taken over: among themselves they follow each other as before. */
		take(clauses: Int32Array, at: number, length: number): void {
			if (length === 0) return;
			follow(clauses[at] as number);
			last = clauses[at + length - 1] as number;
		},
	};
}

/** Where the texts of each clause begin in the file. */
function startsOf(wordings: readonly number[]): Int32Array {
	const starts = new Int32Array(wordings.length);
	let start = 0;
	for (const [clause, count] of wordings.entries()) {
		starts[clause] = start;
		start += count;
	}
	return starts;
}

interface Run {
	/** Place in the state before, and in the one after. */
	readonly from: number;
	readonly at: number;
	readonly length: number;
}

/** Entries that both states have in the same order. */
function keptRuns(before: Entries, after: Entries): Run[] {
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
