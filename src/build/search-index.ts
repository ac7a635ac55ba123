/**
 * Writes the search index of an archive, with Pagefind. On an archive of 877 agreements (42,632 versions): 4,916 records of 62 million
 * characters, 0.74 GB in the indexer, 44 MB on disk. As one part it takes 2.3 GB and a quarter more time.
 */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { codeHash } from '../code-hash.ts';
import type { Archive } from '../model/archive.ts';
import { Fault } from '../model/fault.ts';
import { recordHtml, type SearchRecord, searchRecords } from '../site/search/search-records.ts';
import { searchShards, shardFolder } from '../site/search/search-shards.ts';
import { type KeptParts, keepPart, partName, sweepParts, takePart } from './index-cache.ts';

/** Records given to Pagefind at a time: it works on all cores, and each waits in memory until it is read. */
const inFlight = 16;

/** Pagefind's own interfaces, which the site does not use; half a megabyte. */
const unused =
	'pagefind-component-ui.css pagefind-component-ui.js pagefind-highlight.js pagefind-modular-ui.css pagefind-modular-ui.js pagefind-ui.css pagefind-ui.js wasm.unknown.pagefind'.split(
		' ',
	);
/** What every part would bring again; the browser takes them from the first. */
const shared = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'];

/** Everything that decides what the index of given agreements is. */
export function indexCode(): string {
	return codeHash([
		'src/analysis',
		'src/model',
		'src/text',
		'src/load',
		'src/site',
		'src/build/search-index.ts',
	]);
}

/**
 * One part after the other, the indexer ended after each: it gives no memory back before. Parts of which nothing changed are taken from
 * what was kept.
 * @param outputPath directory of the index alone; replaced
 * @returns number of records
 */
export async function writeSearchIndex(
	archive: Archive,
	outputPath: string,
	kept: KeptParts,
): Promise<number> {
	await rm(outputPath, { recursive: true, force: true });
	const names: string[] = [];
	let count = 0;
	for (const [shard, platforms] of searchShards(archive).entries()) {
		const name = `${shard}-${partName(kept, archive, platforms)}`;
		const folder = path.join(outputPath, shardFolder(shard));
		names.push(name);
		const taken = await takePart(kept, name, folder);
		count += taken ?? (await makePart({ ...archive, platforms }, shard, folder, { ...kept, name }));
	}
	await sweepParts(kept, names);
	return count;
}

async function makePart(
	part: Archive,
	shard: number,
	folder: string,
	kept: KeptParts & { readonly name: string },
): Promise<number> {
	const count = await writeShard(searchRecords(part), folder);
	await remove(folder, shard === 0 ? unused : [...unused, ...shared]);
	await keepPart(kept, kept.name, folder, count);
	return count;
}

/** One index for all languages: Pagefind would else split it by language and search only the page's own. */
async function writeShard(records: Generator<SearchRecord>, outputPath: string): Promise<number> {
	try {
		const { index, errors } = await createIndex({ forceLanguage: 'en' });
		if (index === undefined) throw indexFault(errors, outputPath);
		const count = await addRecords(index, records, outputPath);
		const written = await index.writeFiles({ outputPath });
		if (written.errors.length > 0) throw indexFault(written.errors, outputPath);
		return count;
	} finally {
		await close();
	}
}

/** Several readers of one iterator: as many records are in flight as there are readers. */
async function addRecords(
	index: PagefindIndex,
	records: Generator<SearchRecord>,
	outputPath: string,
): Promise<number> {
	let count = 0;
	const reader = async () => {
		for (let next = records.next(); !next.done; next = records.next()) {
			const { url } = next.value;
			const { errors } = await index.addHTMLFile({ url, content: recordHtml(next.value) });
			if (errors.length > 0) throw indexFault(errors, `${outputPath}: ${url}`);
			count++;
		}
	};
	await Promise.all(Array.from({ length: inFlight }, reader));
	return count;
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
