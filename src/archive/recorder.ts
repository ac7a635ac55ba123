/** Records versions: one commit for each agreement whose text changed, of its text and its snapshots and of nothing else. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Collection } from '../model/collection.ts';
import type { DecisionsByAgreement } from '../model/decision.ts';
import { Fault } from '../model/fault.ts';
import { isPdf } from '../model/snapshot-kind.ts';
import type { Status } from '../model/status.ts';
import type { Evidence } from '../model/version.ts';
import { readBlobs } from './blobs.ts';
import { type CommitOrder, commitFiles, type FileToCommit, type RemovedFile } from './commit-files.ts';
import { clearedFiles, clearingSubject, decisionsFile } from './decisions.ts';
import { nameComplaint } from './file-name.ts';
import { git } from './git.ts';
import { collect } from './git-stream.ts';
import { blobName, sha256 } from './hashes.ts';
import { formatMessage, oneLine, type RecordKind } from './message.ts';
import { nextStatement } from './proofs/next-statement.ts';
import { readProofFiles } from './proofs/proof-files.ts';
import type { Statement } from './proofs/statement.ts';
import { announceFiles, finishRecording } from './recording-journal.ts';
import { blobsIn, placeIn, type RecordingPlace, repositoryOf } from './recording-place.ts';
import { takeRunLock } from './run-lock.ts';
import { formatStatus } from './status-file.ts';

/** What a capture found, to be recorded if its text is new. */
export interface Finding {
	readonly platform: string;
	readonly agreement: string;
	readonly text: string;
	/** One for each source; their file names tell them apart where there are several. */
	readonly snapshots: readonly Buffer[];
	/** Without the hashes, which the recorder adds. */
	readonly evidence: Evidence;
	readonly fetched: Date;
}

export interface Recorder {
	/** What recording the finding would be; null where the archive already has this text. Costs no process. */
	readonly compare: (finding: Finding) => RecordKind | null;
	/** The recorded text; null where there is none. */
	readonly recordedText: (platform: string, agreement: string) => Promise<Buffer | null>;
	/** Object name of the recorded text; null where there is none. Costs no process. */
	readonly recordedBlob: (platform: string, agreement: string) => string | null;
	/** Names of the platform's agreements that have a text. Costs no process. */
	readonly recordedAgreements: (platform: string) => readonly string[];
	/**
	 * Records the finding as that kind and returns the commit. What is asked for while git is at work is committed together, in the order
	 * of the calls: a git process for each version would cost more than fetching and reading it.
	 */
	readonly record: (finding: Finding, kind: RecordKind) => Promise<string>;
	/** Commits the status alone. */
	readonly recordStatus: (status: Status, subject: string, now: Date) => Promise<string>;
	/** Commits a proof of time: its statement and what the authority answered. */
	readonly recordProof: (proof: Proof, subject: string, now: Date) => Promise<string>;
	/** The statement that is to be stamped next; null where nothing was recorded since the last. */
	readonly nextStatement: () => Promise<Statement | null>;
	/** Commits what people decided of these agreements, instead of what stood there: `<platform>/<agreement>` → decisions, oldest first. */
	readonly recordDecisions: (decisions: DecisionsByAgreement, subject: string, now: Date) => Promise<string>;
	/** Takes out what nothing hangs on any more, where there is such. */
	readonly clearDecisions: (decisions: DecisionsByAgreement, status: Status, now: Date) => Promise<void>;
	/** Lets the next run in. Call it however the run ends. */
	readonly close: () => Promise<void>;
}

/** As it lies in the folder of proofs. */
export interface Proof {
	readonly name: string;
	readonly statement: Buffer;
	readonly answer: Buffer;
}

/** What recording needs to know of a repository; `tip`, `blobs` and `waiting` follow the commits made and asked for. */
interface Workplace extends RecordingPlace {
	tip: string | null;
	/** Path inside the repository → object name in the newest commit. */
	readonly blobs: Map<string, string>;
	/** Orders that no git process has taken on yet. */
	waiting: WaitingOrder[];
	/** Ends when nothing is waiting any more; null while git has nothing to do. */
	recording: Promise<void> | null;
}

interface WaitingOrder extends CommitOrder<FileToCommit | RemovedFile> {
	readonly done: (commit: string) => void;
	readonly failed: (error: unknown) => void;
}

