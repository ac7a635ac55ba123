/**
 * The list that a statement stands for. A commit's own name is a SHA-1 in most repositories, and two commits can be made to share one; so each
 * commit is named by the SHA-256 of all that it says, the SHA-256 of its text and of its snapshots among it.
 */
import { readCommitBytes } from '../blobs.ts';
import { readGit } from '../git-stream.ts';
import { sha256 } from '../hashes.ts';

/** Each commit and its parents, newest first: a commit comes before its parents. */
export type CommitGraph = ReadonlyMap<string, readonly string[]>;

/** @throws Fault where git fails */
export async function readCommitGraph(directory: string, head: string): Promise<CommitGraph> {
	const lines = (await readGit(directory, ['rev-list', '--topo-order', '--parents', head])).split('\n');
	return new Map(
		lines.filter(Boolean).map((line) => {
			const [commit = '', ...parents] = line.split(' ');
			return [commit, parents];
		}),
	);
}

/** Names of the commits that lead to one, itself included, without those that lead to another and without what these hold. */
export async function commitsBetween(
	directory: string,
	since: string | null,
	commit: string,
): Promise<readonly string[]> {
	const without = since === null ? [] : [`^${since}`];
	return (await readGit(directory, ['rev-list', commit, ...without])).split('\n').filter(Boolean);
}

/**
 * Commit → SHA-256, hex, of what `git cat-file commit` prints of it. A second or two for 50,000 commits.
 * @throws Fault where a commit cannot be read
 */
export async function hashCommits(
	directory: string,
	commits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
	const hashes = new Map<string, string>();
	let at = 0;
	for await (const bytes of readCommitBytes(directory, commits))
		hashes.set(commits[at++] ?? '', sha256(bytes));
	return hashes;
}

/** SHA-256, hex, of the hashes in the order of their letters, each with a line break: no program's order of commits is part of it. */
export function listHash(hashes: readonly string[]): string {
	return sha256(
		Buffer.from(
			[...hashes]
				.sort()
				.map((hash) => `${hash}\n`)
				.join(''),
		),
	);
}
