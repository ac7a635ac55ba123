/**
 * One ledger of two texts that never followed each other, such as those of two agreements: the second stands as if it were the next version of the
 * first, so that they are compared by all that compares two versions.
 */
import type { ClauseText, Ledger, State } from '../../model/ledger.ts';
import { noClauseTexts, sortedWords } from '../clauses/clause-texts.ts';
import { alignClauses } from './align-clauses.ts';
import { numberedAnchor } from './anchors.ts';
import { spansOf } from './presence.ts';

/** A text: a version of an agreement. */
export interface TextOfLedger {
	readonly ledger: Ledger;
	/** Of this ledger. */
	readonly state: State;
}

/** @returns a ledger of two states. Clauses have the anchors of their own ledgers; one of both texts has that of the first. */
export function joinedLedger(one: TextOfLedger, other: TextOfLedger): Ledger {
	const known = noClauseTexts();
	const ids = new Map<string, number>();
	const [before, after] = [textsOf(one, known.texts, ids), textsOf(other, known.texts, ids)];
	const carriedOn = alignClauses(before, after, known.texts, (text) => sortedWords(known, text));
	const anchors = anchorsOf(one);
	const taken = new Set(anchors);
	const own = anchorsOf(other);
	const clauses = carriedOn.map((from, at) =>
		from < 0 ? anchors.push(freeAnchor(own[at] as string, taken)) - 1 : from,
	);
	const states = [
		{ texts: before, clauses: Int32Array.from(before.keys()) },
		{ texts: after, clauses },
	];
	const spans = spansOf(states, anchors.length);
	return {
		texts: known.texts,
		clauses: anchors.map((anchor, clause) => ({ anchor, spans: spans[clause] ?? [] })),
		states,
	};
}

/** The same words are the same text, whichever ledger they come from. */
function textsOf({ ledger, state }: TextOfLedger, texts: ClauseText[], ids: Map<string, number>): Int32Array {
	return state.texts.map((id) => {
		const text = ledger.texts[id] as ClauseText;
		const name = `${text.kind} ${text.depth} ${text.markdown}`;
		const known = ids.get(name) ?? texts.push(text) - 1;
		ids.set(name, known);
		return known;
	});
}

function anchorsOf({ ledger, state }: TextOfLedger): string[] {
	return Array.from(state.clauses, (clause) => ledger.clauses[clause]?.anchor ?? '');
}

function freeAnchor(anchor: string, taken: Set<string>): string {
	let free = anchor;
	for (let birth = 2; taken.has(free); birth++) free = numberedAnchor(anchor, birth);
	taken.add(free);
	return free;
}
