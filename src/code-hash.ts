/** Tells whether what was made by an earlier program would be made the same by this one. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.ts';

/** What every computed value hangs on: the packages, and Node's tables of letters and languages. */
const ground = ['package-lock.json'];
const tables = `${process.versions.unicode} ${process.versions.icu}`;

/**
 * A hash of the named files and of all files in the named folders, however deep, tests left out. Only a file's own name and content
 * count: a file that moves into another folder keeps the hash.
 * @param places relative to the root of the program
 */
export function codeHash(places: readonly string[], program = root): string {
	const files = [...ground, ...places].flatMap((place) => filesOf(path.join(program, place)));
	const codes = files.map((file) => `${path.basename(file)}\0${hashOf(readFileSync(file))}\n`);
	return hashOf(tables + codes.sort().join(''));
}

function filesOf(place: string): string[] {
	if (statSync(place).isFile()) return [place];
	return readdirSync(place, { recursive: true, encoding: 'utf8' })
		.filter((name) => /(?<!\.test)\.\w+$/.test(name))
		.map((name) => path.join(place, name));
}

function hashOf(content: string | Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
