/** Where a capture records: the folders of a collection inside its git repository, and the branch that is checked out. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Collection } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';
import { decisionsFolder } from './decisions.ts';
import { git } from './git.ts';
import { proofsFolder } from './proofs/proof-files.ts';
import { requirePlace } from './repository.ts';
import { statusFileName } from './status-file.ts';

/** All that a capture writes. */
export interface RecordedFolders {
	/** Paths inside the repository, with a slash at their end; empty where it is the whole repository. */
	readonly versions: string;
	readonly snapshots: string;
	/** Path inside the repository. */
	readonly status: string;
}

export interface RecordingRepository {
	readonly root: string;
	readonly gitDirectory: string;
	readonly objectFormat: string;
	/** Path of the collection inside it, with a slash at its end; empty at the root. */
	readonly prefix: string;
}

export interface RecordingPlace extends RecordingRepository, RecordedFolders {
	/** What people decided, which a capture only takes out where it is carried out. Path inside the repository, with a slash at its end. */
	readonly decisions: string;
	/** Full name: `refs/heads/main`. */
	readonly branch: string;
	/** Its newest commit; null where nothing was committed yet. */
	readonly tip: string | null;
	/** Path inside the repository of the folder of proofs, with a slash at its end. No machine that reads pages may write to it. */
	readonly proofs: string;
}

/**
 * The branch as it is now: whoever writes takes the lock of the repository first.
 * @throws Fault where there is no branch to commit to, or the versions are kept elsewhere
 */
export async function placeIn(
	repository: RecordingRepository,
	directory: string,
	{ versions }: Collection,
): Promise<RecordingPlace> {
	const { branch, tip } = await branchOf(directory);
	if (branch === '') throw detachedFault(directory);
	const { prefix } = repository;
	return {
		...repository,
		branch,
		tip,
		versions: folderIn(prefix, versions, directory),
		snapshots: folderIn(prefix, 'snapshots', directory),
		status: prefix + statusFileName,
		proofs: `${prefix}${proofsFolder}/`,
		decisions: `${prefix}${decisionsFolder}/`,
	};
}

/** Path → object name of every file that a commit holds in these places. */
export async function blobsIn(
	root: string,
	tip: string,
	places: readonly string[],
): Promise<Map<string, string>> {
	// An empty name means the whole repository.
	const paths = places.includes('') ? [] : ['--', ...places];
	const listing = await git(root, ['--literal-pathspecs', 'ls-tree', '-r', '-z', tip, ...paths]);
	// Neither links nor submodules: nobody recorded them.
	const entries = listing.split('\0').filter((entry) => entry.startsWith('100'));
	return new Map(
		entries.map((entry) => {
			const tab = entry.indexOf('\t');
			return [entry.slice(tab + 1), entry.slice(0, tab).split(' ')[2] ?? ''];
		}),
	);
}

function detachedFault(directory: string): Fault {
	return new Fault(
		'no branch is checked out (detached HEAD): what is recorded now would belong to no branch',
		directory,
		'Check out the branch that keeps the archive: git switch <its name>.',
	);
}

/**
 * @param directory of the collection
 * @throws Fault where there is no repository that git will use
 */
export async function repositoryOf(directory: string): Promise<RecordingRepository> {
	const asked = ['--show-toplevel', '--absolute-git-dir', '--show-object-format', '--show-prefix'];
	const answer = await git(directory, ['rev-parse', ...asked]).catch((error: unknown) => {
		throw new Fault(
			`there is no git repository here to record into, or git will not use it (${reasonOf(error)})`,
			directory,
			'Make one with git init, here or in a folder above.',
			error,
		);
	});
	const [root = '', gitDirectory = '', objectFormat = 'sha1', prefix = ''] = answer.split('\n');
	requirePlace(directory, prefix);
	return { root, gitDirectory, objectFormat, prefix };
}

function reasonOf(error: unknown): string {
	const said = error instanceof Error ? error.message : String(error);
	return /fatal: (.*)/.exec(said)?.[1] ?? said.split('\n')[0] ?? said;
}

/** The branch that is checked out and its newest commit; null where nothing was committed yet. */
async function branchOf(directory: string): Promise<{ branch: string; tip: string | null }> {
	const format = '--format=%(HEAD) %(refname) %(objectname)';
	const branches = await git(directory, ['for-each-ref', format, 'refs/heads']).catch(() => '');
	const [, branch, tip] = /^\* (\S+) (\S+)$/m.exec(branches) ?? [];
	if (branch !== undefined && tip !== undefined) return { branch, tip };
	const unborn = await git(directory, ['symbolic-ref', '-q', 'HEAD']).catch(() => '');
	return { branch: unborn.trim(), tip: null };
}

/** @throws Fault where the folder lies in another repository: text and snapshot could not be one commit */
function folderIn(prefix: string, folder: string, directory: string): string {
	const inside = path.posix.normalize(`${prefix}${folder.replaceAll('\\', '/')}/`).replace(/^\.\//, '');
	const isElsewhere =
		inside.startsWith('../') || path.isAbsolute(folder) || hasOwnRepository(directory, folder);
	if (!isElsewhere) return inside;
	throw new Fault(
		`the folder ${folder} is kept in another git repository; text and snapshot are recorded in one commit of one repository`,
		path.join(directory, 'collection.yml'),
		'Set versions to a folder of this repository. An archive kept elsewhere can be built, but not captured into.',
	);
}

function hasOwnRepository(directory: string, folder: string): boolean {
	const full = path.resolve(directory, folder);
	return full !== path.resolve(directory) && existsSync(path.join(full, '.git'));
}
