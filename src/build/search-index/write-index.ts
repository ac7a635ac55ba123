/**
 * Writes the search index with Pagefind while records come in. On an archive of 877 agreements (42,632 versions): 4,916 records of 62 million
 * characters, 0.74 GB in the indexer, 44 MB on disk. As one part it takes 2.3 GB and a quarter more time.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { Fault } from '../../model/fault.ts';
import type { IndexDocument } from '../../site/search/search-records.ts';
import type { PartToWrite } from './index-plan.ts';

/** Of the index, in a site. */
export const indexFolder = 'pagefind';

/** Records given to Pagefind at a time: it works on all cores, and each waits in memory until it is read. */
const inFlight = 16;

/** Pagefind's own interfaces, which the site does not use; half a megabyte. */
const unused =
	'pagefind-component-ui.css pagefind-component-ui.js pagefind-highlight.js pagefind-modular-ui.css pagefind-modular-ui.js pagefind-ui.css pagefind-ui.js wasm.unknown.pagefind'.split(
		' ',
	);
/** What every part would bring again; the browser takes them from the first. */
const shared = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'];

export interface IndexWriter {
	/** Records of one agreement, which may be none. Each agreement of a part must be given once. */
	take(agreement: string, documents: readonly IndexDocument[]): void;
	/** Number of records, once all parts are written. */
	readonly written: Promise<number>;
	/** Ends the indexer where not all will be given. */
	stop(): Promise<unknown>;
}

/**
 * One part after the other, the indexer ended after each: it gives no memory back before. Give the agreements of a part together: those of
 * a later one wait in memory.
 * @param directory of the index
 */
export function startIndex(directory: string, parts: readonly PartToWrite[]): IndexWriter {
	const queues = parts.map(({ agreements }) => documentQueue(agreements.length));
	const queueOf = new Map(
		parts.flatMap(({ agreements }, at) => agreements.map((file) => [file, queues[at]])),
	);
	const written = writeParts(directory, parts, queues);
	// Looked at when awaited; until then a failure must not count as unhandled.
	written.catch(() => {});
	return {
		take: (agreement, documents) => queueOf.get(agreement)?.put(documents),
		written,
		stop: close,
	};
}

async function writeParts(
	directory: string,
	parts: readonly PartToWrite[],
	queues: readonly DocumentQueue[],
): Promise<number> {
	let count = 0;
	for (const [at, { folder }] of parts.entries()) {
		const place = path.join(directory, folder);
		count += await writePart((queues[at] as DocumentQueue).documents(), place);
		await remove(place, folder === '' ? unused : [...unused, ...shared]);
	}
	return count;
}

interface DocumentQueue {
	put(documents: readonly IndexDocument[]): void;
	/** Ends when as many agreements as were announced are through. */
	documents(): AsyncGenerator<IndexDocument>;
}

function documentQueue(agreements: number): DocumentQueue {
	const waiting: (readonly IndexDocument[])[] = [];
	let wake = (): void => {};
	return {
		put(documents) {
			waiting.push(documents);
			wake();
		},
		async *documents() {
			for (let taken = 0; taken < agreements; taken++) {
				while (waiting.length === 0)
					await new Promise<void>((resolve) => {
						wake = resolve;
					});
				yield* waiting.shift() ?? [];
			}
		},
	};
}

/** One index for all languages: Pagefind would else split it by language and search only the page's own. */
async function writePart(documents: AsyncGenerator<IndexDocument>, outputPath: string): Promise<number> {
	let index: PagefindIndex | undefined;
	let count = 0;
	try {
		const inside = new Set<Promise<void>>();
		for await (const document of documents) {
			index ??= await openIndex(outputPath);
			if (inside.size >= inFlight) await Promise.race(inside);
			const adding = add(index, document, outputPath).then(() => void inside.delete(adding));
			inside.add(adding);
			count++;
		}
		await Promise.all(inside);
		const written = await (index ?? (await openIndex(outputPath))).writeFiles({ outputPath });
		if (written.errors.length > 0) throw indexFault(written.errors, outputPath);
		return count;
	} finally {
		await close();
	}
}

async function openIndex(outputPath: string): Promise<PagefindIndex> {
	const { index, errors } = await createIndex({ forceLanguage: 'en' });
	if (index === undefined) throw indexFault(errors, outputPath);
	return index;
}

async function add(index: PagefindIndex, { url, content }: IndexDocument, outputPath: string): Promise<void> {
	const { errors } = await index.addHTMLFile({ url, content });
	if (errors.length > 0) throw indexFault(errors, `${outputPath}: ${url}`);
}

async function remove(folder: string, files: readonly string[]): Promise<void> {
	await Promise.all(files.map((file) => rm(path.join(folder, file), { force: true })));
}

function indexFault(errors: readonly string[], where: string): Fault {
	return new Fault(
		`the search index could not be written: ${errors.join('; ')}`,
		where,
		'Run the build again; if it happens again, reinstall with npm install (Pagefind is a program of its own).',
	);
}
