/** Brings working tree and index along with a commit, so that a run killed at any instant can be completed by the next one. */
import { existsSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { FileToCommit } from './commit-files.ts';
import { git } from './git.ts';

interface Place {
	readonly root: string;
	readonly gitDirectory: string;
	readonly blobs: ReadonlyMap<string, string>;
}

const journalSchema = z.object({ paths: z.array(z.string()) });

/**
 * Commits, then checks the files out. Between the two the working tree is behind the branch; the journal, kept in the git
 * directory, names the files until they have caught up.
 */
export async function recordInterruptibly(
	place: Place,
	files: readonly FileToCommit[],
	commit: () => Promise<string>,
): Promise<string> {
	const paths = files.map((file) => file.path);
	await writeJournal(place, paths);
	const made = await commit();
	await checkOut(place, paths);
	await rm(journalFile(place));
	return made;
}

/** Completes what a killed run left: files that its commit holds are checked out; one that never became a commit left no trace. */
export async function finishInterrupted(place: Place): Promise<void> {
	const file = journalFile(place);
	if (!existsSync(file)) return;
	const paths = parseJournal(await readFile(file, 'utf8')).filter((name) => place.blobs.has(name));
	if (paths.length > 0) await checkOut(place, paths);
	await rm(file);
}

/** A journal that is no JSON cannot be: it comes into being whole, by renaming. */
function parseJournal(text: string): readonly string[] {
	return journalSchema.parse(JSON.parse(text)).paths;
}

async function writeJournal(place: Place, paths: readonly string[]): Promise<void> {
	const file = journalFile(place);
	await writeFile(`${file}.new`, JSON.stringify({ paths }));
	await rename(`${file}.new`, file);
}

/** Writes these files, and their entries in the index, as the newest commit has them; everything else stays as it is. */
async function checkOut(place: Place, paths: readonly string[]): Promise<void> {
	// Not --quiet: simple-git waits 50 ms for a command that says nothing.
	await git(place.root, ['--literal-pathspecs', 'checkout', 'HEAD', '--', ...paths]);
}

function journalFile(place: Place): string {
	return path.join(place.gitDirectory, 'clausetrail-recording.json');
}
