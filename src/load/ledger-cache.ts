/**
 * Analysed agreements on disk, so that a build analyses only those with new versions, and holds only a few ledgers in memory.
 *
 * A file is named by all that the analysis depends on: its code, the agreement's versions and their texts. So nothing in it is ever
 * out of date; a file that is not whole counts as missing.
 */
import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fstatSync,
	openSync,
	readdirSync,
	readSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { eventsBetween, tellEvents } from '../analysis/ledger/neighbour-events.ts';
import { packEvents, unpackEvents } from '../analysis/ledger/pack-events.ts';
import { packLedger, unpackLedger } from '../analysis/ledger/pack-ledger.ts';
import { tellWordedKeys, wordedKey } from '../analysis/sentences/sentences-of.ts';
import { codeHash } from '../code-hash.ts';
import { type Change, hasPage } from '../model/change.ts';
import { Fault } from '../model/fault.ts';
import type { Ledger, State } from '../model/ledger.ts';
import type { Topic } from '../model/topic.ts';
import type { AgreementHistory, AnalysedAgreement } from './analyse-agreements.ts';
import { newestWithin, type Sized } from './bounded-cache.ts';

/** Where analysed agreements are kept, and by which code they were made. */
export interface Shelf {
	readonly directory: string;
	/** Equal only where the same texts would be analysed alike: see {@link analysisCode}. */
	readonly code: string;
}

/** What pages ask of every agreement at once. The ledger lies behind it in the file and is unpacked for those who ask for it. */
interface Facts extends Pick<AnalysedAgreement, 'language' | 'clauses' | 'topics' | 'stated'> {
	/** One a version: a change without its version, which git tells. */
	readonly changes: readonly Omit<Change, 'version'>[];
}

/** Characters of packed ledgers that are held unpacked, at about 20 bytes each: those asked for last. Pages ask agreement by agreement. */
const room = 2_000_000;

/** Everything that decides what comes out of given versions, and how it is written. */
export function analysisCode(): string {
	return codeHash(['src/analysis', 'src/model', 'src/text', 'src/load']);
}

/** The same shelf for analyses by these rules: what other rules found, or what headlines say by other names, is not there. Words about a topic that find and name nothing do not count. */
export function shelfFor({ directory, code }: Shelf, topics: readonly Topic[]): Shelf {
	const rules = topics.map(({ id, name, weight, claimed, stances, rules, lists }) => [
		id,
		name,
		weight,
		claimed,
		stances,
		rules,
		lists,
	]);
	const hash = createHash('sha256').update(JSON.stringify([code, rules]));
	return { directory, code: hash.digest('hex') };
}

/** The agreement as it was analysed before; undefined where it was not, or where its file is not whole. */
export function findKept(shelf: Shelf, history: AgreementHistory): AnalysedAgreement | undefined {
	const file = fileOf(shelf, history);
	const facts = readPart(file, 'facts');
	return facts === undefined ? undefined : fromDisk(file, history, JSON.parse(facts.toString()) as Facts);
}

/** Whether it lies there, without a look into its file. */
export function isKept(shelf: Shelf, history: AgreementHistory): boolean {
	return existsSync(fileOf(shelf, history));
}

/** Writes an agreement to disk. @returns the same, its ledger no longer in memory */
export function keep(shelf: Shelf, agreement: AnalysedAgreement): AnalysedAgreement {
	const history = { file: agreement.path, versions: agreement.versions };
	const file = fileOf(shelf, history);
	const changes = agreement.changes.map(({ version, ...change }) => change);
	const { language, clauses, topics, stated } = agreement;
	const facts: Facts = { language, clauses, topics, stated, changes };
	const { ledger } = agreement;
	writeParts(file, {
		facts: Buffer.from(JSON.stringify(facts)),
		ledger: Buffer.from(JSON.stringify(packLedger(ledger))),
		events: Buffer.from(shownEvents(ledger, agreement.changes).buffer),
		keys: Buffer.from(Float64Array.from(ledger.texts, (_, text) => wordedKey(ledger.texts, text)).buffer),
	});
	return fromDisk(file, history, facts);
}

/** What happened in the changes that have a page. */
function shownEvents(ledger: Ledger, changes: readonly Change[]): Int32Array {
	const shown = changes.filter((change) => hasPage(change) && change.base >= 0);
	return packEvents(
		shown.map(({ base, index }) => {
			const [before, after] = [ledger.states[base] as State, ledger.states[index] as State];
			return { before: base, after: index, events: eventsBetween(ledger, before, after) };
		}),
	);
}

/** Removes what none of these agreements needs: files of versions and code that are gone, and what a killed build left. */
export function sweep(shelf: Shelf, histories: readonly AgreementHistory[]): void {
	const needed = new Set(histories.map((history) => path.basename(fileOf(shelf, history))));
	for (const name of readdirSync(shelf.directory))
		if (!needed.has(name)) rmSync(path.join(shelf.directory, name), { force: true });
}

