/** A copy of an archive and one more commit in it, as the next capture would make: to try what a build after it costs. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readCollection } from '../../src/archive/collection.ts';
import { git } from '../../src/archive/git.ts';
import { openRepository } from '../../src/archive/repository.ts';

const identity = ['-c', 'user.name=Clausetrail', '-c', 'user.email=clausetrail@example.org'];

/**
 * Clones the repository that holds the archive, with its whole history.
 * @param folder an empty directory
 * @returns where the archive is in the clone
 */
export async function cloneArchive(archive: string, folder: string): Promise<string> {
	const inside = (await git(archive, ['rev-parse', '--show-prefix'])).trim();
	const root = path.resolve(archive, ...inside.split('/').map((part) => (part === '' ? '.' : '..')));
	await git(folder, ['clone', '--quiet', root, 'archive']);
	return path.join(folder, 'archive', inside);
}

/**
 * Adds a paragraph to the agreement that was recorded last, an hour after that.
 * @returns the agreement's path below the folder of versions
 */
export async function recordOnce(archive: string): Promise<string> {
	const { versions } = await readCollection(archive);
	const { directory } = await openRepository(path.join(archive, versions));
	const file = await lastRecorded(directory);
	const place = path.join(directory, file);
	const paragraphs = (await readFile(place, 'utf8')).split('\n\n');
	const paragraph =
		'From now on you pay a fee of nine dollars for each month in which you do not write to us.\n';
	await writeFile(place, paragraphs.toSpliced(Math.ceil(paragraphs.length / 2), 0, paragraph).join('\n\n'));
	const seconds = Number(await git(directory, ['log', '-1', '--format=%at'])) + 3600;
	const message = ['--quiet', `--date=${seconds} +0000`, '--message', `Record new changes of ${file}`];
	await git(directory, [...identity, 'commit', ...message, '--', file]);
	return file;
}

/** The text that the newest commit wrote that still stands; deleted ones can take no paragraph. */
async function lastRecorded(directory: string): Promise<string> {
	const only = ['--diff-filter=AM', '--name-only', '--relative', '--format=', '-z', '-1'];
	const files = await git(directory, ['log', ...only, '--', ':(glob)*/*.md']);
	return files.split('\0')[0]?.trim() ?? '';
}
