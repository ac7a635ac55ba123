/** Every wording that ever stood in an agreement, with the times it stood: what a search over time answers from. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { Ledger } from '../../model/ledger.ts';
import { bridge, extend, type GrowingSpans } from '../ledger/presence.ts';
import { wordedKey } from '../sentences/sentences-of.ts';

/** One unbroken time that a wording stood. */
export interface Stay {
	/** The change that brought it in. */
	readonly from: Change;
	/** The change that took it out; null where it stands today. */
	readonly to: Change | null;
}

/** Words that stood in one clause or in one after the other: the same letters and digits, number of the clause and dates apart. */
export interface Wording {
	/** Index into `Ledger.texts`: the last that stood of these words. */
	readonly text: number;
	/** Index into `Ledger.clauses`: the clause that it stood in. */
	readonly clause: number;
	/** Oldest first, at least one. */
	readonly stays: readonly Stay[];
}

interface Found {
	text: number;
	clause: number;
	readonly spans: GrowingSpans;
}

/** What is read of an agreement. */
export type Recorded = Pick<Agreement, 'versions' | 'changes' | 'ledger'>;

export interface Wordings {
	/** In the order in which they first stood. */
	readonly all: readonly Wording[];
	/** The wording of a clause text; undefined where it has no word but dates. */
	readonly of: (text: number) => Wording | undefined;
}

export function wordings(recorded: Recorded): Wordings {
	const { ledger, changes } = recorded;
	if (last?.ledger !== ledger || last.changes !== changes)
		last = { ledger, changes, told: wordingsOf(recorded) };
	return last.told;
}

/** Pages and search records come agreement by agreement: the wordings of the last one are enough, and those of all would fill the memory. */
let last:
	| { readonly ledger: Ledger; readonly changes: readonly Change[]; readonly told: Wordings }
	| undefined;

function wordingsOf({ versions, changes, ledger }: Recorded): Wordings {
	const identity = (text: number): number => wordedKey(ledger.texts, text);
	const found = findAll(ledger, identity);
	const known = new Map<number, Wording>();
	for (const [key, { text, clause, spans }] of found) {
		const stays = bridge(spans, versions).map(({ first, last }) => ({
			from: changes[first] as Change,
			to: changes[last + 1] ?? null,
		}));
		known.set(key, { text, clause, stays: forwards(stays) });
	}
	return { all: [...known.values()], of: (text) => known.get(identity(text)) };
}

/** A version that was put in later with an earlier date makes times that end before they begin: they say nothing where others do. */
function forwards(stays: readonly Stay[]): readonly Stay[] {
	const told = stays.filter(({ from, to }) => to === null || from.version.fetched <= to.version.fetched);
	return told.length > 0 ? told : stays.slice(-1);
}

/** In the order in which they first stand. What is asked at each of some million places lies in a column. */
function findAll(ledger: Ledger, identity: (text: number) => number): Map<number, Found> {
	const found = new Map<number, Found>();
	const ofText = new Array<Found | null | undefined>(ledger.texts.length).fill(undefined);
	for (const [version, { clauses, texts }] of ledger.states.entries()) {
		for (let place = 0; place < texts.length; place++) {
			const text = texts[place] as number;
			const known = ofText[text] === undefined ? foundAs(found, identity(text)) : ofText[text];
			ofText[text] = known;
			if (known === null || known.spans.at(-1)?.last === version) continue;
			known.text = text;
			known.clause = clauses[place] as number;
			extend(known.spans, version);
		}
	}
	return found;
}

/** Null for what has no words. */
function foundAs(found: Map<number, Found>, key: number): Found | null {
	if (key === 0) return null;
	const known = found.get(key) ?? { text: 0, clause: 0, spans: [] };
	found.set(key, known);
	return known;
}
