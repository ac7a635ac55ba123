/** Writes the search index of an archive, with Pagefind. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex, type NewFileResponse, type PagefindIndex } from 'pagefind';
import type { Archive } from '../src/model/archive.ts';
import { Fault } from '../src/model/fault.ts';
import { filtersOf, recordHtml, type SearchRecord, searchRecords } from '../src/site/search-records.ts';

/** Records given to Pagefind at a time: it works on all cores, and each waits in memory until it is read. */
const inFlight = 16;

/** Pagefind's own interfaces, which the site does not use; half a megabyte. */
const unused =
	'pagefind-component-ui.css pagefind-component-ui.js pagefind-highlight.js pagefind-modular-ui.css pagefind-modular-ui.js pagefind-ui.css pagefind-ui.js'.split(
		' ',
	);

/**
 * One index for all languages: Pagefind would else split it by language and search only the page's own.
 * @param outputPath directory of the index alone; replaced
 * @returns number of records
 */
export async function writeSearchIndex(archive: Archive, outputPath: string): Promise<number> {
	await rm(outputPath, { recursive: true, force: true });
	try {
		const { index, errors } = await createIndex({ forceLanguage: 'en' });
		if (index === undefined) throw indexFault(errors, outputPath);
		const count = await addRecords(index, searchRecords(archive), outputPath);
		const written = await index.writeFiles({ outputPath });
		if (written.errors.length > 0) throw indexFault(written.errors, outputPath);
		await Promise.all(unused.map((file) => rm(path.join(outputPath, file), { force: true })));
		return count;
	} finally {
		await close();
	}
}

/** Several readers of one iterator: as many records are in flight as there are readers. */
async function addRecords(
	index: PagefindIndex,
	records: Iterator<SearchRecord> & Iterable<SearchRecord>,
	outputPath: string,
): Promise<number> {
	let count = 0;
	const reader = async () => {
		for (let next = records.next(); !next.done; next = records.next()) {
			const { errors } = await addRecord(index, next.value);
			if (errors.length > 0) throw indexFault(errors, `${outputPath}: ${next.value.url}`);
			count++;
		}
	};
	await Promise.all(Array.from({ length: inFlight }, reader));
	return count;
}

function addRecord(index: PagefindIndex, record: SearchRecord): Promise<NewFileResponse> {
	const { url, facts, content } = record;
	if (typeof content !== 'string') return index.addHTMLFile({ url, content: recordHtml(record) });
	return index.addCustomRecord({
		url,
		content,
		language: 'en',
		meta: { ...facts },
		filters: filtersOf(record),
		sort: { date: facts.date },
	});
}

function indexFault(errors: readonly string[], where: string): Fault {
	return new Fault(
		`the search index could not be written: ${errors.join('; ')}`,
		where,
		'Run the build again; if it happens again, reinstall with npm install (Pagefind is a program of its own).',
	);
}
