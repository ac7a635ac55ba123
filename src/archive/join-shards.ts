/**
 * Puts what several machines recorded, each its own platforms, on one branch. Versions are taken over commit by commit, so that a text
 * that somebody else changed meanwhile costs itself alone; of `status.json` one is made of all, agreement by agreement.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Collection, collectionSchema } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';
import { type AgreementStatus, joinStatuses, type Status } from '../model/status.ts';
import { readObjects } from './blobs.ts';
import { readCollection } from './collection.ts';
import {
	type CommitOrder,
	commitFiles,
	type FileToCommit,
	type RemovedFile,
	type StoredFile,
} from './commit-files.ts';
import type { LoggedCommit } from './commit-log.ts';
import { clearedFiles, clearingSubject, readDecisions } from './decisions.ts';
import { git } from './git.ts';
import { blobName } from './hashes.ts';
import { readRecordedCommits } from './recorded-commits.ts';
import { checkOut, takeAway } from './recording-journal.ts';
import { blobsIn, placeIn, type RecordingPlace, repositoryOf } from './recording-place.ts';
import { formatStatus, parseStatus, readStatus } from './status-file.ts';

export interface Joined {
	/** Versions taken over. */
	readonly versions: number;
	/** `<platform>/<agreement>` whose commit did not fit on the branch any more; the next capture fetches them again. */
	readonly leftOut: readonly string[];
}

/**
 * Adds commits to the branch that is checked out; its working tree must be clean. All bundles are looked through before anything is taken.
 * @param directory of the collection
 * @param bundles files that `git bundle create <file> <base>..HEAD` wrote, one for each machine
 * @throws Fault where a bundle cannot be read or holds what no capture records, and where git fails: the branch is then as it was
 */
export async function joinShards(directory: string, bundles: readonly string[], now: Date): Promise<Joined> {
	if (bundles.length === 0) throw nothingToJoin(directory);
	const place = await placeIn(await repositoryOf(directory), directory, await collectionOf(directory));
	const { root, tip } = place;
	if (tip === null) throw nothingToJoin(directory);
	const shards = await readShards(place, tip, bundles);
	const standing = await blobsIn(root, tip, [place.versions, place.snapshots, place.status]);
	const { taken, leftOut } = copyVersions(
		shards.flatMap(({ commits }) => commits),
		place,
		standing,
	);
	const statuses = shards.map(({ status }) => status);
	const status = joinAll(await readStatus(directory), statuses, leftOut);
	const joined = statusOrder(place, status, now);
	const isNews = standing.get(place.status) !== blobName(joined.files[0].bytes, place.objectFormat);
	const orders = isNews ? [...taken, joined] : taken;
	const newest = orders.length > 0 ? await commitAll(place, tip, orders) : tip;
	const { decisions } = await readDecisions(directory);
	await clear({ ...place, tip: newest }, clearedFiles(place.decisions, decisions, status, now), now);
	return { versions: taken.length, leftOut };
}

function nothingToJoin(directory: string): Fault {
	return new Fault(
		'no shard left anything to join',
		directory,
		'See why the captures failed; the next run begins anew.',
	);
}

/** What says where the versions are is read from the branch, never from a bundle. */
async function collectionOf(directory: string): Promise<Collection> {
	const isWritten = existsSync(path.join(directory, 'collection.yml'));
	return isWritten ? readCollection(directory) : collectionSchema.parse({});
}

interface Shard {
	/** Oldest first, without those that the branch has. */
	readonly commits: readonly LoggedCommit[];
	readonly status: Status;
}

async function readShards(place: RecordingPlace, tip: string, bundles: readonly string[]): Promise<Shard[]> {
	const shards: Shard[] = [];
	for (const [index, bundle] of bundles.entries()) {
		const newest = await fetchBundle(place.root, bundle, index);
		const commits = await readRecordedCommits(place.root, `${tip}..${newest}`, place);
		shards.push({ commits, status: await statusIn(place, newest, bundle) });
	}
	return shards;
}

