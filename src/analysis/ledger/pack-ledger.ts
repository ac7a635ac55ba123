/**
 * A ledger as one plain JSON value: small enough to be sent to a reader, whole enough to compare any two versions.
 *
 * Only what cannot be computed again is kept. Words, keys and numbers of a clause text come from its Markdown by the code that made
 * them first, anchors from the words in which a clause was born (but for the few named by a block of which these words are a piece), spans
 * from the states. Clauses and texts have the numbers of the
 * ledger again: both are numbered in the order in which they first stand in a state.
 */
import type { Clause, ClauseKind, ClauseText, Ledger, Span, State } from '../../model/ledger.ts';
import { clauseTextOf } from '../clauses/clause-texts.ts';
import { anchorName, birthOf, numberedAnchor } from './anchors.ts';
import { spansOf } from './presence.ts';
import { type PackedTexts, packTexts, unpackTexts } from './shared-pieces.ts';
import { type PackedState, packStates, unpackStates } from './state-deltas.ts';

/** Part of the public file `ledger.json.gz`: whoever changes this shape raises the `format` there. */
export interface PackedLedger extends PackedTexts {
	/** How many of the texts belong to each clause: those that first stood for it. Texts lie clause by clause, each clause's as they came. */
	readonly wordings: readonly number[];
	/** Kind and depth of the texts as runs: `"item 2", 14` are fourteen list items of depth 2. */
	readonly shapes: readonly (string | number)[];
	/** Clauses born in the words in which another had been born before, each with the number at the end of its anchor. */
	readonly twins: readonly number[];
	/** Clauses not named by the words in which they were born but by the whole block that these began, each with its anchor. */
	readonly named: readonly (number | string)[];
	/** Distinct states in the order of their coming. */
	readonly states: readonly PackedState[];
	/** One a version: its place in `states`, less that of the version before it (the first: less −1). */
	readonly versions: readonly number[];
}

/** What ledgers were unpacked from: a build sends on many that it took from its shelf. */
const origins = new WeakMap<Ledger, PackedLedger>();

/** The inverse of {@link unpackLedger}. */
export function packLedger(ledger: Ledger): PackedLedger {
	return origins.get(ledger) ?? packAnew(ledger);
}

function packAnew(ledger: Ledger): PackedLedger {
	const states = [...new Set(ledger.states)];
	const owners = ownersOf(ledger, states);
	const wordings = new Array<number>(ledger.clauses.length).fill(0);
	for (const owner of owners) (wordings[owner] as number)++;
	const order = textOrder(owners, wordings);
	const texts = Array.from(order, (text) => ledger.texts[text] as ClauseText);
	return {
		...packTexts(
			texts.map(({ markdown }) => markdown),
			wordings,
		),
		wordings,
		shapes: runsOf(texts.map(({ kind, depth }) => `${kind} ${depth}`)),
		...namesOf(ledger, birthsOf(ledger, states)),
		states: packStates(states, inverse(order), wordings),
		versions: stepsOf(ledger.states, states),
	};
}

/** Little more than the copying of its states: texts are read on demand. */
export function unpackLedger(packed: PackedLedger): Ledger {
	const states = unpackStates(packed.states, packed.wordings);
	const { places, births } = numberAgain(states, packed);
	const markdown = unpackTexts(packed, packed.wordings);
	const shapes = shapesOf(packed.shapes);
	const texts = places.map((place) => clauseTextOf(shapes[place] as Shape, markdown[place] as () => string));
	const versions = versionStates(packed.versions, states);
	const ledger = { texts, clauses: clausesOf(versions, texts, births, packed), states: versions };
	origins.set(ledger, packed);
	return ledger;
}

/** For each text the clause that it first stands for. Proves on the way what unpacking builds upon. */
function ownersOf(ledger: Ledger, states: readonly State[]): Int32Array {
	const owners = new Int32Array(ledger.texts.length).fill(-1);
	let [texts, clauses] = [0, 0];
	for (const state of states) {
		for (const [at, text] of state.texts.entries()) {
			const clause = state.clauses[at] as number;
			if (clause > clauses || text > texts)
				throw new Error('Texts and clauses of a ledger are numbered in the order of their coming');
			if (clause === clauses) clauses++;
			if (text < texts) continue;
			owners[text] = clause;
			texts++;
		}
	}
	return owners;
}

