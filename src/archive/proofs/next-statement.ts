/** What is to be stamped next: the commits since the last statement, where any of them recorded something. */
import { Fault } from '../../model/fault.ts';
import { readGit } from '../git-stream.ts';
import { sha256 } from '../hashes.ts';
import type { RecordingPlace } from '../recording-place.ts';
import { commitsBetween, hashCommits, listHash } from './commit-list.ts';
import type { ProofFile } from './proof-files.ts';
import { parseStatement, type Statement } from './statement.ts';

/**
 * Goes on from the newest statement whose commit leads to the newest of the branch; from none where there is no such statement.
 * @returns null where nothing was recorded since
 * @throws Fault where git fails
 */
export async function nextStatement(
	place: RecordingPlace,
	files: readonly ProofFile[],
): Promise<Statement | null> {
	const { root, tip } = place;
	if (tip === null) return null;
	const last = await lastStatement(root, tip, files);
	const since = last?.statement.commit ?? null;
	if (!(await recordedSince(place, since, tip))) return null;
	const commits = await commitsBetween(root, since, tip);
	const hashes = await hashCommits(root, commits);
	const list = listHash([...hashes.values()]);
	return { commit: tip, since, previous: last?.hash ?? null, commits: commits.length, list };
}

interface Last {
	readonly statement: Statement;
	readonly hash: string;
}

async function lastStatement(root: string, tip: string, files: readonly ProofFile[]): Promise<Last | null> {
	for (const { statement: bytes, where } of files.toReversed()) {
		const statement = bytes === null ? null : statementOrNull(bytes, where);
		if (bytes !== null && statement !== null && (await leadsTo(root, statement.commit, tip)))
			return { statement, hash: sha256(bytes) };
	}
	return null;
}

/** One that cannot be read is told of by `npm run verify`; what it stood for is stamped again. */
function statementOrNull(bytes: Buffer, where: string): Statement | null {
	try {
		return parseStatement(bytes.toString('latin1'), where);
	} catch (error) {
		if (error instanceof Fault) return null;
		throw error;
	}
}

/** False also for a commit that is gone. */
async function leadsTo(root: string, commit: string, tip: string): Promise<boolean> {
	const bases = await readGit(root, ['merge-base', commit, tip]).catch((error: unknown) => {
		if (error instanceof Fault) return '';
		throw error;
	});
	return bases.trim() === commit;
}

async function recordedSince(
	{ root, versions, snapshots, proofs }: RecordingPlace,
	since: string | null,
	tip: string,
): Promise<boolean> {
	const range = since === null ? tip : `${since}..${tip}`;
	const places = [versions, snapshots].map((folder) => `:(top,literal)${folder}`);
	const without = `:(top,exclude,literal)${proofs}`;
	return (await readGit(root, ['rev-list', '--max-count=1', range, '--', ...places, without])).trim() !== '';
}
