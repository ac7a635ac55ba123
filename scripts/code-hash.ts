/** Tells whether what was made by an earlier program would be made the same by this one. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** What every computed value hangs on: the packages, and Node's tables of letters and languages. */
const ground = ['package-lock.json'];
const tables = `${process.versions.unicode} ${process.versions.icu}`;

/**
 * A hash of the named files and of all files right in the named folders, tests left out.
 * @param places relative to the root of the program
 */
export function codeHash(places: readonly string[]): string {
	const hash = createHash('sha256').update(tables);
	for (const file of [...ground, ...places].flatMap(filesOf))
		hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
	return hash.digest('hex');
}

function filesOf(place: string): string[] {
	if (statSync(path.join(root, place)).isFile()) return [place];
	const names = readdirSync(path.join(root, place)).filter((name) => /(?<!\.test)\.ts$/.test(name));
	return names.sort().map((name) => `${place}/${name}`);
}
