/** Brings working tree and index along with the commits, so that a run killed at any instant is completed by the next one. */
import { existsSync } from 'node:fs';
import { appendFile, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';
import { git } from './git.ts';

interface Place {
	readonly root: string;
	readonly gitDirectory: string;
	/** Where files are taken away as well: path inside the repository, with a slash at its end. */
	readonly decisions: string;
	/** What the newest commit holds: path → object name. */
	readonly blobs: ReadonlyMap<string, string>;
}

/**
 * Call before the files are committed. From the commit until `finishRecording` the working tree is behind the branch; the
 * journal, kept in the git directory, names the files until they have caught up.
 */
export async function announceFiles(
	place: Place,
	files: readonly { readonly path: string }[],
): Promise<void> {
	const names = files.map((file) => `${file.path}\0`).join('');
	await appendFile(journalFile(place), names).catch((error: NodeJS.ErrnoException) => {
		throw new Fault(
			`it cannot be written to (${error.code})`,
			journalFile(place),
			'What was recorded stands. See to the room on the disk and to the permissions, and run again.',
			error,
		);
	});
}

/**
 * Checks out what was announced, by this run or by a killed one before it, and committed. A file that was announced and never became a commit left
 * no trace in the working tree; checking it out gives it back as it is.
 */
export async function finishRecording(place: Place): Promise<void> {
	const names = await announced(place);
	if (names === null) return;
	const paths = [...new Set(names)].filter((name) => place.blobs.has(name));
	const gone = names.filter((name) => !place.blobs.has(name) && name.startsWith(place.decisions));
	await takeAway(place.root, gone);
	await checkOut(place.root, paths);
	await rm(journalFile(place));
}

/** A name that the killed run did not write to its end lacks its NUL; its file cannot have been committed. */
async function announced(place: Place): Promise<readonly string[] | null> {
	if (!existsSync(journalFile(place))) return null;
	const text = await readFile(journalFile(place), 'utf8');
	return text.split('\0').slice(0, -1);
}

/**
 * Writes these files, and their entries in the index, as the newest commit has them; everything else stays as it is. Not quiet:
 * simple-git waits 50 ms for a command that says nothing.
 * @param root of the repository
 */
export async function checkOut(root: string, paths: readonly string[]): Promise<void> {
	if (paths.length === 0) return;
	// A clone that leaves pages out of its working tree would else not know one that is recorded once more as it was.
	const options = ['--ignore-skip-worktree-bits', '--pathspec-from-file=-', '--pathspec-file-nul'];
	const input = Buffer.from(`${paths.join('\0')}\0`);
	await git(root, ['--literal-pathspecs', 'checkout', 'HEAD', ...options], input);
}

/** Takes these files, which the newest commit has no longer, out of index and working tree; what neither holds is passed over. */
export async function takeAway(root: string, paths: readonly string[]): Promise<void> {
	if (paths.length === 0) return;
	const options = ['--force', '--ignore-unmatch', '--pathspec-from-file=-', '--pathspec-file-nul'];
	await git(root, ['--literal-pathspecs', 'rm', ...options], Buffer.from(`${paths.join('\0')}\0`));
}

function journalFile(place: Place): string {
	return path.join(place.gitDirectory, 'clausetrail-recording');
}
