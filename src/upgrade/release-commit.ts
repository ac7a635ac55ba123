/**
 * Makes the commit of an upgrade in a worktree of its own, so that nothing that lies in the repository is touched before all of it is
 * there. The release becomes its second parent: git then knows what the files come from, and later merges of the machine stay clean.
 */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { git } from '../archive/git.ts';
import { Fault } from '../model/fault.ts';
import type { FileTable } from './machine-files.ts';

export interface ReleaseOrder {
	readonly root: string;
	/** The commit that the branch is at. */
	readonly before: string;
	readonly release: string;
	readonly message: string;
	/** All but `archive/`. */
	readonly files: FileTable;
}

export interface ReleaseCommit {
	readonly commit: string;
	/** Files under `archive/` that the release brought to another format, seen from there. */
	readonly migrated: readonly string[];
}

/** Inside the repository, where the packages are found from; git ignores it. */
const sidePlace = ['.astro', 'upgrade'];

/** @throws Fault where git or the migration of the release fails; nothing is changed then */
export async function makeReleaseCommit(order: ReleaseOrder): Promise<ReleaseCommit> {
	const { root, before, release, message } = order;
	const side = path.join(root, ...sidePlace);
	await removeSide(root, side);
	await git(root, ['worktree', 'add', '--quiet', '--detach', '--no-checkout', side, before]);
	try {
		await fillIndex(side, order);
		const migrated = await migrate(side);
		const tree = (await git(side, ['write-tree'])).trim();
		const parents = ['-p', before, '-p', release];
		const commit = (await git(side, ['commit-tree', tree, ...parents, '-m', message])).trim();
		return { commit, migrated };
	} finally {
		await removeSide(root, side);
	}
}

async function removeSide(root: string, side: string): Promise<void> {
	await rm(side, { recursive: true, force: true });
	await git(root, ['worktree', 'prune']);
}

async function fillIndex(side: string, { before, files }: ReleaseOrder): Promise<void> {
	await git(side, ['read-tree', '--empty']);
	const [collection = ''] = (await git(side, ['ls-tree', '-z', '--full-tree', before, 'archive'])).split(
		'\0',
	);
	const isFolder = /^040000 tree /.test(collection);
	const entries = [...files].map(([name, entry]) => `${entry}\t${name}`);
	// A collection that is a submodule is one entry.
	const lines = isFolder || collection === '' ? entries : [...entries, collection];
	await git(
		side,
		['update-index', '-z', '--index-info'],
		Buffer.from(lines.map((line) => `${line}\0`).join('')),
	);
	if (isFolder) await git(side, ['read-tree', '--prefix=archive/', `${before}:archive`]);
}

/** By the release's own program: only that knows its formats. What the robot recorded is not even laid out for it. */
async function migrate(side: string): Promise<readonly string[]> {
	const listed = (await git(side, ['ls-files', '-z'])).split('\0').filter(Boolean);
	if (!listed.includes('archive/collection.yml') || !listed.includes(program)) return [];
	const wanted = listed.filter((name) => !/^archive\/(?:versions|snapshots)\//.test(name));
	const names = Buffer.from(wanted.map((name) => `${name}\0`).join(''));
	await git(side, ['checkout-index', '-z', '--stdin'], names);
	const migrated = await runMigration(side);
	const changed = migrated.map((name) => `archive/${name}\0`).join('');
	await git(side, ['update-index', '--add', '--remove', '-z', '--stdin'], Buffer.from(changed));
	return migrated;
}

const program = 'scripts/migrate.ts';

async function runMigration(side: string): Promise<readonly string[]> {
	const { ARCHIVE, ...env } = process.env;
	const args = [path.join(side, program), '--archive', 'archive', '--json'];
	try {
		const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: side, env });
		return JSON.parse(stdout) as string[];
	} catch (error) {
		const { stderr = '', message } = error as Error & { stderr?: string };
		throw new Fault(
			`the collection cannot be brought to the formats of the release: ${stderr.trim() || message}`,
			'archive',
			'Nothing was changed. Mend what is named, commit, and upgrade again.',
			error,
		);
	}
}
