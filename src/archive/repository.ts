/** Finds the git repository that holds a folder of versions, and refuses the ones that would tell half a history. */
import { existsSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';
import { readGit } from './git-stream.ts';

export interface VersionsRepository {
	/** A directory inside the repository to run git in. */
	readonly directory: string;
	/** Path of the folder of versions inside the repository, with a slash at its end; empty at the root. */
	readonly prefix: string;
	/** Full name of the newest commit; null in a repository without one. */
	readonly head: string | null;
}

/**
 * @param versions folder of versions; it need not exist yet, as long as a folder above it does
 * @throws Fault where there is no git repository, one that tells only a part of its history, or one that keeps its files elsewhere
 */
export async function openRepository(versions: string): Promise<VersionsRepository> {
	const { existing, missing } = nearestExisting(path.resolve(versions));
	const [shallow, grafts = '', inside, prefix = ''] = await revParse(existing, asked);
	if (shallow === 'true') throw shallowFault(versions);
	if (await holdsGrafts(path.resolve(existing, grafts))) throw graftsFault(path.resolve(existing, grafts));
	if (inside === 'false') requirePlace(existing, prefix);
	const below = missing === '' ? '' : `${missing.split(path.sep).join('/')}/`;
	return { directory: existing, prefix: prefix + below, head: await headCommit(existing) };
}

const asked = [
	'--is-shallow-repository',
	'--git-path',
	'info/grafts',
	'--is-inside-git-dir',
	'--show-prefix',
];

/**
 * Config may say that the files of a repository lie elsewhere, or that it has none: then paths inside it are not what they seem.
 * @param prefix path of the directory inside its repository, as git tells it
 */
export function requirePlace(directory: string, prefix: string): void {
	const up = prefix.split('/').map((part) => (part === '' ? '.' : '..'));
	if (existsSync(path.resolve(realpathSync(directory), ...up, '.git'))) return;
	throw new Fault(
		'git looks for the files of this repository in another place (core.worktree or core.bare in its config)',
		directory,
		'Take the setting back: git config --unset core.worktree, git config core.bare false.',
	);
}

function nearestExisting(folder: string): { existing: string; missing: string } {
	let existing = folder;
	while (!existsSync(existing) && path.dirname(existing) !== existing) existing = path.dirname(existing);
	return { existing, missing: path.relative(existing, folder) };
}

async function revParse(directory: string, flags: readonly string[]): Promise<string[]> {
	try {
		return (await readGit(directory, ['rev-parse', ...flags])).split('\n');
	} catch (cause) {
		throw new Fault(
			`no git repository here, or git will not read it (${firstLine(cause)})`,
			directory,
			'Name the folder of an archive, or make one: git init, then npm run capture.',
			cause,
		);
	}
}

/** @throws Fault where the branch that is checked out cannot be read: a repository without a commit is another thing */
async function headCommit(directory: string): Promise<string | null> {
	const commit = (await readGit(directory, ['rev-parse', '--revs-only', 'HEAD'])).trim();
	if (commit !== '') return commit;
	const branch = (await readGit(directory, ['symbolic-ref', '-q', 'HEAD']).catch(() => '')).trim();
	const file = (await readGit(directory, ['rev-parse', '--git-path', branch || 'HEAD'])).trim();
	const others = await readGit(directory, ['for-each-ref', '--count=1', 'refs/heads']);
	if (branch === '' || existsSync(path.resolve(directory, file)) || others !== '')
		throw headFault(directory, branch);
	return null;
}

/** A line that begins with # says nothing. */
async function holdsGrafts(file: string): Promise<boolean> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return /^[^#\s]/m.test(text);
}

function headFault(directory: string, branch: string): Fault {
	return new Fault(
		`the branch that is checked out (${branch || 'HEAD'}) has no commit that git can read, and the archive would look empty`,
		directory,
		'Check out the branch that keeps the archive: git switch <its name>. If its file under .git is damaged, git fsck and git reflog name its newest commit.',
	);
}

function graftsFault(file: string): Fault {
	return new Fault(
		'this clone has grafts: they give commits other parents than they have, and the archive would tell another history than it is',
		file,
		'Delete the file; if it stands for a history of your own making, write that into the commits with git replace and git filter-repo.',
	);
}

function shallowFault(versions: string): Fault {
	return new Fault(
		'this clone is shallow: it holds only the newest commits, and the archive would look younger than it is',
		versions,
		'Fetch the whole history: git fetch --unshallow (in a workflow: actions/checkout with fetch-depth: 0).',
	);
}

function firstLine(error: unknown): string {
	const said = error instanceof Fault ? error.what : String(error);
	return said.split('\n')[0] ?? said;
}
