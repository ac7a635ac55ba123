/** Makes commits of given files by one `git fast-import`: it goes by neither index nor working tree, so nothing else can slip in. */
import { Fault } from '../model/fault.ts';
import { git } from './git.ts';

export interface FileToCommit {
	/** Inside the repository, with slashes. */
	readonly path: string;
	readonly bytes: Buffer;
}

/** A file that the repository has already. */
export interface StoredFile {
	readonly path: string;
	/** Object name. */
	readonly blob: string;
}

/** A file to be taken away. */
export interface RemovedFile {
	readonly path: string;
	readonly blob: null;
}

export interface CommitOrder<File = FileToCommit> {
	readonly files: readonly File[];
	readonly message: string;
	readonly date: Date;
}

export interface CommitTarget {
	readonly root: string;
	/** Full name: `refs/heads/main`. */
	readonly branch: string;
	/** The commit that the branch is at; null for the first. */
	readonly tip: string | null;
}

type AnyFile = FileToCommit | StoredFile | RemovedFile;
type AnyOrder = CommitOrder<AnyFile>;

/** The robot is not a person: `.invalid` is kept free of real mailboxes (RFC 2606). */
const robot = 'Clausetrail <robot@clausetrail.invalid>';

/**
 * Returns the names of the new commits, one for each order. The branch moves last and once: killed before, nothing happened. Bytes
 * are stored as they are, whatever filters or line ends the repository is set to.
 * @throws Fault where the branch has moved since, or git fails otherwise
 * @see https://git-scm.com/docs/git-fast-import
 */
export async function commitFiles(
	target: CommitTarget,
	orders: readonly AnyOrder[],
): Promise<readonly string[]> {
	const input = importStream(target, orders);
	// --done: a stream that breaks off, because this program was killed, must not count as a whole one.
	const answer = await git(target.root, ['fast-import', '--quiet', '--done', '--date-format=raw'], input);
	const commits = answer.trim().split('\n');
	const areAll = commits.length === orders.length && commits.every((name) => /^[0-9a-f]{40,64}$/.test(name));
	if (areAll) return commits;
	throw new Fault(
		`git fast-import ended without a commit${answer.trim() === '' ? '' : `: ${answer.trim()}`}`,
		target.root,
		'What was recorded stands. It was ended from outside, or the disk is full: see to its room and run again.',
	);
}

function importStream({ branch, tip }: CommitTarget, orders: readonly AnyOrder[]): Buffer {
	const parts = [
		// Of the commits after the first the branch itself is the parent.
		...orders.flatMap((order, at) => commitParts(branch, at === 0 ? tip : null, order, at + 1)),
		...orders.map((_, at) => `get-mark :${at + 1}\n`),
		'done\n',
	];
	return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

function commitParts(
	branch: string,
	parent: string | null,
	{ files, message, date }: AnyOrder,
	mark: number,
): (string | Buffer)[] {
	const when = `${Math.floor(date.getTime() / 1000)} +0000`;
	return [
		`commit ${branch}\nmark :${mark}\nauthor ${robot} ${when}\ncommitter ${robot} ${when}\n`,
		...data(Buffer.from(message)),
		parent === null ? '' : `from ${parent}\n`,
		...files.flatMap(fileParts),
		'\n',
	];
}

function fileParts(file: AnyFile): (string | Buffer)[] {
	if ('blob' in file && file.blob === null) return [`D ${quoted(file.path)}\n`];
	if ('blob' in file) return [`M 100644 ${file.blob} ${quoted(file.path)}\n`];
	return [`M 100644 inline ${quoted(file.path)}\n`, ...data(file.bytes)];
}

function data(bytes: Buffer): (string | Buffer)[] {
	return [`data ${bytes.byteLength}\n`, bytes, '\n'];
}

function quoted(path: string): string {
	return `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
