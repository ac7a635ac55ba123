/** Proves a whole archive: each text and snapshot by its hash, each text once more by reading it from its snapshots, and since when they exist. */
import { readCollection, readDeclarations } from '../archive/collection.ts';
import { checkProofs } from '../archive/proofs/check-proofs.ts';
import { type RecordedVersion, readRecords } from '../archive/records.ts';
import { type HashProofs, type Proof, type ProvedSoFar, verifyHashes } from '../archive/verify-hashes.ts';
import { type DatedText, type ProvenTimes, tellTimes } from './proven-times.ts';
import { type KnownCollection, type Reproduction, reproduceVersion } from './reproduce-version.ts';

export interface VerifyNote {
	readonly commit: string;
	readonly path: string;
	readonly what: string;
}

export interface VerifyFailure extends VerifyNote {
	readonly expected: string;
	readonly found: string;
}

export interface VerifyReport {
	readonly agreements: number;
	readonly versions: number;
	readonly texts: Readonly<Record<Proof['result'], number>>;
	readonly snapshots: Readonly<Record<Proof['result'], number>>;
	readonly reproductions: Readonly<Record<Reproduction, number>>;
	/** Texts that are proved by their hash and were not reproduced, each with the reason. */
	readonly notes: readonly VerifyNote[];
	readonly failures: readonly VerifyFailure[];
	readonly time: ProvenTimes;
}

/**
 * Walks every recorded version, one in memory at a time.
 * @throws Fault where the collection or its history cannot be read
 */
export async function verifyArchive(directory: string): Promise<VerifyReport> {
	const collection = await readCollection(directory);
	const known = { directory, collection, declared: await readDeclarations(directory) };
	const report = emptyReport();
	const proofs = await checkProofs(directory, collection);
	const dated: DatedText[] = [];
	let [path, seen] = ['', nothingSeen()];
	for await (const record of readRecords(directory, collection, 'all')) {
		if (record.version.path !== path) {
			[path, seen] = [record.version.path, nothingSeen()];
			report.agreements++;
		}
		const hashes = verifyHashes(record, seen);
		countProofs(report, record, hashes);
		remember(seen, record, hashes);
		await countReproduction(report, record, hashes, known);
		const since = hashes.text.result === 'proved' ? proofs.provenSince.get(record.version.commit) : undefined;
		dated.push({ fetched: record.version.fetched, since: since ?? null });
	}
	return { ...report, time: tellTimes(proofs, dated) };
}

type Open<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };
type Tally = Open<
	Omit<VerifyReport, 'texts' | 'snapshots' | 'reproductions' | 'notes' | 'failures' | 'time'>
> & {
	readonly texts: Record<Proof['result'], number>;
	readonly snapshots: Record<Proof['result'], number>;
	readonly reproductions: Record<Reproduction, number>;
	readonly notes: VerifyNote[];
	readonly failures: VerifyFailure[];
};

function emptyReport(): Tally {
	const none = () => ({ proved: 0, unproved: 0, failed: 0 });
	const reproductions = { proved: 0, engine: 0, replaced: 0, impossible: 0, failed: 0 };
	return {
		agreements: 0,
		versions: 0,
		texts: none(),
		snapshots: none(),
		reproductions,
		notes: [],
		failures: [],
	};
}

type Seen = ProvedSoFar & { isHashed: boolean; readonly texts: Set<string> };

function nothingSeen(): Seen {
	return { isHashed: false, texts: new Set() };
}

function remember(seen: Seen, { version }: RecordedVersion, { text }: HashProofs): void {
	if (version.evidence.textHash !== undefined) seen.isHashed = true;
	if (text.result === 'proved' && version.blob !== null) seen.texts.add(version.blob);
}

function countProofs(report: Tally, { version }: RecordedVersion, { text, snapshots }: HashProofs): void {
	const { commit, path } = version;
	report.versions++;
	report.texts[text.result]++;
	for (const proof of snapshots) report.snapshots[proof.result]++;
	for (const proof of [text, ...snapshots]) {
		if (proof.result !== 'failed') continue;
		const { what, expected, found } = proof;
		report.failures.push({ commit, path, what, expected, found });
	}
}

async function countReproduction(
	report: Tally,
	record: RecordedVersion,
	proofs: HashProofs,
	known: KnownCollection,
): Promise<void> {
	const { commit, path } = record.version;
	// What is not proved itself proves nothing; that it is not has been said.
	if ([proofs.text, ...proofs.snapshots].some(({ result }) => result === 'failed')) return;
	const { result, what, found } = await reproduceVersion(record, known);
	report.reproductions[result]++;
	const expected = record.version.evidence.textHash ?? '';
	if (result === 'failed') report.failures.push({ commit, path, what, expected, found });
	else if (result !== 'proved' && what !== '') report.notes.push({ commit, path, what });
}
