/** The robot's door: what commits may hold that come from a machine which read other people's pages, before they reach the branch. */
import { Fault } from '../model/fault.ts';
import { isFetchTime, type LoggedChange, type LoggedCommit, readCommits } from './commit-log.ts';
import { nameComplaint } from './file-name.ts';
import type { RecordedFolders } from './recording-place.ts';

/** The one mode that a capture writes: a file, not to be run. */
const plainFile = '100644';

/**
 * Reads commits, oldest first, each of which holds nothing but what a capture records: plain files, new or changed, that are texts,
 * snapshots or the status. Everything else could have a program run, lead out of the archive or change what is captured, so every commit
 * counts and not only the last: what one brings and the next takes back is in the history all the same.
 * @param commits such as `main..HEAD`
 * @throws Fault that names the first commit, path and mode that a capture does not write
 */
export async function readRecordedCommits(
	directory: string,
	commits: string,
	folders: RecordedFolders,
): Promise<readonly LoggedCommit[]> {
	const read: LoggedCommit[] = [];
	for await (const commit of readCommits(directory, commits)) {
		const name = `commit ${shortName(commit)}`;
		if (commit.merge)
			throw refusal(directory, commit, `A recorded commit joins others, which no capture does: ${name}`);
		if (!isFetchTime(commit.authored))
			throw refusal(directory, commit, `A recorded commit tells no time of a fetch: ${name}`);
		for (const change of commit.changes) requireRecorded(directory, commit, change, folders);
		read.push(commit);
	}
	return read;
}

function requireRecorded(
	directory: string,
	commit: LoggedCommit,
	change: LoggedChange,
	folders: RecordedFolders,
): void {
	const { versions, snapshots, status } = folders;
	const place = `commit ${shortName(commit)}, ${JSON.stringify(change.path)}, mode ${change.mode}`;
	if (!isRecordedPath(change, folders))
		throw refusal(
			directory,
			commit,
			`A recorded commit reaches outside ${versions || './'}, ${snapshots} and ${status}: ${place}`,
		);
	if (change.blob === null)
		throw refusal(directory, commit, `A recorded commit takes a file away, which no capture does: ${place}`);
	if (change.mode !== plainFile)
		throw refusal(directory, commit, `A recorded commit holds something else than a plain file: ${place}`);
}

/** The status, `<platform>/<agreement>.md` below the versions, or `<platform>/<agreement>[ #2].html` or `.pdf` below the snapshots. */
function isRecordedPath({ path, isText }: LoggedChange, folders: RecordedFolders): boolean {
	if (!isText) return false;
	if (path === folders.status) return true;
	return isBelow(path, folders.snapshots, /\.(?:html|pdf)$/) || isBelow(path, folders.versions, /\.md$/);
}

function isBelow(path: string, folder: string, ending: RegExp): boolean {
	if (!path.startsWith(folder) || !ending.test(path)) return false;
	const names = path.slice(folder.length).replace(ending, '').split('/');
	return names.length === 2 && names.every((name) => nameComplaint(name) === null);
}

function refusal(directory: string, { hash }: LoggedCommit, what: string): Fault {
	return new Fault(
		what,
		directory,
		`Nothing was taken over. Whoever made commit ${hash} is no capture, or was taken over: see to the run that it comes from.`,
	);
}

function shortName({ hash }: LoggedCommit): string {
	return hash.slice(0, 12);
}
