/** Renders the pages of a site that are not as they should be: those of platforms on all cores, those that show the whole archive beside them. */
import type { Archive, Platform } from '../../model/archive.ts';
import { ageKey, dataKey, onKey, platformPagesKey } from '../../site/page-keys.ts';
import { topicsPaged } from '../../site/page-paths.ts';
import type { Unit, Units } from '../kept-site.ts';
import type { PageProgram } from '../page-code/page-program.ts';
import type { PartToWrite } from '../search-index/index-plan.ts';
import type { IndexWriter } from '../search-index/write-index.ts';
import { isOfPlatform, ownerOn, wholePlatform, writePage } from './platform-pages.ts';
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

/** Units by name: a file, the path of an agreement, the slug of a platform with a slash at its end, or with `/on/` and a topic. */
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
		const topics = topicsPaged(archive, platform)
			.map(({ id }) => id)
			.filter((id) => !isKept(unitName(platform, ownerOn(id))));
		const whole = !isKept(unitName(platform, wholePlatform));
		const indexed = paths.filter((path) => turns.has(path));
		// The parts of the index are made one after the other; what is in none can wait.
		const turn = Math.min(index.length, ...indexed.map((path) => turns.get(path) as number));
		const isDone = agreements.length + topics.length + indexed.length === 0 && !whole;
		return isDone ? [] : [{ platform, agreements, topics, whole, indexed, turn }];
	});
	await renderPlatforms(archive, brief, tasks, (platform, { rendered, documents }) => {
		for (const [path, records] of documents) take(path, records);
		for (const [owner, files] of rendered) {
			const name = unitName(platform, owner);
			units.set(name, { key: keys.get(name) as string, files });
		}
	});
	return units;
}

/** @param owner as the threads name it: the path of an agreement, which never ends with a slash, or what other pages belong to */
function unitName({ slug }: Platform, owner: string): string {
	if (owner === wholePlatform) return `${slug}/`;
	return owner.startsWith('/') ? `${slug}${owner}` : owner;
}

function unitKeys(archive: Archive, platform: Platform, rendering: string): [string, string][] {
	return [
		[unitName(platform, wholePlatform), dataKey([rendering, platformPagesKey(archive, platform)])],
		...topicsPaged(archive, platform).map((topic): [string, string] => [
			unitName(platform, ownerOn(topic.id)),
			dataKey([rendering, onKey(archive, platform, topic)]),
		]),
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
			const { file, key: shown } = page;
			const known = kept.get(file);
			const key = shown === null ? null : dataKey([rendering, shown]);
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
