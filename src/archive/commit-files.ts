/** Makes one commit of given files by one `git fast-import`: it goes by neither index nor working tree, so nothing else can slip in. */
import { Fault } from '../model/fault.ts';
import { git } from './git.ts';

export interface FileToCommit {
	/** Inside the repository, with slashes. */
	readonly path: string;
	readonly bytes: Buffer;
}

export interface CommitTarget {
	readonly root: string;
	/** Full name: `refs/heads/main`. */
	readonly branch: string;
	/** The commit that the branch is at; null for the first. */
	readonly tip: string | null;
}

/** The robot is not a person: `.invalid` is kept free of real mailboxes (RFC 2606). */
const robot = 'Clausetrail <robot@clausetrail.invalid>';

/**
 * Returns the name of the new commit. The branch moves last and at once: killed before, nothing happened. Bytes are stored as
 * they are, whatever filters or line ends the repository is set to.
 * @throws Fault where the branch has moved since, or git fails otherwise
 * @see https://git-scm.com/docs/git-fast-import
 */
export async function commitFiles(
	target: CommitTarget,
	files: readonly FileToCommit[],
	message: string,
	date: Date,
): Promise<string> {
	const input = importStream(target, files, message, date);
	// --done: a stream that breaks off, because this program was killed, must not count as a whole one.
	const answer = await git(target.root, ['fast-import', '--quiet', '--done', '--date-format=raw'], input);
	const commit = answer.trim();
	if (/^[0-9a-f]{40,64}$/.test(commit)) return commit;
	throw new Fault(
		`git fast-import ended without a commit${commit === '' ? '' : `: ${commit}`}`,
		target.root,
		'What was recorded stands. It was ended from outside, or the disk is full: see to its room and run again.',
	);
}

function importStream(
	{ branch, tip }: CommitTarget,
	files: readonly FileToCommit[],
	message: string,
	date: Date,
): Buffer {
	const when = `${Math.floor(date.getTime() / 1000)} +0000`;
	const parts: (string | Buffer)[] = [
		`commit ${branch}\nmark :1\nauthor ${robot} ${when}\ncommitter ${robot} ${when}\n`,
		...data(Buffer.from(message)),
		tip === null ? '' : `from ${tip}\n`,
		...files.flatMap(({ path, bytes }) => [`M 100644 inline ${quoted(path)}\n`, ...data(bytes)]),
		'\nget-mark :1\ndone\n',
	];
	return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

function data(bytes: Buffer): (string | Buffer)[] {
	return [`data ${bytes.byteLength}\n`, bytes, '\n'];
}

function quoted(path: string): string {
	return `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
