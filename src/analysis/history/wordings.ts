/** Every wording that ever stood in an agreement, with the times it stood: what a search over time answers from. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { Ledger, State } from '../../model/ledger.ts';
import { bridge, extend, type GrowingSpans } from '../ledger/presence.ts';
import { saidKey } from '../sentences/sentences-of.ts';

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

export function wordings({ versions, changes, ledger }: Recorded): Wordings {
	const found = new Map<number, Found>();
	const identity = identities(ledger);
	for (const [version, state] of ledger.states.entries()) findIn(found, identity, state, version);
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

function findIn(
	found: Map<number, Found>,
	identity: (text: number) => number,
	{ clauses, texts }: State,
	version: number,
): void {
	for (let place = 0; place < texts.length; place++) {
		const [text, clause] = [texts[place] as number, clauses[place] as number];
		const key = identity(text);
		if (key === 0) continue;
		const known = found.get(key);
		if (known === undefined) {
			found.set(key, { text, clause, spans: [{ first: version, last: version }] });
			continue;
		}
		if (known.spans.at(-1)?.last === version) continue;
		known.text = text;
		known.clause = clause;
		extend(known.spans, version);
	}
}

/** Text → what its words are known by; 0 where it has none. */
function identities(ledger: Ledger): (text: number) => number {
	const known: number[] = [];
	return (text) => {
		known[text] ??= ledger.texts[text]?.words === 0 ? 0 : saidKey(ledger.texts, text);
		return known[text];
	};
}
