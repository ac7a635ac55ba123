/** Which files of a repository are the machine's, and what becomes of each in an upgrade. Everything under `archive/` is somebody's own. */
import { git } from '../archive/git.ts';

/** Path → mode, kind and object name, as `git ls-tree` writes them. */
export type FileTable = ReadonlyMap<string, string>;

/** A file of the machine that the maintainer had changed: the release's stands in its place, and the old one in the history. */
export interface AlteredFile {
	readonly path: string;
	/** `removed`: it is back. `added`: the release has a file of that name too. */
	readonly how: 'edited' | 'removed' | 'added';
}

export interface FilePlan {
	/** Of the new commit, `archive/` left out. */
	readonly files: FileTable;
	readonly altered: readonly AlteredFile[];
	/** The maintainer's own, outside `archive/`: no release has them, and they stay. */
	readonly own: readonly string[];
}

/** All files of a commit but those under `archive/`. */
export async function machineFiles(root: string, commit: string): Promise<FileTable> {
	const listing = await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit]);
	const entries = listing
		.split('\0')
		.filter(Boolean)
		.map((entry) => [entry.slice(entry.indexOf('\t') + 1), entry.slice(0, entry.indexOf('\t'))] as const);
	return new Map(entries.filter(([path]) => !isOfCollection(path)));
}

function isOfCollection(path: string): boolean {
	return path === 'archive' || path.startsWith('archive/');
}

/** Folders in which a file that no release has would be taken for a part of the program: a page, a test. */
const program = /^(?:src|scripts|public)\//;

/**
 * @param origins states of the machine that the present files may come from; where nobody knows any, what lies in the folders of the program
 *   counts as the machine's
 * @param present as they lie in the repository
 */
export function planFiles(origins: readonly FileTable[], present: FileTable, release: FileTable): FilePlan {
	const isMachines = (path: string) =>
		origins.length === 0 ? program.test(path) : origins.some((origin) => origin.has(path));
	const own = [...present.keys()].filter((path) => !release.has(path) && !isMachines(path));
	const isAsItCame = (path: string) =>
		[release, ...origins].some((state) => state.get(path) === present.get(path));
	const known = new Set([...present.keys(), ...origins.flatMap((origin) => [...origin.keys()])]);
	const altered = [...known]
		.filter((path) => !own.includes(path) && !isAsItCame(path))
		.map((path) => ({ path, how: howAltered(path, present, isMachines(path)) }))
		.sort((one, other) => (one.path < other.path ? -1 : 1));
	const files = new Map([...release, ...own.map((path) => [path, present.get(path) ?? ''] as const)]);
	return { files, altered, own };
}

function howAltered(path: string, present: FileTable, isMachines: boolean): AlteredFile['how'] {
	if (!present.has(path)) return 'removed';
	return isMachines ? 'edited' : 'added';
}