/** @returns the name of the newest commit in it */
async function fetchBundle(root: string, bundle: string, index: number): Promise<string> {
	const reference = `refs/clausetrail/shard-${index + 1}`;
	// Git's own look at each object: trees that name `..` or `.git`, dates and names that no git writes.
	const carefully = ['-c', 'fetch.fsckObjects=true', 'fetch', '--quiet', '--force'];
	const alone = ['--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
	await git(root, [...carefully, ...alone, path.resolve(bundle), `HEAD:${reference}`]);
	return (await git(root, ['rev-parse', '--verify', `${reference}^{commit}`])).trim();
}

async function statusIn({ root, status }: RecordingPlace, commit: string, bundle: string): Promise<Status> {
	for await (const bytes of readObjects(root, [`${commit}:${status}`]))
		if (bytes !== null) return parseStatus(bytes.toString(), `${bundle}: ${status}`);
	throw new Fault('this shard has no status', `${bundle}: ${status}`, 'See what its capture said.');
}

interface TakenOver {
	readonly taken: readonly CommitOrder<StoredFile>[];
	readonly leftOut: readonly string[];
}

/**
 * A commit fits where each of its files stands as it did before it: another text must not be made of two.
 * @param standing path → object name on the branch; follows what is taken
 */
function copyVersions(
	commits: readonly LoggedCommit[],
	{ status }: RecordingPlace,
	standing: Map<string, string>,
): TakenOver {
	const taken: CommitOrder<StoredFile>[] = [];
	const leftOut: string[] = [];
	for (const { changes, message, authored } of commits) {
		const files = changes.flatMap(({ path, before, blob }) =>
			path === status || blob === null ? [] : [{ path, before, blob }],
		);
		if (files.length === 0) continue;
		if (files.every(({ path, before }) => (standing.get(path) ?? null) === before)) {
			for (const { path, blob } of files) standing.set(path, blob);
			taken.push({ files, message, date: new Date((authored ?? 0) * 1000) });
		} else leftOut.push(agreementOf(files.map(({ path }) => path)));
	}
	return { taken, leftOut };
}

/** Which agreement these files are of. */
function agreementOf(files: readonly string[]): string {
	const text = files.find((name) => name.endsWith('.md')) ?? (files[0] as string);
	return text
		.split('/')
		.slice(-2)
		.join('/')
		.replace(/(?: #\d+)?\.(?:md|html|pdf)$/, '');
}

/**
 * Of each agreement the newest entry. What was left out keeps the entry that fits its text: another one would let the next
 * capture believe that the text was recorded.
 */
function joinAll(before: Status | null, statuses: readonly Status[], leftOut: readonly string[]): Status {
	const joined = statuses.reduce(joinStatuses);
	const agreements: Record<string, AgreementStatus> = {};
	for (const [key, entry] of Object.entries(joined.agreements)) {
		const known = before?.agreements[key];
		if (leftOut.includes(key)) {
			if (known !== undefined) agreements[key] = known;
		} else agreements[key] = entry;
	}
	return { ...joined, agreements };
}

function statusOrder({ status: path }: RecordingPlace, status: Status, date: Date): CommitOrder {
	const files = [{ path, bytes: Buffer.from(formatStatus(status)) }];
	return { files, message: `${subjectOf(status)}\n`, date };
}

function subjectOf({ agreements }: Status): string {
	const entries = Object.values(agreements);
	const held = entries.filter((entry) => entry.held !== undefined).length;
	const failing = entries.filter((entry) => entry.failures > 0).length;
	const rest = [`${held} held`, `${failing} failing`].filter((part) => !part.startsWith('0 '));
	return `Record status: ${[`${entries.length} followed`, ...rest].join(', ')}`;
}

/** By neither index nor working tree, which follow: nothing that lies there can slip in, and no link be written through. */
async function commitAll(
	place: RecordingPlace,
	tip: string,
	orders: readonly (CommitOrder | CommitOrder<StoredFile>)[],
): Promise<string> {
	const commits = await commitFiles({ ...place, tip }, orders);
	await readRecordedCommits(place.root, `${tip}..${commits.at(-1)}`, place);
	const paths = orders.flatMap(({ files }) => files.map(({ path }) => path));
	await checkOut(place.root, [...new Set(paths)]);
	return commits.at(-1) as string;
}

/** People decide on the branch, and no bundle may touch it: only here, by what all shards saw, a decision is taken out once it is carried out. */
async function clear(
	place: RecordingPlace,
	files: readonly (FileToCommit | RemovedFile)[],
	date: Date,
): Promise<void> {
	if (files.length === 0) return;
	await commitFiles(place, [{ files, message: `${clearingSubject}\n`, date }]);
	const [kept, gone] = [files.filter((file) => 'bytes' in file), files.filter((file) => 'blob' in file)];
	await checkOut(
		place.root,
		kept.map(({ path }) => path),
	);
	await takeAway(
		place.root,
		gone.map(({ path }) => path),
	);
}