/** Place in the file → text. */
function textOrder(owners: Int32Array, wordings: readonly number[]): Int32Array {
	const next = new Int32Array(wordings.length);
	for (let clause = 1; clause < wordings.length; clause++)
		next[clause] = (next[clause - 1] as number) + (wordings[clause - 1] as number);
	const order = new Int32Array(owners.length);
	for (const [text, owner] of owners.entries()) {
		const place = next[owner] as number;
		order[place] = text;
		next[owner] = place + 1;
	}
	return order;
}

function inverse(order: Int32Array): Int32Array {
	const places = new Int32Array(order.length);
	for (const [place, text] of order.entries()) places[text] = place;
	return places;
}

/**
 * Puts the numbers of the ledger into states that hold places in the file.
 * @returns the place of each text, and the text in which each clause was born
 */
function numberAgain(states: readonly State[], { texts: all, wordings }: PackedLedger) {
	const places: number[] = [];
	const numbers = new Int32Array(all.length).fill(-1);
	const births = new Int32Array(wordings.length).fill(-1);
	for (const { clauses, texts } of states) {
		// No iterator: a long history has a million of these.
		for (let at = 0; at < texts.length; at++) {
			const place = texts[at] as number;
			if (numbers[place] === -1) numbers[place] = places.push(place) - 1;
			const text = numbers[place] as number;
			texts[at] = text;
			const clause = clauses[at] as number;
			if (births[clause] === -1) births[clause] = text;
		}
	}
	return { places, births };
}

/** For each clause the text in which it was born. */
function birthsOf({ clauses }: Ledger, states: readonly State[]): Int32Array {
	const births = new Int32Array(clauses.length).fill(-1);
	for (const state of states)
		for (let at = 0; at < state.clauses.length; at++) {
			const clause = state.clauses[at] as number;
			if (births[clause] === -1) births[clause] = state.texts[at] as number;
		}
	return births;
}

/** What the words in which a clause was born do not tell of its anchor. */
function namesOf({ clauses, texts }: Ledger, births: Int32Array): Pick<PackedLedger, 'twins' | 'named'> {
	const twins: number[] = [];
	const named: (number | string)[] = [];
	for (const [clause, { anchor }] of clauses.entries()) {
		const { key } = texts[births[clause] as number] as ClauseText;
		const birth = birthOf(anchor);
		if (anchor !== numberedAnchor(anchorName(key), birth)) named.push(clause, anchor);
		else if (birth !== 1) twins.push(clause, birth);
	}
	return { twins, named };
}

function clausesOf(
	versions: readonly State[],
	texts: readonly ClauseText[],
	births: Int32Array,
	{ twins, named }: PackedLedger,
): Clause[] {
	const numbers = new Map<number, number>();
	for (let at = 0; at < twins.length; at += 2) numbers.set(twins[at] as number, twins[at + 1] as number);
	const names = new Map<number, string>();
	for (let at = 0; at < named.length; at += 2) names.set(named[at] as number, named[at + 1] as string);
	let all: readonly Span[][] | undefined;
	return Array.from(births, (birth, clause) => ({
		get anchor() {
			const name = names.get(clause);
			if (name !== undefined) return name;
			const born = texts[birth] as ClauseText;
			return numberedAnchor(anchorName(born.key), numbers.get(clause) ?? 1);
		},
		/** A comparison asks for none of them. */
		get spans() {
			all ??= spansOf(versions, births.length);
			return all[clause] as readonly Span[];
		},
	}));
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

type Shape = Pick<ClauseText, 'kind' | 'depth'>;

function runsOf(values: readonly string[]): (string | number)[] {
	const runs: (string | number)[] = [];
	for (let at = 0; at < values.length; ) {
		let end = at + 1;
		while (end < values.length && values[end] === values[at]) end++;
		runs.push(values[at] as string, end - at);
		at = end;
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
