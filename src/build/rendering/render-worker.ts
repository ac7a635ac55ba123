/** A thread that renders the pages of one platform after the other, with the compiled pages, and writes each where the site has it. */
import { parentPort, workerData } from 'node:worker_threads';
import { ledgerOf, type Shelf } from '../../load/ledger-cache.ts';
import { shareArchive } from '../../load/load-archive.ts';
import { archiveOfPart, type PlatformPart, type Surroundings } from '../../load/platform-part.ts';
import type { Ledger } from '../../model/ledger.ts';
import { loadPageProgram, type PageProgram, type SitePath } from '../page-code/page-program.ts';
import { agreementsAt, isOfPlatform, wholePlatform, writePage } from './platform-pages.ts';

/** What a thread begins with. */
export interface RenderBrief {
	/** Of the compiled pages. */
	readonly code: string;
	readonly surroundings: Surroundings;
	/** Where the ledgers lie. */
	readonly shelf: Shelf;
	readonly outDir: string;
}

/** What is to be rendered of a platform. */
export interface RenderTask {
	readonly part: PlatformPart;
	/** Paths of agreements whose pages are wanted. */
	readonly agreements: readonly string[];
	/** Whether the pages that belong to no single agreement are. */
	readonly whole: boolean;
}

/** Path of an agreement, or the name of what the platform's other pages belong to → files. */
export type Rendered = ReadonlyMap<string, readonly string[]>;

/** What a thread answers to a task: what it wrote, or which page failed how. */
export type RenderAnswer = { readonly rendered: Rendered } | { readonly failed: string };

async function renderTask(
	program: PageProgram,
	{ surroundings, shelf, outDir }: RenderBrief,
	{ part, agreements, whole }: RenderTask,
): Promise<Rendered> {
	shareArchive(archiveOfPart(surroundings, part, ledgersOn(shelf)));
	program.forget();
	const wanted = new Set(whole ? [...agreements, wholePlatform] : agreements);
	const pages = await pagesOf(program, part);
	const rendered = new Map<string, string[]>();
	for (const [owner, own] of pages) {
		if (!wanted.has(owner)) continue;
		for (const page of own) writePage(outDir, page, await renderNamed(program, page));
		rendered.set(
			owner,
			own.map(({ file }) => file),
		);
	}
	return rendered;
}

/** Asked for the same one many times in a row. */
function ledgersOn(shelf: Shelf): Parameters<typeof archiveOfPart>[2] {
	let last: { readonly file: string; readonly ledger: Ledger } | null = null;
	return ({ path: file, versions }) => {
		if (last?.file !== file) last = { file, ledger: ledgerOf(shelf, { file, versions }) };
		return last.ledger;
	};
}

/** By agreement, so that each ledger is unpacked once; those of the platform itself last. */
async function pagesOf(program: PageProgram, { platform }: PlatformPart): Promise<Map<string, SitePath[]>> {
	const owners = agreementsAt(platform);
	const pages = new Map<string, SitePath[]>([...owners.values(), wholePlatform].map((owner) => [owner, []]));
	for (const component of program.components.filter(isOfPlatform)) {
		for (const page of await program.pathsOf(component)) {
			const { platform, agreement } = page.params;
			const owner = agreement === undefined ? wholePlatform : owners.get(`${platform}/${agreement}`);
			pages.get(owner ?? wholePlatform)?.push(page);
		}
	}
	return pages;
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
		return { rendered: await renderTask(program, brief, task) };
	} catch (error) {
		const { message, cause } = error as Error;
		const reason = cause instanceof Error ? (cause.stack ?? cause.message) : '';
		return { failed: `${message}\n${reason}` };
	}
}