/** Of versions that were named before: an agreement is looked for, perhaps put on the shelf, and kept from being swept away. */
const named = new WeakMap<AgreementHistory['versions'], { readonly of: string; readonly name: string }>();

function fileOf({ directory, code }: Shelf, { file, versions }: AgreementHistory): string {
	const of = `${code} ${file}`;
	const known = named.get(versions);
	const name = known?.of === of ? known.name : nameOf(of, versions);
	named.set(versions, { of, name });
	return path.join(directory, name);
}

function nameOf(of: string, versions: AgreementHistory['versions']): string {
	const hash = createHash('sha256').update(JSON.stringify([of, versions]));
	return `${hash.digest('hex').slice(0, 40)}.json`;
}

/** The ledger of an agreement that lies on the shelf, from the shelf itself. @throws Fault where it does not lie there */
export function ledgerOf(shelf: Shelf, history: AgreementHistory): Ledger {
	return ledgers(fileOf(shelf, history));
}

function fromDisk(file: string, { file: name, versions }: AgreementHistory, facts: Facts): AnalysedAgreement {
	const changes = facts.changes.map((change, index) => ({
		version: versions[index] as Change['version'],
		...change,
	}));
	return {
		path: name,
		language: facts.language,
		clauses: facts.clauses,
		topics: facts.topics,
		stated: facts.stated,
		versions,
		changes,
		get ledger() {
			return ledgers(file);
		},
	};
}

const ledgers = newestWithin(room, readLedger);

/** What is damaged is removed: the next build makes it anew. */
function readLedger(file: string): Sized<Ledger> {
	const packed = readPart(file, 'ledger')?.toString();
	const events = readPart(file, 'events');
	const keys = readPart(file, 'keys');
	if (packed !== undefined && events !== undefined && keys !== undefined) {
		const ledger = unpackLedger(JSON.parse(packed));
		const row = new Int32Array(events.buffer, events.byteOffset, events.length / 4);
		tellEvents(ledger, () => unpackEvents(row));
		tellWordedKeys(ledger.texts, new Float64Array(keys.buffer, keys.byteOffset, keys.length / 8));
		return { value: ledger, size: packed.length + events.length + keys.length };
	}
	rmSync(file, { force: true });
	throw new Fault(
		'the ledger that this build wrote or found here is gone or damaged',
		file,
		'Let one build at a time use a cache directory, and run this one again.',
	);
}

/** Length and hash of a part of a file. */
const proofSchema = z.object({ bytes: z.int().min(0), hash: z.string() });
/** The first line of a file: what lies behind it, in this order. */
const headSchema = z.object({
	facts: proofSchema,
	ledger: proofSchema,
	events: proofSchema,
	keys: proofSchema,
});
type Head = z.infer<typeof headSchema>;
type Part = keyof Head;

/** No head is longer. */
const longestHead = 512;

/** A line that proves each part whole, then the parts. Under its name only once all of it is written. */
function writeParts(file: string, { facts, ledger, events, keys }: Readonly<Record<Part, Buffer>>): void {
	const head: Head = {
		facts: proofOf(facts),
		ledger: proofOf(ledger),
		events: proofOf(events),
		keys: proofOf(keys),
	};
	const unfinished = `${file}.${process.pid}.tmp`;
	const line = Buffer.from(`${JSON.stringify(head)}\n`);
	writeFileSync(unfinished, Buffer.concat([line, facts, ledger, events, keys]));
	renameSync(unfinished, file);
}

function proofOf(part: Buffer): Head[Part] {
	return { bytes: part.length, hash: hashOf(part) };
}

/** Reads no more of the file than the part, which most builds ask for of nearly all agreements. Undefined where it is not whole. */
function readPart(file: string, part: Part): Buffer | undefined {
	const descriptor = openIfThere(file);
	if (descriptor === undefined) return undefined;
	try {
		const start = bytesAt(descriptor, 0, longestHead);
		const end = start.indexOf(10);
		const head = headOf(start.toString('utf8', 0, Math.max(end, 0)));
		if (head === undefined) return undefined;
		const facts = end + 1;
		const ledger = facts + head.facts.bytes;
		const events = ledger + head.ledger.bytes;
		const keys = events + head.events.bytes;
		if (fstatSync(descriptor).size !== keys + head.keys.bytes) return undefined;
		const at = { facts, ledger, events, keys }[part];
		const body = bytesAt(descriptor, at, head[part].bytes);
		return hashOf(body) === head[part].hash ? body : undefined;
	} finally {
		closeSync(descriptor);
	}
}

function headOf(line: string): Head | undefined {
	try {
		return headSchema.parse(JSON.parse(line));
	} catch {
		return undefined;
	}
}

/** Fewer where the file ends. */
function bytesAt(descriptor: number, at: number, length: number): Buffer {
	const bytes = Buffer.alloc(length);
	return bytes.subarray(0, readSync(descriptor, bytes, 0, length, at));
}

function openIfThere(file: string): number | undefined {
	try {
		return openSync(file, 'r');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

function hashOf(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}
