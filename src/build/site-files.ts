/** Lists the files of a built site. */
import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Paths of all files, relative to `directory`, with `/`, sorted. */
export async function listFiles(directory: string): Promise<string[]> {
	const entries = await readdir(directory, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relativePath(directory, entry))
		.sort();
}

function relativePath(directory: string, entry: Dirent): string {
	return path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/');
}
