/** Gives each clause of a version the identity of the clause that it carries on, or a new one. */
import type { ClauseText, State } from '../../model/ledger.ts';
import { type ClauseTexts, sortedWords } from '../clauses/clause-texts.ts';
import { alignClauses } from './align-clauses.ts';
import { anchorName, numberedAnchor } from './anchors.ts';

/** A text that fell below this share of the one before may be a failed capture: clauses may have to be followed from before the fall. */
const collapseShare = 0.3;

/** The identities given so far, by number. */
export interface Identities {
	/** One an identity. */
	readonly anchors: string[];
	/** Name of an anchor → how many have it. */
	readonly anchorsOfName: Map<string, number>;
	/** Key of a text → identities that ever had such words, the latest last. */
	readonly byKey: Map<number, Set<number>>;
	/** The latest version, and the latest that was no fall; one and the same for most. */
	last: Followed;
	whole: Followed;
}

interface Followed {
	readonly state: State;
	/** Letters and digits in its text. */
	readonly length: number;
}

export function noIdentities(): Identities {
	const nothing: Followed = { state: { clauses: new Int32Array(), texts: new Int32Array() }, length: 0 };
	return { anchors: [], anchorsOfName: new Map(), byKey: new Map(), last: nothing, whole: nothing };
}

/**
 * @param ids texts of the version, in order
 * @param blockKeys place of the first piece of a block that was cut → key of the whole block, which its clause is named by: it has the
 * anchor that it would have in a block left whole
 * @param length letters and digits in them
 * @returns the identity of each
 */
export function followClauses(
	identities: Identities,
	known: ClauseTexts,
	ids: Int32Array,
	blockKeys: ReadonlyMap<number, number>,
	length: number,
): Int32Array {
	const { texts } = known;
	const { state: old } = predecessor(ids, length, identities);
	const carriedOn = alignClauses(old.texts, ids, texts, (text) => sortedWords(known, text));
	const clauses = carriedOn.map((from) => (from < 0 ? -1 : (old.clauses[from] as number)));
	/** Made for the first that asks: most versions have no clause that may have come back. */
	let taken: Set<number> | undefined;
	const isTaken = (clause: number): boolean => {
		taken ??= new Set(clauses);
		return taken.has(clause);
	};
	const comeBack = comingBack(identities, isTaken);
	for (let at = 0; at < clauses.length; at++) {
		// A clause that goes on in the same words is remembered already.
		if (old.texts[carriedOn[at] as number] === ids[at]) continue;
		const { key } = texts[ids[at] as number] as ClauseText;
		if (clauses[at] === -1) clauses[at] = comeBack(key) ?? bear(identities, blockKeys.get(at) ?? key);
		taken?.add(clauses[at] as number);
		remember(identities, key, clauses[at] as number);
	}
	return clauses;
}

/** Makes a version the one whose clauses the next one carries on. @param length letters and digits in its text */
export function resumeFrom(identities: Identities, state: State, length: number): void {
	identities.last = { state, length };
	if (hasNotFallen(length, identities.whole)) identities.whole = identities.last;
}

/**
 * A clause that went out and comes back in the same words is the same clause, the latest first.
 * @param isTaken whoever is taken stays so while one version is followed, so that nobody is looked at twice
 */
function comingBack(
	{ byKey }: Identities,
	isTaken: (clause: number) => boolean,
): (key: number) => number | undefined {
	const left = new Map<number, number[]>();
	return (key) => {
		const holders = key === 0 ? undefined : byKey.get(key);
		if (holders === undefined) return undefined;
		const candidates = left.get(key) ?? [...holders];
		left.set(key, candidates);
		let found = candidates.pop();
		while (found !== undefined && isTaken(found)) found = candidates.pop();
		return found;
	};
}

function bear({ anchors, anchorsOfName }: Identities, key: number): number {
	const name = anchorName(key);
	const count = (anchorsOfName.get(name) ?? 0) + 1;
	anchorsOfName.set(name, count);
	return anchors.push(numberedAnchor(name, count)) - 1;
}

function remember({ byKey }: Identities, key: number, clause: number): void {
	const holders = byKey.get(key);
	if (holders === undefined) byKey.set(key, new Set([clause]));
	else holders.add(clause);
}

/**
 * The version whose clauses a new text carries on. After a fall, that is the one of which more stands in it: the version before the
 * fall where it was a failed capture, the latest one where the agreement is short now.
 */
function predecessor(ids: Int32Array, length: number, { last, whole }: Identities): Followed {
	if (last === whole) return last;
	const texts = new Set(ids);
	// Each text once: a page that held everything six times over shares no more than one that held it once.
	const [sharedWithLast, sharedWithWhole] = [last, whole].map(
		({ state }) => new Set(state.texts.filter((text) => texts.has(text))).size,
	) as [number, number];
	if (sharedWithLast === sharedWithWhole) return hasNotFallen(length, whole) ? whole : last;
	return sharedWithLast > sharedWithWhole ? last : whole;
}

function hasNotFallen(length: number, whole: Followed): boolean {
	return length >= whole.length * collapseShare;
}
