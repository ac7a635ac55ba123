/** Renders the pages of a site that are not as they should be: those of platforms on all cores, those that show the whole archive beside them. */
import type { Archive, Platform } from '../../model/archive.ts';
import { ageKey, dataKey, platformPagesKey } from '../../site/page-keys.ts';
import type { Unit, Units } from '../kept-site.ts';
import type { PageProgram } from '../page-code/page-program.ts';
import type { PartToWrite } from '../search-index/index-plan.ts';
import type { IndexWriter } from '../search-index/write-index.ts';
import { isOfPlatform, wholePlatform, writePage } from './platform-pages.ts';
import { type PlatformTask, renderPlatforms } from './render-platforms.ts';
import type { RenderBrief } from './render-worker.ts';

export interface RenderRequest {
	readonly archive: Archive;
	readonly program: PageProgram;
	/** Equal only where the same data would be rendered alike. */
	readonly rendering: string;
	readonly brief: Omit<RenderBrief, 'surroundings'>;
	readonly kept: Units;
	/** Parts of the search index that are to be written, by their agreements. */
	readonly index: readonly PartToWrite[];
	/** Is given the records of each of these agreements. */
	readonly take: IndexWriter['take'];
}

/** Units by name: a file, the path of an agreement, or the slug of a platform with a slash at its end. */
export async function renderSite(request: RenderRequest): Promise<Map<string, Unit>> {
	const ofPlatforms = renderPagesOf(request.archive.platforms, request);
	const [platforms, single] = await Promise.all([ofPlatforms, renderSinglePages(request)]);
	return new Map([...platforms, ...single]);
}

/** The units of these platforms alone. */
export async function renderPagesOf(
	platforms: readonly Platform[],
	{ archive, rendering, brief, kept, index, take }: Omit<RenderRequest, 'program'>,
): Promise<Map<string, Unit>> {
	const units = new Map<string, Unit>();
	const turns = new Map(index.flatMap(({ agreements }, part) => agreements.map((path) => [path, part])));
	const keys = new Map(platforms.flatMap((platform) => unitKeys(archive, platform, rendering)));
	const isKept = (name: string): boolean => {
		const unit = kept.get(name);
		if (unit?.key !== keys.get(name)) return false;
		units.set(name, unit as Unit);
		return true;
	};
	const tasks = platforms.flatMap((platform): PlatformTask[] => {
		const paths = platform.agreements.map(({ path }) => path);
		const agreements = paths.filter((path) => !isKept(path));
		const whole = !isKept(platformUnit(platform));
		const indexed = paths.filter((path) => turns.has(path));
		// The parts of the index are made one after the other; what is in none can wait.
		const turn = Math.min(index.length, ...indexed.map((path) => turns.get(path) as number));
		const isDone = agreements.length === 0 && !whole && indexed.length === 0;
		return isDone ? [] : [{ platform, agreements, whole, indexed, turn }];
	});
	await renderPlatforms(archive, brief, tasks, (platform, { rendered, documents }) => {
		for (const [path, records] of documents) take(path, records);
		for (const [owner, files] of rendered) {
			const name = owner === wholePlatform ? platformUnit(platform) : owner;
			units.set(name, { key: keys.get(name) as string, files });
		}
	});
	return units;
}

/** No agreement's path ends with a slash. */
function platformUnit({ slug }: Platform): string {
	return `${slug}/`;
}

function unitKeys(archive: Archive, platform: Platform, rendering: string): [string, string][] {
	return [
		[platformUnit(platform), dataKey([rendering, platformPagesKey(archive, platform)])],
		...platform.agreements.map((agreement): [string, string] => [
			agreement.path,
			dataKey([rendering, ageKey(archive, platform, agreement)]),
		]),
	];
}

/** Pages that show the whole archive, each a unit by itself; one without a key shows more of the archive than a key could hold. */
async function renderSinglePages({
	program,
	rendering,
	brief,
	kept,
}: RenderRequest): Promise<Map<string, Unit>> {
	const units = new Map<string, Unit>();
	for (const component of program.components.filter((each) => !isOfPlatform(each))) {
		for (const page of await program.pathsOf(component)) {
			const { file } = page;
			const known = kept.get(file);
			const key = page.key === null ? null : dataKey([rendering, page.key]);
			if (known !== undefined && known.key === key) units.set(file, known);
			else {
				writePage(brief.outDir, page, await program.render(page));
				units.set(file, { key: key ?? unkeyed, files: [file] });
			}
		}
	}
	return units;
}

const unkeyed = '';
