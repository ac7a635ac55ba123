/**
 * Every text of an agreement as one list: rows in an order that is that of each version for the rows that stand in it. So a version is put
 * together by leaving out rows, without a delta to apply and without knowing any other version (the weave of SCCS: Rochkind 1975,
 * https://doi.org/10.1109/TSE.1975.6312866).
 *
 * Versions that read alike share a text: one that comes back costs nothing. A clause that moved past another has a row in each place.
 */
import type { ClauseText, Ledger, Span, State } from '../../model/ledger.ts';
import { longestIncreasing } from '../../text/longest-increasing.ts';
import { extend, type GrowingSpans } from '../ledger/presence.ts';

/** One wording of a clause in one place of the document. */
export interface TextRow {
	/** Index into `Ledger.clauses`. */
	readonly clause: number;
	/** Index into `Ledger.texts`: of those that read alike the first. */
	readonly text: number;
	/** The texts that it stands in, as runs. */
	readonly spans: readonly Span[];
}

export interface TextRows {
	readonly rows: readonly TextRow[];
	/** Version → its text, numbered in the order of their coming. */
	readonly textOf: Int32Array;
}

interface GrowingRow extends TextRow {
	readonly spans: GrowingSpans;
	/** Place among all rows, told anew for each text. */
	place: number;
}

/** Costs a pass over the rows for each text that differs from all before it. */
export function textRows({ texts, states }: Pick<Ledger, 'texts' | 'states'>): TextRows {
	const alike = alikeTexts(texts);
	const known = new Map<string, GrowingRow[]>();
	const numbers = new Map<string, number>();
	const ofState = new Map<State, number>();
	let rows: GrowingRow[] = [];
	const textOf = Int32Array.from(states, (state) => {
		const met = ofState.get(state);
		if (met !== undefined) return met;
		const entries = entriesOf(state, alike);
		const read = entries.map(({ name }) => name).join(' ');
		const number = numbers.get(read) ?? numbers.size;
		if (number === numbers.size) rows = withText(rows, known, entries, number);
		numbers.set(read, number);
		ofState.set(state, number);
		return number;
	});
	return { rows, textOf };
}

interface Entry {
	readonly clause: number;
	readonly text: number;
	readonly name: string;
}

function entriesOf({ clauses, texts }: State, alike: Int32Array): Entry[] {
	return Array.from(clauses, (clause, at) => {
		const text = alike[texts[at] as number] as number;
		return { clause, text, name: `${clause}:${text}` };
	});
}

/** Text → the first that a reader cannot tell from it: links and emphasis may differ. */
function alikeTexts(texts: readonly ClauseText[]): Int32Array {
	const first = new Map<string, number>();
	return Int32Array.from(texts, ({ kind, depth, visible }, at) => {
		const shown = `${kind} ${depth} ${visible}`;
		const known = first.get(shown) ?? at;
		first.set(shown, known);
		return known;
	});
}

/** The rows with those of one more text among them. */
function withText(
	rows: readonly GrowingRow[],
	known: Map<string, GrowingRow[]>,
	entries: readonly Entry[],
	number: number,
): GrowingRow[] {
	for (let place = 0; place < rows.length; place++) (rows[place] as GrowingRow).place = place;
	const kept = keptRows(known, entries);
	const after = new Map<GrowingRow | null, GrowingRow[]>();
	let last: GrowingRow | null = null;
	for (const [at, { clause, text, name }] of entries.entries()) {
		const old = kept[at];
		if (old !== undefined) {
			extend(old.spans, number);
			last = old;
			continue;
		}
		const fresh: GrowingRow = { clause, text, spans: [{ first: number, last: number }], place: -1 };
		push(after, last, fresh);
		push(known, name, fresh);
	}
	if (after.size === 0) return [...rows];
	const woven = [...(after.get(null) ?? [])];
	for (const row of rows) woven.push(row, ...(after.get(row) ?? []));
	return woven;
}

/** For each entry the row that it stands in already; undefined where it needs a new one. */
function keptRows(
	known: ReadonlyMap<string, readonly GrowingRow[]>,
	entries: readonly Entry[],
): (GrowingRow | undefined)[] {
	// Of several places of the same words the later first: an increasing run then holds one of them at most.
	const candidates = entries.flatMap(({ name }, at) =>
		(known.get(name) ?? []).toSorted((one, other) => other.place - one.place).map((row) => ({ at, row })),
	);
	const run = longestIncreasing(Int32Array.from(candidates, ({ row }) => row.place));
	const kept = new Array<GrowingRow | undefined>(entries.length).fill(undefined);
	for (const [at, candidate] of candidates.entries()) if (run.has(at)) kept[candidate.at] = candidate.row;
	return kept;
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [item]);
	else list.push(item);
}
