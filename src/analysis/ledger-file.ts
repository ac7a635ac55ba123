/**
 * A ledger as one plain JSON value: small enough to be sent to a reader, whole enough to compare any two versions.
 *
 * Only what cannot be computed again is kept. Words, keys and numbers of a clause text come from its Markdown by the code that
 * made them first, spans from the states. Indexes of texts and clauses are those of the ledger: both are numbered in the order in
 * which they first stand in a state, so no table of them is needed.
 */
import type { ClauseKind, ClauseText, Ledger, State } from '../model/ledger.ts';
import { spansOf } from './clause-spans.ts';
import { clauseTextOf } from './clause-texts.ts';
import { longestIncreasing } from './compare-states.ts';

/** Part of the public file `ledger.json`: whoever changes this shape raises the `format` there. */
export interface PackedLedger {
	/** One a clause, in the order in which the clauses first stand in a state. */
	readonly anchors: readonly string[];
	/** How many of the texts below belong to each clause. A text belongs to the clause that it first stands for. */
	readonly wordings: readonly number[];
	/** Markdown of the texts, clause by clause, each clause's in the order of their coming: like beside like packs best. */
	readonly markdown: readonly string[];
	/** Kind and depth of these texts as runs: `"item 2", 14` are fourteen list items of depth 2. */
	readonly shapes: readonly (string | number)[];
	/**
	 * Each distinct state as what makes it of the one before it in this list (the first: of an empty one). Groups of: how many entries
	 * to take over, how many to pass over after them, how many new ones follow, and for each new one two numbers. The first is its
	 * clause, less the clause that the entry passed over in its stead had or, where there is none, less the next clause never seen.
	 * The second is its text: 0 for the clause's next text never seen, n > 0 for its n-th text, n < 0 for the text that many places
	 * before its first.
	 */
	readonly states: readonly (readonly number[])[];
	/** One a version: its place in `states`, less that of the version before it (the first: less −1). */
	readonly versions: readonly number[];
}

/** Where the texts of each clause begin in `markdown`. */
type Starts = Int32Array;

const noState: State = { clauses: new Int32Array(), texts: new Int32Array() };

/** The inverse of {@link unpackLedger}. */
export function packLedger(ledger: Ledger): PackedLedger {
	const states = [...new Set(ledger.states)];
	const owners = ownersOf(ledger, states);
	const order = textOrder(owners, ledger.clauses.length);
	const wordings = new Array<number>(ledger.clauses.length).fill(0);
	for (const owner of owners) (wordings[owner] as number)++;
	const write = stateWriter(startsOf(wordings), placesOf(order));
	return {
		anchors: ledger.clauses.map(({ anchor }) => anchor),
		wordings,
		markdown: Array.from(order, (text) => (ledger.texts[text] as ClauseText).markdown),
		shapes: runsOf(Array.from(order, (text) => shapeName(ledger.texts[text] as ClauseText))),
		states: states.map((state, at) => write(states[at - 1] ?? noState, state)),
		versions: stepsOf(ledger.states, states),
	};
}

/** Clause texts are read on demand, so that unpacking costs little more than the copying of its states. */
export function unpackLedger(packed: PackedLedger): Ledger {
	const read = stateReader(packed);
	const states: State[] = [];
	for (const moves of packed.states) states.push(read.state(states.at(-1) ?? noState, moves));
	const versions = versionStates(packed.versions, states);
	const shapes = shapesOf(packed.shapes);
	const texts = Array.from(read.places(), (place) =>
		clauseTextOf({
			...(shapes[place] as Shape),
			markdown: packed.markdown[place] as string,
		}),
	);
	return { texts, clauses: spansOf(versions, packed.anchors), states: versions };
}

/** For each text the clause that it first stands for. Proves on the way what unpacking builds upon. */
function ownersOf(ledger: Ledger, states: readonly State[]): Int32Array {
	const owners = new Int32Array(ledger.texts.length).fill(-1);
	let [texts, clauses] = [0, 0];
	for (const state of states) {
		for (const [at, text] of state.texts.entries()) {
			const clause = state.clauses[at] as number;
			if (clause > clauses || (owners[text] === -1 && text !== texts))
				throw new Error('Texts and clauses of a ledger are numbered in the order of their coming');
			if (clause === clauses) clauses++;
			if (owners[text] !== -1) continue;
			owners[text] = clause;
			texts++;
		}
	}
	return owners;
}

/** Place in the file → text, sorted by owner; each owner's texts in the order of their coming. */
function textOrder(owners: Int32Array, clauses: number): Int32Array {
	const next = new Int32Array(clauses + 1);
	for (const owner of owners) (next[owner + 1] as number)++;
	for (let clause = 1; clause <= clauses; clause++)
		next[clause] = (next[clause] as number) + (next[clause - 1] as number);
	const order = new Int32Array(owners.length);
	for (const [text, owner] of owners.entries()) order[(next[owner] as number)++] = text;
	return order;
}

function placesOf(order: Int32Array): Int32Array {
	const places = new Int32Array(order.length);
	for (const [place, text] of order.entries()) places[text] = place;
	return places;
}

function startsOf(wordings: readonly number[]): Starts {
	const starts = new Int32Array(wordings.length);
	let start = 0;
	for (const [clause, count] of wordings.entries()) {
		starts[clause] = start;
		start += count;
	}
	return starts;
}

