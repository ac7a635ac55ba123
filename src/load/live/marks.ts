/**
 * Signs by which it is told that somebody changed a file of a collection: looked at again and again, because not every disk tells of changes, and
 * editors replace files in as many ways as there are editors.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readGit } from '../../archive/git-stream.ts';
import { vocabularyFolder } from '../collection-vocabulary.ts';

/** Each is another where any of its files is. */
export interface Marks {
	/** Provisions, posts, notes and pages. */
	readonly written: string;
	/** Topics, regulations and lists of words, the machine's among them. */
	readonly vocabulary: string;
	/** The history, the collection's own file, its declarations and the status of its captures. */
	readonly history: string;
}

/** Folders where git keeps what is checked out, and the branches. */
export type GitFolders = readonly string[];

/** @param directory in the repository. None where git finds none: what is wrong is told by whoever reads the history. */
export async function gitFolders(directory: string): Promise<GitFolders> {
	const asked = ['rev-parse', '--path-format=absolute', '--git-dir', '--git-common-dir'];
	const answer = await readGit(directory, asked).catch(() => '');
	return [...new Set(answer.split('\n').filter(Boolean))];
}

/** @param directory of the collection */
export async function marksOf(directory: string, git: GitFolders): Promise<Marks> {
	const own = (...names: readonly string[]) => names.map((name) => path.join(directory, name));
	const [written, vocabulary, history] = await Promise.all([
		markOf(own('provisions', 'posts', 'notes', 'pages')),
		markOf([...own('topics', 'regulations'), vocabularyFolder()]),
		historyMark([...own('collection.yml', 'declarations', 'status.json')], git),
	]);
	return { written, vocabulary, history };
}

async function historyMark(files: readonly string[], git: GitFolders): Promise<string> {
	const heads = await Promise.all(git.map(headIn));
	const branches = heads.flatMap((head) => /^ref: (\S+)/.exec(head)?.[1] ?? []);
	const refs = git.flatMap((folder) => ['packed-refs', ...branches].map((name) => path.join(folder, name)));
	return [...heads, await markOf([...files, ...refs])].join('\n');
}

function headIn(folder: string): Promise<string> {
	return readFile(path.join(folder, 'HEAD'), 'utf8').catch(() => '');
}

/** @param places files, and folders with all below them; what is not there is a sign as well */
async function markOf(places: readonly string[]): Promise<string> {
	return (await Promise.all(places.map(markOfPlace))).join('\n');
}

async function markOfPlace(place: string): Promise<string> {
	const facts = await stat(place).catch(() => null);
	if (facts === null) return '';
	if (!facts.isDirectory()) return `${place} ${facts.ino} ${facts.size} ${facts.mtimeMs}`;
	const names = await readdir(place).catch(() => []);
	return markOf(
		names
			.filter((name) => !name.startsWith('.'))
			.sort()
			.map((name) => path.join(place, name)),
	);
}
