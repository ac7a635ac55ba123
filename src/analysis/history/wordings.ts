/** Every wording that ever stood in an agreement, with the times it stood: what a search over time answers from. */
import type { Agreement } from '../../model/archive.ts';
import type { Change } from '../../model/change.ts';
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { withoutDates } from '../../text/dates-in-text.ts';
import { keyOf, printsOf } from '../../text/fingerprint.ts';
import { isShortGap } from '../ledger/presence.ts';

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

const digit = /\d/;

interface Run {
	readonly first: number;
	/** Version after the last; the number of versions where it stands today. */
	end: number;
}

interface Found {
	text: number;
	clause: number;
	readonly runs: Run[];
}

/** What is read of an agreement. */
export type Recorded = Pick<Agreement, 'versions' | 'changes' | 'ledger'>;

export interface Wordings {
	/** In the order in which they first stood. */
	readonly all: readonly Wording[];
	/** The wording of a clause text; undefined where it has no word but dates. */
	readonly of: (text: number) => Wording | undefined;
}

export function wordings(agreement: Recorded): Wordings {
	const { ledger, changes } = agreement;
	const found = new Map<number, Found>();
	const identity = identities(ledger);
	for (const [version, state] of ledger.states.entries()) extend(found, identity, state, version);
	const last = ledger.states.length;
	const known = new Map<number, Wording>();
	for (const [key, { text, clause, runs }] of found) {
		const stays = bridged(agreement, runs).map(({ first, end }) => ({
			from: changes[first] as Change,
			to: end === last ? null : (changes[end] as Change),
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

function extend(
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
			found.set(key, { text, clause, runs: [{ first: version, end: version + 1 }] });
			continue;
		}
		const run = known.runs.at(-1) as Run;
		if (run.end > version) continue;
		known.text = text;
		known.clause = clause;
		if (run.end === version) run.end = version + 1;
		else known.runs.push({ first: version, end: version + 1 });
	}
}

/** Text → what its words are known by; 0 where it has none. */
function identities(ledger: Ledger): (text: number) => number {
	const known: number[] = [];
	return (text) => {
		known[text] ??= identityOf(ledger.texts[text] as ClauseText);
		return known[text];
	};
}

function identityOf({ visible, number, key, words }: ClauseText): number {
	if (words === 0) return 0;
	return digit.test(visible) ? keyOf(printsOf(withoutDates(visible), number.length).whole) : key;
}

function bridged({ versions }: Recorded, runs: readonly Run[]): Run[] {
	const joined: Run[] = [];
	for (const run of runs) {
		const before = joined.at(-1);
		const back = versions[run.first]?.fetched;
		if (before !== undefined && isShortGap(versions[before.end]?.fetched, back)) before.end = run.end;
		else joined.push({ ...run });
	}
	return joined;
}