/** Half a minute lets a run that is just ending end, and keeps a scheduled one from piling up behind another. */
const usualPatience = 30_000;

/**
 * Finds the repository of a collection. With `mode` record, first waits for its turn, then completes what a killed run left half written.
 * @param patience how long to wait for another run, in milliseconds
 * @throws Fault where there is no repository, no branch to commit to, the versions are kept elsewhere, or another run does not end
 */
export async function openRecorder(
	directory: string,
	collection: Collection,
	mode: 'record' | 'dry-run',
	patience = usualPatience,
): Promise<Recorder> {
	const repository = await repositoryOf(directory);
	const unlock = mode === 'record' ? await takeRunLock(repository.gitDirectory, patience) : async () => {};
	try {
		const work = await openWorkplace(await placeIn(repository, directory, collection));
		if (mode === 'record') await finishRecording(work);
		const leave = mode === 'record' ? () => packLoose(work).finally(unlock) : unlock;
		return recorderOf(work, directory, leave);
	} catch (error) {
		await unlock();
		throw error;
	}
}

function recorderOf(work: Workplace, directory: string, leave: () => Promise<void>): Recorder {
	return {
		close: async () => {
			await work.recording;
			await leave();
		},
		compare: (finding) => compare(work, finding),
		recordedText: (platform, agreement) => recordedText(work, platform, agreement),
		recordedBlob: (platform, agreement) => recordedBlob(work, platform, agreement),
		recordedAgreements: (platform) => recordedAgreements(work, platform),
		record: (finding, kind) => record(work, finding, kind),
		recordStatus: (status, subject, now) => recordStatus(work, status, subject, now),
		nextStatement: async () => nextStatement(work, await readProofFiles(directory)),
		recordProof: (proof, subject, now) => recordProof(work, proof, subject, now),
		recordDecisions: (decisions, subject, now) => recordDecisions(work, decisions, subject, now),
		clearDecisions: (decisions, status, now) => clearDecisions(work, decisions, status, now),
	};
}

/**
 * Has git pack what lies loose once that is much, as its own commands for people do: a version makes a dozen objects. What cannot be
 * packed now stays as it is, and the next run tries again.
 */
async function packLoose({ root }: Workplace): Promise<void> {
	await git(root, ['-c', 'gc.autoDetach=false', 'gc', '--auto', '--quiet']).catch(() => {});
}

function compare(work: Workplace, finding: Finding): RecordKind | null {
	const { text, snapshots } = filesOf(work, finding);
	const known = work.blobs.get(text.path);
	if (known === undefined) return 'first';
	if (known === blobName(text.bytes, work.objectFormat)) return null;
	// The same page, another text: our own rules made the difference.
	const samePages = snapshots.every(
		({ path, bytes }) => work.blobs.get(path) === blobName(bytes, work.objectFormat),
	);
	return samePages ? 'technical' : 'change';
}

async function record(work: Workplace, finding: Finding, kind: RecordKind): Promise<string> {
	const { platform, agreement } = finding;
	const { text, snapshots } = filesOf(work, finding);
	const evidence = {
		...finding.evidence,
		snapshotHash: snapshots.map(({ bytes }) => sha256(bytes)).join(' '),
		textHash: sha256(text.bytes),
	};
	const message = formatMessage({ kind, platform, agreement, evidence });
	return commitSoon(work, { files: [text, ...snapshots], message, date: finding.fetched });
}

function recordStatus(work: Workplace, status: Status, subject: string, now: Date): Promise<string> {
	const file = { path: work.status, bytes: Buffer.from(formatStatus(status)) };
	return commitSoon(work, { files: [file], message: `${oneLine(subject)}\n`, date: now });
}

function recordProof(work: Workplace, proof: Proof, subject: string, now: Date): Promise<string> {
	const stem = work.proofs + proof.name;
	const files = [
		{ path: `${stem}.txt`, bytes: proof.statement },
		{ path: `${stem}.tsr`, bytes: proof.answer },
	];
	return commitSoon(work, { files, message: `${oneLine(subject)}\n`, date: now });
}

