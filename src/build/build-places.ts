/** Folders that a build writes to, and what it must not replace in them. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';
import { root } from '../root.ts';

/** Where what a build makes stands until it is complete: a place of its own for each finished site. */
export function workshop(name: string, finished: string): string {
	const mark = createHash('sha256').update(finished).digest('hex').slice(0, 12);
	return path.join(root, '.astro', `${name}-${mark}`);
}

/** A build replaces its folder: one that holds anything else than a site must not be lost to a slip of the finger. */
export function refuseOtherThanSite(directory: string): Promise<void> {
	return refuseOther(
		directory,
		'feed.xml',
		'this directory holds something else than a site, and building would replace it',
		'Choose another directory with --out-dir, or empty this one yourself.',
	);
}

/** @param mark a file that stands in what may be replaced */
export async function refuseOther(
	directory: string,
	mark: string,
	what: string,
	remedy: string,
): Promise<void> {
	if (!existsSync(directory) || existsSync(path.join(directory, mark))) return;
	if ((await readdir(directory)).length === 0) return;
	throw new Fault(what, directory, remedy);
}
