/** A note in the git directory from the moment the files of the repository may change until all that follows is done. */
import { existsSync, lstatSync } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { git } from '../archive/git.ts';
import { Fault } from '../model/fault.ts';
import type { Upgrade } from './upgrade.ts';

/** @param gitDirectory of the repository */
function fileOf(gitDirectory: string): string {
	return path.join(gitDirectory, 'clausetrail-upgrade.json');
}

export async function noteUpgrade(gitDirectory: string, upgrade: Upgrade): Promise<void> {
	const file = fileOf(gitDirectory);
	await writeFile(`${file}.new`, JSON.stringify(upgrade));
	await rename(`${file}.new`, file);
}

/** Null where none was broken off. */
export async function notedUpgrade(gitDirectory: string): Promise<Upgrade | null> {
	const file = fileOf(gitDirectory);
	// Renamed into place, it is whole.
	return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as Upgrade) : null;
}

export async function forgetUpgrade(gitDirectory: string): Promise<void> {
	await rm(fileOf(gitDirectory), { force: true });
}

/** Files that the upgrade changes or takes away, and those that it brings. */
async function touchedFiles(
	root: string,
	{ before, commit }: Upgrade,
): Promise<{ old: readonly string[]; fresh: readonly string[] }> {
	const range = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', before, commit];
	const touched = (await git(root, range)).split('\0').filter(Boolean);
	const listing = await git(root, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', before]);
	const known = new Set(listing.split('\0'));
	return {
		old: touched.filter((name) => known.has(name)),
		fresh: touched.filter((name) => !known.has(name)),
	};
}

/**
 * Before the note is made: what the upgrade brings can be taken back later only where nothing lies there now, be it ignored by git.
 * @throws Fault that names what is in the way
 */
export async function requireRoom(root: string, upgrade: Upgrade): Promise<void> {
	const { fresh } = await touchedFiles(root, upgrade);
	const inTheWay = fresh.find((name) => !isFree(path.join(root, name)));
	if (inTheWay === undefined) return;
	throw new Fault(
		'the release has a file of this name, and one that git does not know is in the way',
		inTheWay,
		'Nothing was changed. Move it elsewhere, and upgrade again.',
	);
}

/** A file in the place of one of its folders is in the way as well. */
function isFree(file: string): boolean {
	try {
		lstatSync(file);
		return false;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT';
	}
}

/** Gives back every file that the upgrade was about to change; what else was edited meanwhile stays. */
export async function takeBack(root: string, upgrade: Upgrade): Promise<void> {
	const { old, fresh } = await touchedFiles(root, upgrade);
	for (const name of fresh) await rm(path.join(root, name), { force: true });
	const list = (names: readonly string[]) => Buffer.from(names.map((name) => `${name}\0`).join(''));
	await git(root, ['update-index', '--force-remove', '-z', '--stdin'], list(fresh));
	if (old.length === 0) return;
	const from = ['--literal-pathspecs', 'restore', `--source=${upgrade.before}`, '--staged', '--worktree'];
	await git(root, [...from, '--pathspec-from-file=-', '--pathspec-file-nul'], list(old));
}