function recordDecisions(
	work: Workplace,
	decisions: DecisionsByAgreement,
	subject: string,
	now: Date,
): Promise<string> {
	const files = [...decisions].map(([key, all]) => decisionsFile(work.decisions, key, all));
	return commitSoon(work, { files, message: `${oneLine(subject)}\n`, date: now });
}

async function clearDecisions(
	work: Workplace,
	decisions: DecisionsByAgreement,
	status: Status,
	now: Date,
): Promise<void> {
	const files = clearedFiles(work.decisions, decisions, status, now);
	if (files.length > 0) await commitSoon(work, { files, message: `${clearingSubject}\n`, date: now });
}

function commitSoon(work: Workplace, order: CommitOrder<FileToCommit | RemovedFile>): Promise<string> {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	work.waiting.push({ ...order, done: resolve, failed: reject });
	work.recording ??= commitWaiting(work);
	return promise;
}

/**
 * Where several came while git was at work, more are coming: waiting for them makes them one batch. Starting a process costs a large program
 * some ten milliseconds in which it does nothing else, and hosts rest for longer than this. Who asks for one after the other never waits.
 */
const gatheringTime = 500;

/** As many at a time as asked meanwhile, each time. An order that fails fails those beside it, and none that comes after. */
async function commitWaiting(work: Workplace): Promise<void> {
	for (let last = 0; work.waiting.length > 0; ) {
		if (last > 1) await sleep(gatheringTime);
		const orders = work.waiting;
		last = orders.length;
		work.waiting = [];
		try {
			const commits = await commitAll(work, orders);
			for (const [at, order] of orders.entries()) order.done(commits[at] as string);
		} catch (error) {
			for (const order of orders) order.failed(error);
		}
	}
	// In the step that found nothing waiting: what is asked for a moment later must not rely on a loop that has ended.
	work.recording = null;
}

async function commitAll(work: Workplace, orders: readonly WaitingOrder[]): Promise<readonly string[]> {
	const files = orders.flatMap((order) => order.files);
	await announceFiles(work, files);
	const commits = await commitFiles(work, orders);
	work.tip = commits.at(-1) ?? work.tip;
	for (const file of files)
		if ('bytes' in file) work.blobs.set(file.path, blobName(file.bytes, work.objectFormat));
		else work.blobs.delete(file.path);
	// At once: whoever commits by hand while the index is behind would take these versions back.
	await finishRecording(work);
	return commits;
}

async function recordedText(work: Workplace, platform: string, agreement: string): Promise<Buffer | null> {
	const blob = recordedBlob(work, platform, agreement);
	return blob === null ? null : collect(readBlobs(work.root, [blob]));
}

function recordedBlob(work: Workplace, platform: string, agreement: string): string | null {
	return work.blobs.get(`${work.versions}${platform}/${agreement}.md`) ?? null;
}

function recordedAgreements(work: Workplace, platform: string): readonly string[] {
	const folder = `${work.versions}${platform}/`;
	return [...work.blobs.keys()]
		.filter((path) => path.startsWith(folder) && path.endsWith('.md'))
		.map((path) => path.slice(folder.length, -'.md'.length));
}

function filesOf(work: Workplace, finding: Finding): { text: FileToCommit; snapshots: FileToCommit[] } {
	const name = `${safeName(finding.platform)}/${safeName(finding.agreement)}`;
	const isOne = finding.snapshots.length === 1;
	return {
		text: { path: `${work.versions}${name}.md`, bytes: Buffer.from(finding.text) },
		snapshots: finding.snapshots.map((bytes, at) => ({
			path: `${work.snapshots}${name}${isOne ? '' : ` #${at + 1}`}.${isPdf(bytes) ? 'pdf' : 'html'}`,
			bytes,
		})),
	};
}

function safeName(name: string): string {
	const complaint = nameComplaint(name);
	if (complaint === null) return name;
	throw new Fault(
		`this name cannot be a file of the archive: ${complaint}`,
		JSON.stringify(name),
		'Choose another name in the declaration.',
	);
}

async function openWorkplace(place: RecordingPlace): Promise<Workplace> {
	const { tip, versions, snapshots, status, decisions, proofs } = place;
	const places = [versions, snapshots, status, decisions, proofs];
	const blobs = tip === null ? new Map() : await blobsIn(place.root, tip, places);
	return { ...place, blobs, waiting: [], recording: null };
}
