/** Every recorded version with the bytes that its commit vouches for: the text, the snapshots, and the declaration of that day. */
import path from 'node:path';
import type { Collection } from '../model/collection.ts';
import type { Version } from '../model/version.ts';
import { readObjects } from './blobs.ts';
import { sha256 } from './hashes.ts';
import { readHistory } from './history.ts';
import { openRepository } from './repository.ts';

export interface RecordedVersion {
	readonly platform: string;
	readonly agreement: string;
	readonly version: Version;
	/** The version after it; undefined for the newest. */
	readonly next: Version | undefined;
	/** Null where git has lost it. */
	readonly text: Buffer | null;
	/** One for each hash in the commit's message; null where the commit has no such file. */
	readonly snapshots: readonly (Buffer | null)[];
	/** `declarations/<platform>.json` as the commit has it; null where it has none. */
	readonly declaration: Buffer | null;
}

interface Wanted {
	readonly version: Version;
	readonly next: Version | undefined;
	readonly names: readonly string[];
}

/**
 * By agreement, each in commit order. One git process and one version in memory at a time, whatever the archive's size. A version that
 * deleted its file has no bytes and is passed over.
 * @param choice `newest`: of each agreement only its last version
 * @throws Fault where the history cannot be read
 */
export async function* readRecords(
	directory: string,
	collection: Collection,
	choice: 'all' | 'newest',
): AsyncGenerator<RecordedVersion> {
	const repository = await openRepository(path.join(directory, collection.versions));
	const folders = {
		snapshots: (await openRepository(path.join(directory, 'snapshots'))).prefix,
		declarations: (await openRepository(path.join(directory, 'declarations'))).prefix,
	};
	const { versions } = await readHistory(repository);
	const wanted = [...versions.values()].flatMap((each) => wantedOf(each, choice, folders));
	const objects = readObjects(
		repository.directory,
		wanted.flatMap(({ names }) => names),
	);
	try {
		for (const { version, next, names } of wanted) {
			const bytes: (Buffer | null)[] = [];
			for (const _ of names) bytes.push((await objects.next()).value ?? null);
			yield recordOf(version, next, bytes);
		}
	} finally {
		await objects.return(undefined);
	}
}

interface Folders {
	/** Paths inside the repository, with a slash at their end. */
	readonly snapshots: string;
	readonly declarations: string;
}

function wantedOf(versions: readonly Version[], choice: 'all' | 'newest', folders: Folders): Wanted[] {
	return versions.flatMap((version, at) => {
		const next = versions[at + 1];
		if (version.blob === null || (choice === 'newest' && next !== undefined)) return [];
		return [{ version, next, names: [version.blob, ...evidenceNames(version, folders)] }];
	});
}

/** A commit that names no snapshot has none to look for. Each may be a web page or a PDF. */
function evidenceNames(version: Version, { snapshots, declarations }: Folders): string[] {
	const count = snapshotHashes(version).length;
	if (count === 0) return [];
	const { platform, agreement } = namesOf(version);
	const stems = Array.from(
		{ length: count },
		(_, at) => `${snapshots}${platform}/${agreement}${count === 1 ? '' : ` #${at + 1}`}`,
	);
	const files = stems.flatMap((stem) => [`${stem}.html`, `${stem}.pdf`]);
	return [`${declarations}${platform}.json`, ...files].map((file) => `${version.commit}:${file}`);
}

/** SHA-256 of each snapshot, in the order of the sources, as the commit's message holds them. */
export function snapshotHashes({ evidence }: Version): readonly string[] {
	return evidence.snapshotHash?.split(' ') ?? [];
}

function namesOf({ path: file }: Version): { platform: string; agreement: string } {
	const slash = file.indexOf('/');
	return { platform: file.slice(0, slash), agreement: file.slice(slash + 1, -'.md'.length) };
}

function recordOf(
	version: Version,
	next: Version | undefined,
	[text = null, declaration = null, ...pages]: readonly (Buffer | null)[],
): RecordedVersion {
	const snapshots = snapshotHashes(version).map((hash, at) => meantBy(hash, pages.slice(2 * at, 2 * at + 2)));
	return { ...namesOf(version), version, next, text, snapshots, declaration };
}

/** A page that became a PDF leaves the file of its former kind behind. */
function meantBy(hash: string, pages: readonly (Buffer | null)[]): Buffer | null {
	const there = pages.filter((bytes) => bytes !== null);
	return there.find((bytes) => there.length === 1 || sha256(bytes) === hash) ?? there[0] ?? null;
}
