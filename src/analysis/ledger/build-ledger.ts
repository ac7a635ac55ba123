/** Builds an agreement's ledger: its texts cut into clauses, each clause followed through all versions. */
import type { Ledger, Span, State } from '../../model/ledger.ts';
import { printJoiner } from '../../text/fingerprint.ts';
import { type Chunks, cutChunks, noChunks } from '../clauses/chunks.ts';
import { type ClauseTexts, collectClauseTexts } from '../clauses/clause-texts.ts';
import { alignClauses } from './align-clauses.ts';
import { anchorName, numberedAnchor } from './anchors.ts';
import { spansOf } from './presence.ts';

/** One version's text; versions with the same `name` have the same text. */
export interface VersionText {
	/** Object name of the text, or another value that stands for these bytes alone. */
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** Fingerprints of a whole version, blind to where its clauses are cut. */
export interface StatePrint {
	/** Equal where at most link targets, markup, case, typography or dates differ. */
	readonly dateless: number;
	/** Equal where at most digits differ beside that. */
	readonly letters: number;
	/** Letters and digits in the text. */
	readonly length: number;
}

export interface BuiltLedger {
	readonly ledger: Ledger;
	/** One a version. */
	readonly prints: readonly StatePrint[];
}

/** A text that fell below this share of the one before may be a failed capture: clauses may have to be followed from before the fall. */
const collapseShare = 0.3;

/** Looks back only: the ledger of the first versions is the beginning of the ledger of all. */
export function buildLedger(versions: Iterable<VersionText>): BuiltLedger {
	const texts = collectClauseTexts();
	const chunks = chunkNames(texts);
	const identities = collectIdentities(texts);
	const known = new Map<string, { state: State; print: StatePrint }>();
	const states: State[] = [];
	const prints: StatePrint[] = [];
	let cut: Chunks = noChunks;
	for (const { name, bytes } of versions) {
		let found = known.get(name);
		if (found === undefined) {
			cut = cutChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), cut, chunks.idOf);
			const ids = chunks.textsOf(cut.ids);
			const print = printVersion(ids, texts);
			found = { state: { texts: ids, clauses: identities.follow(ids, print.length) }, print };
			known.set(name, found);
		} else identities.resume(found.state, found.print.length);
		states.push(found.state);
		prints.push(found.print);
	}
	const spans = spansOf(states, identities.anchors.length);
	const clauses = identities.anchors.map((anchor, clause) => ({ anchor, spans: spans[clause] as Span[] }));
	return { ledger: { texts: texts.texts, clauses, states }, prints };
}

/** Chunks as small numbers, so that versions can share runs of them. */
function chunkNames(texts: ClauseTexts) {
	const names = new Map<string, number>();
	const textsOfChunk: (readonly number[])[] = [];

	function idOf(chunk: string): number {
		let id = names.get(chunk);
		if (id === undefined) {
			id = textsOfChunk.push(texts.ofChunk(chunk)) - 1;
			names.set(chunk, id);
		}
		return id;
	}

	function textsOf(ids: readonly number[]): Int32Array {
		let length = 0;
		for (const id of ids) length += (textsOfChunk[id] as readonly number[]).length;
		const result = new Int32Array(length);
		let at = 0;
		for (const id of ids) for (const text of textsOfChunk[id] as readonly number[]) result[at++] = text;
		return result;
	}

	return { idOf, textsOf };
}

function printVersion(ids: Int32Array, { prints }: ClauseTexts): StatePrint {
	const dateless = printJoiner();
	const letters = printJoiner();
	for (const id of ids) {
		const print = prints[id] as (typeof prints)[number];
		dateless.add(print.dateless);
		letters.add(print.letters);
	}
	return { dateless: dateless.key(), letters: letters.key(), length: dateless.length() };
}

/** Gives each clause of a version the identity of the clause that it carries on, or a new one. */
function collectIdentities(texts: ClauseTexts) {
	const anchors: string[] = [];
	const anchorsOfName = new Map<string, number>();
	/** Key → identities that stood in these words, the latest last. */
	const byKey = new Map<number, number[]>();
	/** The latest version, and the latest that was no fall; one and the same for most. */
	let last: Followed = { state: { clauses: new Int32Array(), texts: new Int32Array() }, length: 0 };
	let whole = last;

	function follow(ids: Int32Array, length: number): Int32Array {
		const { state: old } = predecessor(ids, length, last, whole);
		const carriedOn = alignClauses(old.texts, ids, texts.texts, texts.sortedWords);
		const clauses = carriedOn.map((from) => (from < 0 ? -1 : (old.clauses[from] as number)));
		const standing = new Set(clauses);
		for (let at = 0; at < clauses.length; at++) {
			const key = (texts.texts[ids[at] as number] as { key: number }).key;
			// A clause that goes on in the same words is remembered already.
			if (old.texts[carriedOn[at] as number] === ids[at]) continue;
			if (clauses[at] === -1) clauses[at] = comeBack(key, standing) ?? born(key);
			standing.add(clauses[at] as number);
			remember(key, clauses[at] as number);
		}
		resume({ clauses, texts: ids }, length);
		return clauses;
	}

	/** A clause that went out and comes back in the same words is the same clause. */
	function comeBack(key: number, standing: ReadonlySet<number>): number | undefined {
		return key === 0 ? undefined : byKey.get(key)?.findLast((clause) => !standing.has(clause));
	}

	function born(key: number): number {
		const name = anchorName(key);
		const count = (anchorsOfName.get(name) ?? 0) + 1;
		anchorsOfName.set(name, count);
		return anchors.push(numberedAnchor(name, count)) - 1;
	}

	function remember(key: number, clause: number): void {
		const holders = byKey.get(key);
		if (holders === undefined) byKey.set(key, [clause]);
		else if (!holders.includes(clause)) holders.push(clause);
	}

	function resume(state: State, length: number): void {
		last = { state, length };
		if (hasNotFallen(length, whole)) whole = last;
	}

	return { anchors, follow, resume };
}

interface Followed {
	readonly state: State;
	/** Letters and digits in its text. */
	readonly length: number;
}

/**
 * The version whose clauses a new text carries on. After a fall, that is the one of which more stands in it: the version before the
 * fall where it was a failed capture, the latest one where the agreement is short now.
 */
function predecessor(ids: Int32Array, length: number, last: Followed, whole: Followed): Followed {
	if (last === whole) return last;
	const texts = new Set(ids);
	const [sharedWithLast, sharedWithWhole] = [last, whole].map(
		({ state }) => state.texts.filter((text) => texts.has(text)).length,
	) as [number, number];
	if (sharedWithLast === sharedWithWhole) return hasNotFallen(length, whole) ? whole : last;
	return sharedWithLast > sharedWithWhole ? last : whole;
}

function hasNotFallen(length: number, whole: Followed): boolean {
	return length >= whole.length * collapseShare;
}
