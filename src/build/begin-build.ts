/** What every build begins with, whether it makes the whole site or a share of it: the archive, analysed, and what stands of the site. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { analyseWith } from '../load/analyse-in-parallel.ts';
import { type Reading, readHistoryKeptIn } from '../load/kept-history.ts';
import { analysisCode, type Shelf } from '../load/ledger-cache.ts';
import { loadArchiveAnew } from '../load/load-archive.ts';
import { provenSinceKeptIn } from '../load/proven-since.ts';
import type { Archive } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import { refuseOtherThanSite, workshop } from './build-places.ts';
import { keptUnits, type Units } from './kept-site.ts';
import { takeLedgers } from './shards/left-ledgers.ts';
import { expectedWarning } from './weight-advice.ts';

export interface BuildPlaces {
	/** A collection, or a repository of versions. */
	readonly archive: string;
	/** Where the site goes. What the last build with this cache left there and is still so stays; all else is replaced once the new is made. */
	readonly outDir: string;
	/** Where the build keeps what the next one may use again; a place of its own for each `outDir` where nobody names one. */
	readonly cache?: string | undefined;
	/** Folder of what the shards of a build left, where the work is spread. */
	readonly shards?: string | undefined;
	/** Is told what a person should know before the work goes on. */
	readonly onWarning?: ((warning: Fault) => void) | undefined;
}

export interface BegunBuild {
	readonly finished: string;
	readonly cacheDir: string;
	readonly ledgers: Shelf;
	readonly loaded: Archive;
	readonly kept: Units;
}

/**
 * Sets ARCHIVE and, where nobody has, SITE: the pages are compiled by a process and rendered in threads of this one, and take both from there.
 * @throws Fault where `archive` is none, its history is cut, `outDir` holds something else, or of `shards` one is missing or of another commit
 */
export async function beginBuild({
	archive,
	outDir,
	cache,
	shards,
	onWarning,
}: BuildPlaces): Promise<BegunBuild> {
	boundHeaps();
	const [directory, finished] = [path.resolve(archive), path.resolve(outDir)];
	await refuseOtherThanSite(finished);
	refuseMissing(directory);
	const cacheDir = cacheOf({ outDir, cache });
	const ledgers = shelfIn(cacheDir);
	if (shards !== undefined) await takeLedgers(shards, directory, ledgers);
	const loaded = await openArchive(directory, cacheDir, ledgers);
	const heavy = expectedWarning(loaded, finished);
	if (heavy !== null) onWarning?.(heavy);
	return { finished, cacheDir, ledgers, loaded, kept: keptUnits(cacheDir, finished) };
}

/** Each thread would else let its heap grow to several times what is in it: two gigabytes in place of one, for no time gained. */
export function boundHeaps(): void {
	setFlagsFromString('--heap-growing-percent=50');
}

export function cacheOf({ outDir, cache }: Pick<BuildPlaces, 'outDir' | 'cache'>): string {
	return path.resolve(cache ?? workshop('kept', path.resolve(outDir)));
}

/** Where analysed agreements lie in the cache of a build. */
export function shelfIn(cacheDir: string): Shelf {
	return { directory: path.join(cacheDir, 'ledgers'), code: analysisCode() };
}

/** Reads the history and what proves it, of which the cache of a build holds what an earlier one read. */
export function readingIn(cacheDir: string): Reading {
	return {
		history: readHistoryKeptIn(path.join(cacheDir, 'history.json')),
		provenSince: provenSinceKeptIn(cacheDir),
	};
}

/** @throws Fault where there is no such directory */
export function refuseMissing(archive: string): void {
	if (existsSync(archive)) return;
	throw new Fault(
		'there is no such directory',
		archive,
		'Name an archive: ARCHIVE=<directory> npm run build.',
	);
}

async function openArchive(directory: string, cacheDir: string, ledgers: Shelf): Promise<Archive> {
	Object.assign(process.env, { ARCHIVE: directory });
	const archive = await loadArchiveAnew(analyseWith(ledgers), readingIn(cacheDir));
	if (archive.platforms.length + archive.declared.length === 0) {
		throw new Fault(
			'no archive: there is no agreement in its history and no declaration of one',
			directory,
			'An archive holds <Platform>/<Agreement>.md in its git history, or declarations/<Platform>.json.',
		);
	}
	const { SITE } = process.env;
	Object.assign(process.env, { SITE: SITE || archive.collection.site });
	return archive;
}
