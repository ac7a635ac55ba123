/**
 * What comes next in a packed ledger, as far as writer and reader both know it from what came before: an entry that comes as expected
 * costs a zero. An entry is a clause of a state, with its text.
 */

/** Clauses by number, texts by their place in the file; changes with each entry. */
export interface Expectations {
	/** How many texts each clause has. They lie beside each other in the file, from `starts` on. */
	readonly wordings: readonly number[];
	readonly starts: Int32Array;
	/** How many of a clause's own texts were observed. */
	readonly seen: Int32Array;
	/** The text that a clause had last, and the clause that last followed it; −1 where there is none. */
	readonly lastText: Int32Array;
	readonly follower: Int32Array;
	/** The next clause never seen. */
	born: number;
	/** The clause of the entry before this one; −1 at the beginning of a state. */
	last: number;
}

/** @param wordings number of texts of each clause */
export function expectations(wordings: readonly number[]): Expectations {
	return {
		wordings,
		starts: startsOf(wordings),
		seen: new Int32Array(wordings.length),
		lastText: new Int32Array(wordings.length).fill(-1),
		follower: new Int32Array(wordings.length).fill(-1),
		born: 0,
		last: -1,
	};
}

export function beginState(expected: Expectations): void {
	expected.last = -1;
}

/** @param replaced clause of the entry passed over in its stead, where there is one */
export function codeOfClause(expected: Expectations, clause: number, replaced: number | undefined): number {
	if (clause === nextClause(expected, replaced)) return 0;
	return clause === expected.born ? 1 : clause + 2;
}

/** The inverse of {@link codeOfClause}. */
export function clauseOf(expected: Expectations, code: number, replaced: number | undefined): number {
	if (code === 0) return nextClause(expected, replaced);
	return code === 1 ? expected.born : code - 2;
}

export function codeOfText(
	expected: Expectations,
	clause: number,
	text: number,
	replaced: number | undefined,
): number {
	if (text === nextText(expected, clause, replaced)) return 0;
	const own = text - (expected.starts[clause] as number);
	return own >= 0 && own < (expected.wordings[clause] as number) ? own + 1 : -text - 1;
}

/** The inverse of {@link codeOfText}. */
export function textOf(
	expected: Expectations,
	code: number,
	clause: number,
	replaced: number | undefined,
): number {
	if (code === 0) return nextText(expected, clause, replaced);
	return code > 0 ? (expected.starts[clause] as number) + code - 1 : -code - 1;
}

/** Takes note of a new entry of the state. */
export function observe(expected: Expectations, clause: number, text: number): void {
	if (clause === expected.born) expected.born++;
	if (text === unseenText(expected, clause)) expected.seen[clause] = (expected.seen[clause] as number) + 1;
	expected.lastText[clause] = text;
	follow(expected, clause);
}

/** Takes note of entries taken over from the state before: among themselves they follow each other as they did there. */
export function observeCopy(expected: Expectations, clauses: Int32Array, at: number, length: number): void {
	if (length === 0) return;
	follow(expected, clauses[at] as number);
	expected.last = clauses[at + length - 1] as number;
}

function nextClause({ last, follower, born }: Expectations, replaced: number | undefined): number {
	if (replaced !== undefined) return replaced;
	const next = last === -1 ? -1 : (follower[last] as number);
	return next === -1 ? born : next;
}

function nextText(expected: Expectations, clause: number, replaced: number | undefined): number {
	const known = expected.lastText[clause] as number;
	return known === -1 || clause === replaced ? unseenText(expected, clause) : known;
}

function unseenText({ starts, seen }: Expectations, clause: number): number {
	return (starts[clause] as number) + (seen[clause] as number);
}

function follow(expected: Expectations, clause: number): void {
	if (expected.last !== -1) expected.follower[expected.last] = clause;
	expected.last = clause;
}

function startsOf(wordings: readonly number[]): Int32Array {
	const starts = new Int32Array(wordings.length);
	let start = 0;
	for (const [clause, count] of wordings.entries()) {
		starts[clause] = start;
		start += count;
	}
	return starts;
}
