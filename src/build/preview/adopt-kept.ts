/** Lets a preview begin with what a build kept of the same archive, in a place of its own: neither sweeps away what the other needs. */
import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

/** @param from cache of a build @param to cache of a preview; what is there already stays */
export async function adoptKept(from: string, to: string): Promise<void> {
	const [theirs, own] = [from, to].map((folder) => path.join(folder, 'ledgers')) as [string, string];
	await mkdir(own, { recursive: true });
	const names = await readdir(theirs).catch(() => []);
	for (const name of names) await take(path.join(theirs, name), path.join(own, name));
	await take(path.join(from, 'history.json'), path.join(to, 'history.json'));
}

/** Files of a cache are never written to again, only replaced: two names for one are as good as two files. What is gone meanwhile is made anew. */
async function take(from: string, to: string): Promise<void> {
	if (existsSync(to) || from.endsWith('.tmp')) return;
	await link(from, to).catch(() => copyFile(from, to).catch(() => {}));
}
