/** Builds the site of an archive: read, analyse, render, index. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { analyseWith } from '../load/analyse-in-parallel.ts';
import { readHistoryKeptIn } from '../load/kept-history.ts';
import { analysisCode, type Shelf, shelfFor } from '../load/ledger-cache.ts';
import { declarationFaults, loadArchiveAnew, shareArchive } from '../load/load-archive.ts';
import type { Archive, ReadReport } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import { root } from '../root.ts';
import { basePath } from '../site/addresses/urls.ts';
import { partsFile } from '../site/search/index-parts.ts';
import { newestRedlines } from './kept-redlines.ts';
import { keepUnits, keptUnits, putInPlace, type Unit, type Units } from './kept-site.ts';
import { pageCode, programFolder, renderingCode } from './page-code/page-code.ts';
import { loadPageProgram } from './page-code/page-program.ts';
import { renderSite } from './rendering/render-site.ts';
import { baseUnit, deltaUnit, type IndexPlan, keepBase, planIndex } from './search-index/index-plan.ts';
import { type IndexWriter, startIndex } from './search-index/write-index.ts';
import { listFiles } from './site-files.ts';

export interface BuildRequest {
	/** A collection, or a repository of versions. */
	readonly archive: string;
	/** Where the site goes. What the last build with this cache left there and is still so stays; all else is replaced once the new is made. */
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
	/** Of these, the ones that did not stand there already. */
	readonly rendered: number;
	/** That were written to the search index. */
	readonly searchRecords: number;
	readonly read: ReadReport;
	/** What is wrong with declarations: the site is built of the others, and of all that is recorded. */
	readonly warnings: readonly string[];
}

/**
 * Sets ARCHIVE and, where nobody has, SITE: the pages are compiled by a process and rendered in threads of this one, and take both from there.
 * @throws Fault where `archive` is none, its history is cut, or `outDir` holds something else
 */
export async function buildSite({ archive, outDir, cache }: BuildRequest): Promise<BuildReport> {
	performance.clearMeasures();
	// Each thread would else let its heap grow to several times what is in it: two gigabytes in place of one, for no time gained.
	setFlagsFromString('--heap-growing-percent=50');
	const finished = path.resolve(outDir);
	await refuseForeign(finished);
	const unfinished = workshop('site', finished);
	await rm(unfinished, { recursive: true, force: true });
	const cacheDir = path.resolve(cache ?? workshop('kept', finished));
	const warnings = await declarationFaults(path.resolve(archive));
	const ledgers = { directory: path.join(cacheDir, 'ledgers'), code: analysisCode() };
	const readHistory = readHistoryKeptIn(path.join(cacheDir, 'history.json'));
	const loaded = await load(path.resolve(archive), () => loadArchiveAnew(analyseWith(ledgers), readHistory));
	const kept = keptUnits(cacheDir, finished);
	const plan = planIndex(loaded, cacheDir, kept);
	const index = startIndex(path.join(unfinished, indexFolder), plan.write);
	const { units, records } = await timed('render', () =>
		render(loaded, { outDir: unfinished, cacheDir, ledgers, kept, plan, index }),
	);
	const made = (await listFiles(unfinished)).filter(isPage).length;
	const isUpdate = [...units].some(([name, unit]) => kept.get(name) === unit);
	await putInPlace(finished, unfinished, units, isUpdate);
	await keepUnits(cacheDir, finished, units);
	await keepBase(cacheDir, plan);
	return {
		outDir: finished,
		base: basePath(),
		milliseconds: measured(),
		pages: [...units.values()].flatMap(({ files }) => files).filter(isPage).length,
		rendered: made,
		searchRecords: records,
		read: loaded.report,
		warnings: warnings.map(({ message }) => message),
	};
}

const indexFolder = 'pagefind';

function isPage(file: string): boolean {
	return file.endsWith('.html');
}

interface RenderWork {
	readonly outDir: string;
	readonly cacheDir: string;
	readonly ledgers: Shelf;
	readonly kept: Units;
	readonly plan: IndexPlan;
	readonly index: IndexWriter;
}

/** Compiles the pages where their code is new, renders what the site does not have as it should be, and indexes it meanwhile. */
async function render(
	loaded: Archive,
	{ outDir, cacheDir, ledgers, kept, plan, index }: RenderWork,
): Promise<{ readonly units: Units; readonly records: number }> {
	try {
		const rendering = await renderingCode();
		const redlines = await newestRedlines(loaded, cacheDir, rendering);
		const archive = { ...loaded, redlines };
		shareArchive(archive);
		const code = await pageCode(archive, rendering);
		const program = await loadPageProgram(code);
		const shelf = shelfFor(ledgers, archive.topics);
		const brief = { code, shelf, outDir, indexesBase: plan.isWhole };
		const { take } = index;
		const units = await renderSite({ archive, program, rendering, brief, kept, index: plan.write, take });
		const records = await timed('index', () => index.written);
		const assets = kept.get('assets');
		units.set('assets', assets?.key === code ? assets : await copyAssets(code, outDir));
		return { units: new Map([...units, ...(await indexUnits(outDir, plan))]), records };
	} finally {
		await index.stop();
	}
}

/** The index as it stands after this build, and the file that tells the browser of its parts. */
async function indexUnits(outDir: string, { keep, keys, parts, write, isWhole }: IndexPlan): Promise<Units> {
	const directory = path.join(outDir, indexFolder);
	const written = write.length === 0 ? [] : await listFiles(directory);
	const files = written.map((file) => `${indexFolder}/${file}`);
	const list = `${indexFolder}/${partsFile}`;
	await mkdir(directory, { recursive: true });
	await writeFile(path.join(outDir, list), JSON.stringify(parts));
	const units = new Map([...keep, [list, { key: '', files: [list] }]]);
	if (isWhole) return units.set(baseUnit, { key: keys.base, files });
	return write.length === 0 ? units : units.set(deltaUnit, { key: keys.delta, files });
}

/** Scripts, styles, and files that lie beside the pages' sources. */
async function copyAssets(code: string, outDir: string): Promise<Unit> {
	const files = (await listFiles(code)).filter((file) => !file.startsWith(`${programFolder}/`));
	for (const file of files) {
		await mkdir(path.dirname(path.join(outDir, file)), { recursive: true });
		await copyFile(path.join(code, file), path.join(outDir, file));
	}
	return { key: code, files };
}

async function load(directory: string, read: () => Promise<Archive>): Promise<Archive> {
	if (!existsSync(directory)) {
		throw new Fault(
			'there is no such directory',
			directory,
			'Name an archive: ARCHIVE=<directory> npm run build.',
		);
	}
	Object.assign(process.env, { ARCHIVE: directory });
	const archive = await read();
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

/** Where what a build makes stands until it is complete: a place of its own for each finished site. */
function workshop(name: string, finished: string): string {
	const mark = createHash('sha256').update(finished).digest('hex').slice(0, 12);
	return path.join(root, '.astro', `${name}-${mark}`);
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
