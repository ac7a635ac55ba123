/**
 * Analysed agreements on disk, so that a build analyses only those with new versions, and holds only a few ledgers in memory.
 *
 * A file is named by all that the analysis depends on: its code, the agreement's versions and their texts. So nothing in it is ever
 * out of date; a file that is not whole counts as missing.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packLedger, unpackLedger } from '../analysis/ledger/pack-ledger.ts';
import { codeHash } from '../code-hash.ts';
import type { Change } from '../model/change.ts';
import { Fault } from '../model/fault.ts';
import type { Ledger } from '../model/ledger.ts';
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
interface Facts extends Pick<AnalysedAgreement, 'language' | 'clauses' | 'topics'> {
	/** One a version: a change without its version, which git tells. */
	readonly changes: readonly Omit<Change, 'version'>[];
}

/**
 * Characters of packed ledgers that are held unpacked, at about 20 bytes each: for good by the thread that made the archive, where a
 * small one is read once; and those asked for last, which is all that a renderer of one platform after the other needs.
 */
const room = 24_000_000;
const little = 2_000_000;

/** Everything that decides what comes out of given versions, and how it is written. */
export function analysisCode(): string {
	return codeHash(['src/analysis', 'src/model', 'src/text', 'src/load']);
}

/** The same shelf for analyses by these rules: what other rules found is not there. Words about a topic that find nothing do not count. */
export function shelfFor({ directory, code }: Shelf, topics: readonly Topic[]): Shelf {
	const rules = topics.map(({ id, weight, rules, lists }) => [id, weight, rules, lists]);
	const hash = createHash('sha256').update(JSON.stringify([code, rules]));
	return { directory, code: hash.digest('hex') };
}

/** The agreement as it was analysed before; undefined where it was not, or where its file is not whole. */
export function findKept(shelf: Shelf, history: AgreementHistory): AnalysedAgreement | undefined {
	const file = fileOf(shelf, history);
	const read = readWhole(file);
	return read && fromDisk(file, history, JSON.parse(read.facts) as Facts);
}

/** Writes an agreement to disk. @returns the same, its ledger no longer in memory */
export function keep(shelf: Shelf, agreement: AnalysedAgreement): AnalysedAgreement {
	const history = { file: agreement.path, versions: agreement.versions };
	const file = fileOf(shelf, history);
	const changes = agreement.changes.map(({ version, ...change }) => change);
	const { language, clauses, topics } = agreement;
	const facts: Facts = { language, clauses, topics, changes };
	writeWhole(file, JSON.stringify(facts), JSON.stringify(packLedger(agreement.ledger)));
	return fromDisk(file, history, facts);
}

/** Removes what none of these agreements needs: files of versions and code that are gone, and what a killed build left. */
export function sweep(shelf: Shelf, histories: readonly AgreementHistory[]): void {
	const needed = new Set(histories.map((history) => path.basename(fileOf(shelf, history))));
	for (const name of readdirSync(shelf.directory))
		if (!needed.has(name)) rmSync(path.join(shelf.directory, name), { force: true });
}

function fileOf({ directory, code }: Shelf, { file, versions }: AgreementHistory): string {
	const hash = createHash('sha256').update(JSON.stringify([code, file, versions]));
	return path.join(directory, `${hash.digest('hex').slice(0, 40)}.json`);
}

/** The ledger of an agreement that lies on the shelf, from the shelf itself. @throws Fault where it does not lie there */
export function ledgerOf(shelf: Shelf, history: AgreementHistory): Ledger {
	return lastLedgers(fileOf(shelf, history));
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
		versions,
		changes,
		get ledger() {
			return ledgers(file);
		},
	};
}

const ledgers = newestWithin(room, little, readLedger);
const lastLedgers = newestWithin(0, little, readLedger);

function readLedger(file: string): Sized<Ledger> {
	const read = readWhole(file);
	if (read !== undefined) return { value: unpackLedger(JSON.parse(read.ledger)), size: read.ledger.length };
	throw new Fault(
		'the ledger that this build wrote or found here is gone or damaged',
		file,
		'Let one build at a time use a cache directory, and run this one again.',
	);
}

/** A line that proves the rest whole, a line of facts, a line with the ledger. Under its name only once all of it is written. */
function writeWhole(file: string, facts: string, ledger: string): void {
	const body = `${facts}\n${ledger}\n`;
	const unfinished = `${file}.${process.pid}.tmp`;
	writeFileSync(unfinished, `${hashOf(body)}\n${body}`);
	renameSync(unfinished, file);
}

function readWhole(file: string): { facts: string; ledger: string } | undefined {
	const text = readIfThere(file);
	if (text === undefined) return undefined;
	const start = text.indexOf('\n') + 1;
	const body = text.slice(start);
	if (hashOf(body) !== text.slice(0, start - 1)) return undefined;
	const [facts, ledger] = body.split('\n') as [string, string];
	return { facts, ledger };
}

function readIfThere(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw error;
	}
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
