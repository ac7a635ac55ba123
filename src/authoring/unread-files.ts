/** Files of a collection that nobody reads, because of how they are called: what stands in them is missing from the site in silence. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Folder → how the files in it are called that are read, and others that look as if they were meant. */
const kinds = [
	...['provisions', 'posts', 'notes', 'pages'].map((folder) => ({
		folder,
		ending: '.mdx',
		meant: /\.(?:mdx?|markdown|txt)$/i,
	})),
	...['topics', 'regulations'].map((folder) => ({ folder, ending: '.yml', meant: /\.ya?ml$/i })),
	{ folder: 'declarations', ending: '.json', meant: /\.(?:json[5c]?|ya?ml)$/i },
] as const;

export async function unreadFiles(directory: string): Promise<readonly string[]> {
	const told = kinds.map(async ({ folder, ending, meant }) => {
		const names = await namesIn(path.join(directory, folder), ending === '.mdx');
		return names
			.filter(
				(name) =>
					meant.test(name) && !name.endsWith(ending) && !/^(?:\.|readme\b)/i.test(path.basename(name)),
			)
			.map((name) => `${folder}/${name.replaceAll('\\', '/')}: nobody reads it: files here end in ${ending}`)
			.sort();
	});
	return [...(await settings(directory)), ...(await Promise.all(told)).flat()];
}

async function settings(directory: string): Promise<readonly string[]> {
	const names = await namesIn(directory, false);
	return names
		.filter((name) => /^collection\.(?:ya?ml|json)$/i.test(name) && name !== 'collection.yml')
		.map((name) => `${name}: nobody reads it: the settings are in collection.yml`);
}

async function namesIn(folder: string, recursive: boolean): Promise<readonly string[]> {
	return readdir(folder, { recursive }).catch(() => []);
}
