/** Builds the site of an archive: read, analyse, render, index. */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shelfFor } from '../load/ledger-cache.ts';
import { declarationFaults, shareArchive } from '../load/load-archive.ts';
import type { Archive, ReadReport } from '../model/archive.ts';
import { basePath } from '../site/addresses/urls.ts';
import { partsFile } from '../site/search/index-parts.ts';
import { type BegunBuild, type BuildPlaces, beginBuild } from './begin-build.ts';
import { workshop } from './build-places.ts';
import { newestRedlines } from './kept-redlines.ts';
import { keepUnits, putInPlace, type Unit, type Units } from './kept-site.ts';
import { pageCode, programFolder, renderingCode } from './page-code/page-code.ts';
import { loadPageProgram } from './page-code/page-program.ts';
import { renderSite } from './rendering/render-site.ts';
import {
	baseUnit,
	deltaUnit,
	type IndexPlan,
	keepBase,
	planIndex,
	restOfPlan,
} from './search-index/index-plan.ts';
import { indexFolder, startIndex } from './search-index/write-index.ts';
import { type LeftPages, noPages, readPages, takePages } from './shards/left-pages.ts';
import { listFiles } from './site-files.ts';
import { bytesOf, type KindWeight, weighSite } from './site-weight.ts';
import { weightWarning } from './weight-advice.ts';

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
	/** By kinds of files. */
	readonly weight: readonly KindWeight[];
	/** What is wrong with declarations: the site is built of the others, and of all that is recorded. Last, where it nears what a host takes. */
	readonly warnings: readonly string[];
}

/**
 * Sets ARCHIVE and, where nobody has, SITE.
 * @throws Fault where `archive` is none, its history is cut, `outDir` holds something else, or of `shards` one is missing or of another commit
 */
export async function buildSite(request: BuildPlaces): Promise<BuildReport> {
	performance.clearMeasures();
	const begun = await beginBuild(request);
	const { finished, cacheDir, loaded, kept } = begun;
	const unfinished = workshop('site', finished);
	await rm(unfinished, { recursive: true, force: true });
	const rendering = await renderingCode();
	const { shards } = request;
	const left =
		shards === undefined ? noPages : await readPages(shards, { commit: loaded.head, code: rendering });
	const plan = restOfPlan(planIndex(loaded, cacheDir, kept, left.of), left.units);
	const work = { begun, rendering, left, plan, outDir: unfinished };
	const { units, records } = await timed('render', () => render(work));
	await takePages(left, units, unfinished);
	const made = listFiles(unfinished).filter(isPage).length;
	const isUpdate = [...units].some(([name, unit]) => kept.get(name) === unit);
	await putInPlace(finished, unfinished, units, isUpdate);
	await keepUnits(cacheDir, finished, units);
	await keepBase(cacheDir, plan);
	const files = [...units.values()].flatMap(({ files }) => files);
	return {
		outDir: finished,
		base: basePath(),
		milliseconds: measured(),
		pages: files.filter(isPage).length,
		rendered: made,
		searchRecords: records + left.records,
		read: loaded.report,
		...(await weighed(begun, files, request.archive)),
	};
}

/** How heavy the site came out, and what a person should know of that and of the declarations. */
async function weighed(
	{ loaded, finished }: BegunBuild,
	files: readonly string[],
	archive: string,
): Promise<Pick<BuildReport, 'weight' | 'warnings'>> {
	const weight = weighSite(loaded, finished, files);
	const heavy = weightWarning(loaded, finished, bytesOf(weight)) ?? [];
	const faults = await declarationFaults(path.resolve(archive));
	return { weight, warnings: faults.concat(heavy).map(({ message }) => message) };
}

function isPage(file: string): boolean {
	return file.endsWith('.html');
}

interface RenderWork {
	readonly begun: BegunBuild;
	readonly rendering: string;
	readonly left: LeftPages;
	readonly plan: IndexPlan;
	readonly outDir: string;
}

/** Compiles the pages where their code is new, renders what neither the site has as it should be nor a shard made, and indexes it meanwhile. */
async function render({
	begun: { loaded, cacheDir, ledgers, kept },
	rendering,
	left,
	plan,
	outDir,
}: RenderWork): Promise<{ readonly units: Units; readonly records: number }> {
	const index = startIndex(path.join(outDir, indexFolder), plan.write);
	try {
		const redlines = await newestRedlines(loaded, cacheDir, rendering);
		const archive: Archive = { ...loaded, redlines };
		shareArchive(archive);
		const code = await pageCode(archive, rendering);
		const program = await loadPageProgram(code);
		const shelf = shelfFor(ledgers, archive.topics);
		const brief = { code, shelf, outDir, indexesBase: plan.isWhole };
		const ready = new Map([...kept, ...left.units]);
		const asked = { archive, program, rendering, brief, kept: ready, index: plan.write, take: index.take };
		const units = await renderSite(asked);
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
	const written = write.length === 0 ? [] : listFiles(directory);
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
	const files = listFiles(code).filter((file) => !file.startsWith(`${programFolder}/`));
	for (const file of files) {
		await mkdir(path.dirname(path.join(outDir, file)), { recursive: true });
		await copyFile(path.join(code, file), path.join(outDir, file));
	}
	return { key: code, files };
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
