/** Builds an agreement's ledger: its texts cut into clauses, each clause followed through all versions. */
import type { Ledger, Span, State } from '../../model/ledger.ts';
import { printJoiner } from '../../text/fingerprint.ts';
import { type Chunks, cutChunks, noChunks } from '../clauses/chunks.ts';
import {
	type ChunkTexts,
	type ClauseTexts,
	noClauseTexts,
	type TextPrints,
	textsOfChunk,
} from '../clauses/clause-texts.ts';
import { followClauses, noIdentities, resumeFrom } from './follow-clauses.ts';
import { spansOf } from './presence.ts';

/** One version's text; versions with the same `name` have the same text. */
export interface VersionText {
	/** Object name of the text, or another value that stands for these bytes alone. */
	readonly name: string;
	/** Null where the text is past the bounds of a ledger: its clauses are not followed. */
	readonly bytes: Uint8Array | null;
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
	/** One a version: false where its text was not looked at, and state and print are those of the version before it. */
	readonly followed: readonly boolean[];
}

/** Looks back only: the ledger of the first versions is the beginning of the ledger of all. */
export function buildLedger(versions: Iterable<VersionText>): BuiltLedger {
	const texts = noClauseTexts();
	const identities = noIdentities();
	const known = new Map<string, ReadVersion>();
	const read: ReadVersion[] = [];
	let chunks: ReadChunks = { ...noChunks, texts: [] };
	for (const { name, bytes } of versions) {
		if (bytes === null) {
			read.push({ ...(read.at(-1) ?? nothingRead(texts)), followed: false });
			continue;
		}
		let version = known.get(name);
		if (version === undefined) {
			chunks = readChunks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), chunks, texts);
			const ids = joined(chunks.texts);
			const print = printVersion(ids, texts);
			const clauses = followClauses(identities, texts, ids, blockKeys(chunks.texts), print.length);
			version = { state: { texts: ids, clauses }, print, followed: true };
			known.set(name, version);
		}
		resumeFrom(identities, version.state, version.print.length);
		read.push(version);
	}
	const states = read.map(({ state }) => state);
	const spans = spansOf(states, identities.anchors.length);
	const clauses = identities.anchors.map((anchor, clause) => ({ anchor, spans: spans[clause] as Span[] }));
	return {
		ledger: { texts: texts.texts, clauses, states },
		prints: read.map(({ print }) => print),
		followed: read.map(({ followed }) => followed),
	};
}

interface ReadVersion {
	readonly state: State;
	readonly print: StatePrint;
	readonly followed: boolean;
}

function nothingRead(texts: ClauseTexts): ReadVersion {
	const state = { texts: new Int32Array(), clauses: new Int32Array() };
	return { state, print: printVersion(state.texts, texts), followed: false };
}

/** A text in chunks, and what stands in each. */
interface ReadChunks extends Chunks {
	readonly texts: readonly ChunkTexts[];
}

/** Reads the chunks that the text before did not have. */
function readChunks(bytes: Buffer, before: ReadChunks, known: ClauseTexts): ReadChunks {
	const { ends, kept, fresh, resumed } = cutChunks(bytes, before);
	const own = fresh.map((chunk) => textsOfChunk(known, chunk));
	return { bytes, ends, texts: [...before.texts.slice(0, kept), ...own, ...before.texts.slice(resumed)] };
}

function joined(chunks: readonly ChunkTexts[]): Int32Array {
	const all = new Int32Array(chunks.reduce((sum, { ids }) => sum + ids.length, 0));
	let at = 0;
	for (const { ids } of chunks) for (const id of ids) all[at++] = id;
	return all;
}

/** Place of a clause in the version that begins a cut block → key of the whole block. */
function blockKeys(chunks: readonly ChunkTexts[]): Map<number, number> {
	const keys = new Map<number, number>();
	let from = 0;
	for (const { ids, blocks } of chunks) {
		for (const { place, key } of blocks) keys.set(from + place, key);
		from += ids.length;
	}
	return keys;
}

function printVersion(ids: Int32Array, { prints }: ClauseTexts): StatePrint {
	const dateless = printJoiner();
	const letters = printJoiner();
	for (const id of ids) {
		const print = prints[id] as TextPrints;
		dateless.add(print.dateless);
		letters.add(print.letters);
	}
	return { dateless: dateless.key(), letters: letters.key(), length: dateless.length() };
}
