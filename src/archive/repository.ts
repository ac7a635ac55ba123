/** Finds the git repository that holds a folder of versions, and refuses the ones that would tell half a history. */
import { existsSync } from 'node:fs';
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
 * @throws Fault where there is no git repository, or a shallow one
 */
export async function openRepository(versions: string): Promise<VersionsRepository> {
	const { existing, missing } = nearestExisting(path.resolve(versions));
	const [shallow, prefix = ''] = await revParse(existing, ['--is-shallow-repository', '--show-prefix']);
	if (shallow === 'true') throw shallowFault(versions);
	const below = missing === '' ? '' : `${missing.split(path.sep).join('/')}/`;
	return { directory: existing, prefix: prefix + below, head: await headCommit(existing) };
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

async function headCommit(directory: string): Promise<string | null> {
	const refs = await readGit(directory, ['rev-parse', '--revs-only', 'HEAD']);
	return refs.trim() || null;
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
