/**
 * What stands in the site's folder since the last build, and what each file was made of: a build writes only what is no longer so, and
 * leaves the rest where it lies.
 *
 * Files are made in units: all pages of an agreement, all other pages of a platform, a page alone. A unit has a key that holds all that it
 * shows; its files count only as long as they are the very ones that were written. So a build that is cut off while it puts its files in
 * place costs no more than their units, and needs no mark.
 */
import { statSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { readKept, writeKept } from '../load/kept-file.ts';
import { listFiles } from './site-files.ts';

/** Bytes, and milliseconds since 1970 at which it was last written. */
type Stamp = readonly [size: number, written: number];

interface KeptUnit {
	readonly key: string;
	readonly files: Readonly<Record<string, Stamp>>;
}

/** A unit as this build has it: just made, or found to be as it should. */
export interface Unit {
	readonly key: string;
	/** Below the site's folder. */
	readonly files: readonly string[];
}

/** Name → unit. */
export type Units = ReadonlyMap<string, Unit>;

interface KeptSite {
	readonly format: 1;
	readonly outDir: string;
	readonly units: Readonly<Record<string, KeptUnit>>;
}

const fileName = 'site.json';

/** The units that the last build into this cache left in `outDir`, those left out of which a file is gone or another. */
export function keptUnits(cache: string, outDir: string): Units {
	const kept = readKept<KeptSite>(cache, fileName);
	if (kept?.format !== 1 || kept.outDir !== outDir) return new Map();
	const whole = Object.entries(kept.units).filter(([, { files }]) =>
		Object.entries(files).every(([file, stamp]) => `${stampOf(path.join(outDir, file))}` === `${stamp}`),
	);
	return new Map(whole.map(([name, { key, files }]) => [name, { key, files: Object.keys(files) }]));
}

function stampOf(file: string): Stamp | null {
	const found = statSync(file, { throwIfNoEntry: false });
	return found === undefined ? null : [found.size, Math.trunc(found.mtimeMs)];
}

/**
 * Puts what was made in place and takes away what no unit has.
 * @param fresh folder of the files that were made
 * @param units all of the site
 * @param isUpdate true where some of them stand in `outDir` already
 */
export async function putInPlace(
	outDir: string,
	fresh: string,
	units: Units,
	isUpdate: boolean,
): Promise<void> {
	if (isUpdate) {
		for (const file of listFiles(fresh)) await moveFile(path.join(fresh, file), path.join(outDir, file));
		await removeOthers(outDir, new Set([...units.values()].flatMap(({ files }) => files)));
		await rm(fresh, { recursive: true, force: true });
	} else {
		await rm(outDir, { recursive: true, force: true });
		await mkdir(path.dirname(outDir), { recursive: true });
		await acrossDisks(
			() => rename(fresh, outDir),
			() => cp(fresh, outDir, { recursive: true }),
		);
		await rm(fresh, { recursive: true, force: true });
	}
}

async function moveFile(from: string, to: string): Promise<void> {
	await mkdir(path.dirname(to), { recursive: true });
	await acrossDisks(
		() => rename(from, to),
		() => copyFile(from, to),
	);
}

async function acrossDisks(move: () => Promise<void>, copy: () => Promise<void>): Promise<void> {
	try {
		await move();
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
		await copy();
	}
}

/** A folder of which nothing is left goes as well. */
async function removeOthers(outDir: string, wanted: ReadonlySet<string>): Promise<void> {
	const others = listFiles(outDir).filter((file) => !wanted.has(file));
	for (const file of others) {
		await rm(path.join(outDir, file));
		await removeEmpty(outDir, path.dirname(file));
	}
}

async function removeEmpty(outDir: string, folder: string): Promise<void> {
	if (folder === '.' || (await readdir(path.join(outDir, folder))).length > 0) return;
	await rmdir(path.join(outDir, folder));
	await removeEmpty(outDir, path.dirname(folder));
}

/** Writes down, for the next build, what stands in `outDir` now. */
export async function keepUnits(cache: string, outDir: string, units: Units): Promise<void> {
	const kept: KeptSite = {
		format: 1,
		outDir,
		units: Object.fromEntries(
			[...units].map(([name, { key, files }]) => [
				name,
				{
					key,
					files: Object.fromEntries(
						files.map((file) => [file, stampOf(path.join(outDir, file)) ?? [-1, -1]]),
					),
				},
			]),
		),
	};
	await writeKept(cache, fileName, kept);
}
