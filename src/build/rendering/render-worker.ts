/** A thread that renders the pages of one platform after the other, with the compiled pages, and writes each where the site has it. */
import { parentPort, workerData } from 'node:worker_threads';
import { ledgerOf, type Shelf } from '../../load/ledger-cache.ts';
import { shareArchive } from '../../load/load-archive.ts';
import { archiveOfPart, type PlatformPart, type Surroundings } from '../../load/platform-part.ts';
import type { Platform } from '../../model/archive.ts';
import type { Ledger } from '../../model/ledger.ts';
import { type IndexDocument, indexDocuments } from '../../site/search/search-records.ts';
import { loadPageProgram, type PageProgram, type SitePath } from '../page-code/page-program.ts';
import { agreementsAt, isOfPlatform, ownerOn, wholePlatform, writePage } from './platform-pages.ts';

/** What a thread begins with. */
export interface RenderBrief {
	/** Of the compiled pages. */
	readonly code: string;
	readonly surroundings: Surroundings;
	/** Where the ledgers lie. */
	readonly shelf: Shelf;
	readonly outDir: string;
	/** Whether records go into the large parts of the index. */
	readonly indexesBase: boolean;
}

/** What is to be rendered of a platform. */
export interface RenderTask {
	readonly part: PlatformPart;
	/** Paths of agreements whose pages are wanted. */
	readonly agreements: readonly string[];
	/** Topics, by id, on which its pages are. */
	readonly topics: readonly string[];
	/** Whether the pages that belong to no single agreement or topic are. */
	readonly whole: boolean;
	/** Paths of agreements that are to be indexed. */
	readonly indexed: readonly string[];
}

/** What was made of a task. */
export interface TaskResult {
	readonly rendered: Rendered;
	/** Path of an agreement → its records. */
	readonly documents: ReadonlyMap<string, readonly IndexDocument[]>;
}

/** Path of an agreement, or the name of what other pages of the platform belong to (`platform-pages.ts`) → files. */
export type Rendered = ReadonlyMap<string, readonly string[]>;

/** What a thread answers to a task: what it wrote, or which page failed how. */
export type RenderAnswer = TaskResult | { readonly failed: string };

async function renderTask(
	program: PageProgram,
	brief: RenderBrief,
	{ part, agreements, topics, whole, indexed }: RenderTask,
): Promise<TaskResult> {
	const archive = archiveOfPart(brief.surroundings, part, ledgersOn(brief.shelf));
	const [platform] = archive.platforms as readonly [Platform];
	shareArchive(archive);
	program.forget();
	const isWanted = agreements.length + topics.length > 0 || whole;
	const pages = isWanted ? await pagesOf(program, platform) : new Map<string, SitePath[]>();
	const rendered = new Map<string, string[]>();
	const documents = new Map<string, readonly IndexDocument[]>();
	const render = async (owner: string): Promise<void> => {
		const own = pages.get(owner) ?? [];
		for (const page of own) writePage(brief.outDir, page, await renderNamed(program, page));
		rendered.set(
			owner,
			own.map(({ file }) => file),
		);
	};
	const [wanted, found] = [new Set(agreements), new Set(indexed)];
	for (const agreement of platform.agreements) {
		const { path } = agreement;
		if (wanted.has(path)) await render(path);
		if (found.has(path))
			documents.set(path, indexDocuments(platform, agreement, archive.latest ?? '', brief.indexesBase));
	}
	for (const topic of topics) await render(ownerOn(topic));
	if (whole) await render(wholePlatform);
	return { rendered, documents };
}

/** Asked for the same one many times in a row. */
function ledgersOn(shelf: Shelf): Parameters<typeof archiveOfPart>[2] {
	let last: { readonly file: string; readonly ledger: Ledger } | null = null;
	return ({ path: file, versions }) => {
		if (last?.file !== file) last = { file, ledger: ledgerOf(shelf, { file, versions }) };
		return last.ledger;
	};
}

/** By agreement, so that each ledger is unpacked once. */
async function pagesOf(program: PageProgram, platform: Platform): Promise<Map<string, SitePath[]>> {
	const owners = agreementsAt(platform);
	const pages = new Map<string, SitePath[]>();
	for (const component of program.components.filter(isOfPlatform)) {
		for (const page of await program.pathsOf(component)) {
			const owner = ownerOf(page, owners);
			const own = pages.get(owner);
			if (own === undefined) pages.set(owner, [page]);
			else own.push(page);
		}
	}
	return pages;
}

function ownerOf({ params }: SitePath, agreements: ReadonlyMap<string, string>): string {
	const { platform, agreement, topic } = params;
	if (topic !== undefined) return ownerOn(topic);
	return agreements.get(`${platform}/${agreement}`) ?? wholePlatform;
}

async function renderNamed(program: PageProgram, page: SitePath): Promise<Uint8Array> {
	try {
		return await program.render(page);
	} catch (error) {
		throw new Error(`${page.file} (${page.component})`, { cause: error });
	}
}

if (parentPort !== null) {
	const port = parentPort;
	const brief = workerData as RenderBrief;
	const program = loadPageProgram(brief.code);
	// The pages of one platform after those of another: they share the archive of the thread.
	let before = Promise.resolve();
	port.on('message', (task: RenderTask) => {
		before = before.then(async () => port.postMessage(await answerTo(await program, brief, task)));
	});
}

async function answerTo(program: PageProgram, brief: RenderBrief, task: RenderTask): Promise<RenderAnswer> {
	try {
		return await renderTask(program, brief, task);
	} catch (error) {
		const { message, cause } = error as Error;
		const reason = cause instanceof Error ? (cause.stack ?? cause.message) : '';
		return { failed: `${message}\n${reason}` };
	}
}
