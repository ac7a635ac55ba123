/** Builds the site of an archive: read, analyse, render, index. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'astro';
import { analyseWith } from '../load/analyse-in-parallel.ts';
import { analysisCode } from '../load/ledger-cache.ts';
import { declarationFaults, loadArchiveAnew } from '../load/load-archive.ts';
import type { Archive, ReadReport } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import { root } from '../root.ts';
import { basePath, siteAddress } from '../site/addresses/urls.ts';
import { indexCode, writeSearchIndex } from './search-index.ts';
import { listFiles } from './site-files.ts';

export interface BuildRequest {
	/** A collection, or a repository of versions. */
	readonly archive: string;
	/** Where the site goes; replaced as a whole once the new one is complete. */
	readonly outDir: string;
	/** Where the build keeps what the next one may use again; a place of its own for each `outDir` where nobody names one. */
	readonly cache?: string | undefined;
}

export const phases = ['read', 'analyse', 'render', 'index'] as const;
export type Phase = (typeof phases)[number];

export interface BuildReport {
	readonly outDir: string;
	/** Path that the site expects to be served under. */
	readonly base: string;
	readonly milliseconds: Readonly<Record<Phase, number>>;
	readonly pages: number;
	/** Of these, the ones that were not taken over from the last build. */
	readonly rendered: number;
	readonly searchRecords: number;
	readonly read: ReadReport;
	/** What is wrong with declarations: the site is built of the others, and of all that is recorded. */
	readonly warnings: readonly string[];
}

/**
 * Sets ARCHIVE and, where nobody has, SITE: the pages are rendered in this process and take both from there. Another build of the same
 * process needs another `outDir`, for code of pages that was loaded from a place is not loaded from there again.
 * @throws Fault where `archive` is none, its history is cut, or `outDir` holds something else
 */
export async function buildSite({ archive, outDir, cache }: BuildRequest): Promise<BuildReport> {
	performance.clearMeasures();
	const finished = path.resolve(outDir);
	await refuseForeign(finished);
	const unfinished = workshop('site', finished);
	const kept = path.resolve(cache ?? workshop('kept', finished));
	const warnings = await declarationFaults(path.resolve(archive));
	const loaded = await load(path.resolve(archive), path.join(kept, 'ledgers'));
	// Before the pages: the indexer and the renderer each need more than a gigabyte for a large archive, but not at once.
	const searchIndex = `${unfinished}-search`;
	const parts = { directory: path.join(kept, 'search'), code: indexCode() };
	const searchRecords = await timed('index', () => writeSearchIndex(loaded, searchIndex, parts));
	const rendered = await timed('render', () => render(unfinished, kept));
	await rename(searchIndex, path.join(unfinished, 'pagefind'));
	await replace(finished, unfinished);
	return {
		outDir: finished,
		base: basePath(),
		milliseconds: measured(),
		pages: (await pagesIn(finished)).length,
		rendered,
		searchRecords,
		read: loaded.report,
		warnings: warnings.map(({ message }) => message),
	};
}

async function load(directory: string, ledgers: string): Promise<Archive> {
	if (!existsSync(directory)) {
		throw new Fault(
			'there is no such directory',
			directory,
			'Name an archive: ARCHIVE=<directory> npm run build.',
		);
	}
	Object.assign(process.env, { ARCHIVE: directory });
	const archive = await loadArchiveAnew(analyseWith({ directory: ledgers, code: analysisCode() }));
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

/** The build replaces its directory: one that holds anything but a site must not be lost to a slip of the finger. */
async function refuseForeign(directory: string): Promise<void> {
	if (!existsSync(directory) || existsSync(path.join(directory, 'feed.xml'))) return;
	if ((await readdir(directory)).length === 0) return;
	throw new Fault(
		'this directory holds something else than a site, and building would replace it',
		directory,
		'Choose another directory with --out-dir, or empty this one yourself.',
	);
}

/**
 * Where a site stands until it is complete. Astro runs the pages' code from inside its output directory if that is below the working
 * directory, else from one place for all builds: two builds at once would then overwrite each other.
 */
function workshop(name: string, finished: string): string {
	const mark = createHash('sha256').update(finished).digest('hex').slice(0, 12);
	return path.join(root, '.astro', `${name}-${mark}`);
}

/** Moves, or copies where the two are on different disks. */
async function replace(finished: string, unfinished: string): Promise<void> {
	await rm(finished, { recursive: true, force: true });
	await mkdir(path.dirname(finished), { recursive: true });
	try {
		await rename(unfinished, finished);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
		await cp(unfinished, finished, { recursive: true });
		await rm(unfinished, { recursive: true });
	}
}

/**
 * Renders what the last build into this cache did not. Its pages and its list of them fit together only once it is done: after a build
 * that was cut off, all pages are rendered.
 * @returns pages that were rendered, not taken over
 */
async function render(outDir: string, cacheDir: string): Promise<number> {
	const start = Date.now();
	await rm(outDir, { recursive: true, force: true });
	const { origin } = new URL(siteAddress());
	process.chdir(root);
	const mark = path.join(cacheDir, 'unfinished');
	const force = existsSync(mark);
	await mkdir(cacheDir, { recursive: true });
	await writeFile(mark, '');
	await build({ root, outDir, site: origin, base: basePath(), logLevel: 'warn', cacheDir, force });
	await rm(mark);
	return (await pagesIn(outDir)).length - (await keptSince(path.join(cacheDir, 'dist'), start));
}

async function pagesIn(directory: string): Promise<string[]> {
	return (await listFiles(directory)).filter((file) => file.endsWith('.html'));
}

/** Pages that Astro keeps for the next build and did not write in this one. */
async function keptSince(directory: string, start: number): Promise<number> {
	if (!existsSync(directory)) return 0;
	const times = (await pagesIn(directory)).map((file) => statSync(path.join(directory, file)).mtimeMs);
	return times.filter((time) => time < start).length;
}

async function timed<Value>(phase: Phase, work: () => Promise<Value>): Promise<Value> {
	const start = performance.now();
	const value = await work();
	performance.measure(`clausetrail:${phase}`, { start });
	return value;
}

/** The loading module measures its own two phases under the same names. */
function measured(): Record<Phase, number> {
	const of = (phase: Phase) =>
		performance.getEntriesByName(`clausetrail:${phase}`).reduce((sum, entry) => sum + entry.duration, 0);
	return { read: of('read'), analyse: of('analyse'), render: of('render'), index: of('index') };
}