/** What writer and reader both know at each step: which clauses and which of their texts have been seen. */
function progress(starts: Starts) {
	const seen = new Int32Array(starts.length);
	let clauses = 0;
	return {
		/** The clause that a new entry most likely bears. */
		expected: (passed: number | undefined): number => passed ?? clauses,
		/** Place of the clause's next text never seen. */
		nextPlace: (clause: number): number => (starts[clause] as number) + (seen[clause] as number),
		meet(clause: number): void {
			if (clause === clauses) clauses++;
		},
		use(clause: number): void {
			(seen[clause] as number)++;
		},
	};
}

function stateWriter(starts: Starts, places: Int32Array): (before: State, after: State) => number[] {
	const known = progress(starts);

	function entry(clause: number, text: number, passed: number | undefined): number[] {
		const step = clause - known.expected(passed);
		known.meet(clause);
		const place = places[text] as number;
		if (place === known.nextPlace(clause)) {
			known.use(clause);
			return [step, 0];
		}
		const offset = place - (starts[clause] as number);
		return [step, offset < 0 ? offset : offset + 1];
	}

	return (before, after) => {
		const moves: number[] = [];
		let [from, at, taken] = [0, 0, 0];
		for (const run of [
			...keptRuns(before, after),
			{ from: before.texts.length, at: after.texts.length, length: 0 },
		]) {
			moves.push(taken, run.from - from, run.at - at);
			for (let place = at; place < run.at; place++) {
				const passed = from + place - at;
				const instead = passed < run.from ? before.clauses[passed] : undefined;
				moves.push(...entry(after.clauses[place] as number, after.texts[place] as number, instead));
			}
			[from, at, taken] = [run.from + run.length, run.at + run.length, run.length];
		}
		return moves;
	};
}

interface Run {
	/** Place in the state before, and in the one after. */
	readonly from: number;
	readonly at: number;
	readonly length: number;
}

/** Entries that both states have in the same order. */
function keptRuns(before: State, after: State): Run[] {
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

function stateReader({ wordings, markdown }: PackedLedger) {
	const starts = startsOf(wordings);
	const known = progress(starts);
	const textAt = new Int32Array(markdown.length).fill(-1);
	const places: number[] = [];

	function placeOf(clause: number, code: number): number {
		if (code === 0) {
			const place = known.nextPlace(clause);
			known.use(clause);
			return place;
		}
		return (starts[clause] as number) + (code > 0 ? code - 1 : code);
	}

	/** Texts are numbered as they come. */
	function textOf(place: number): number {
		if (textAt[place] === -1) textAt[place] = places.push(place) - 1;
		return textAt[place] as number;
	}

	function state(before: State, moves: readonly number[]): State {
		const length = lengthAfter(moves);
		const after = { clauses: new Int32Array(length), texts: new Int32Array(length) };
		let [from, at] = [0, 0];
		for (let move = 0; move < moves.length; ) {
			const [taken, passed, fresh] = [moves[move], moves[move + 1], moves[move + 2]] as [
				number,
				number,
				number,
			];
			after.clauses.set(before.clauses.subarray(from, from + taken), at);
			after.texts.set(before.texts.subarray(from, from + taken), at);
			from += taken;
			at += taken;
			move += 3;
			for (let index = 0; index < fresh; index++, at++, move += 2) {
				const instead = index < passed ? before.clauses[from + index] : undefined;
				const clause = known.expected(instead) + (moves[move] as number);
				known.meet(clause);
				after.clauses[at] = clause;
				after.texts[at] = textOf(placeOf(clause, moves[move + 1] as number));
			}
			from += passed;
		}
		return after;
	}

	/** Text → place in the file. */
	return { state, places: (): readonly number[] => places };
}

function lengthAfter(moves: readonly number[]): number {
	let length = 0;
	for (let move = 0; move < moves.length; ) {
		const fresh = moves[move + 2] as number;
		length += (moves[move] as number) + fresh;
		move += 3 + 2 * fresh;
	}
	return length;
}

function stepsOf(versions: readonly State[], states: readonly State[]): number[] {
	const places = new Map(states.map((state, place) => [state, place]));
	let last = -1;
	return versions.map((state) => {
		const place = places.get(state) as number;
		const step = place - last;
		last = place;
		return step;
	});
}

function versionStates(steps: readonly number[], states: readonly State[]): State[] {
	let place = -1;
	return steps.map((step) => {
		place += step;
		return states[place] as State;
	});
}

function shapeName({ kind, depth }: ClauseText): string {
	return `${kind} ${depth}`;
}

interface Shape {
	readonly kind: ClauseKind;
	readonly depth: number;
}

function runsOf(values: readonly string[]): (string | number)[] {
	const runs: (string | number)[] = [];
	if (values.length === 0) return runs;
	let start = 0;
	for (let at = 1; at <= values.length; at++) {
		if (at < values.length && values[at] === values[start]) continue;
		runs.push(values[start] as string, at - start);
		start = at;
	}
	return runs;
}

function shapesOf(runs: PackedLedger['shapes']): Shape[] {
	const shapes: Shape[] = [];
	for (let at = 0; at < runs.length; at += 2) {
		const [kind, depth] = (runs[at] as string).split(' ') as [ClauseKind, string];
		const shape = { kind, depth: Number(depth) };
		for (let count = runs[at + 1] as number; count > 0; count--) shapes.push(shape);
	}
	return shapes;
}
