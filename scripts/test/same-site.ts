/** Two built sites are one and the same: every file, but of the search index what it answers. How that is laid out depends on who wrote it, and when. */
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { serveDirectory } from '../../src/build/serve-site.ts';
import { listFiles } from '../../src/build/site-files.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { baseFilter, type IndexParts, sinceFilter } from '../../src/site/search/index-parts.ts';

/** @param base path that both expect to be served under */
export async function assertSameSite(one: string, other: string, base = '/'): Promise<void> {
	const files = await filesBesideIndex(one);
	assert.deepEqual(files, await filesBesideIndex(other));
	assert.deepEqual(await indexedIn(one, base), await indexedIn(other, base));
	for (const file of files) {
		const same = readFileSync(path.join(one, file)).equals(readFileSync(path.join(other, file)));
		assert.ok(same, `${file} differs between ${one} and ${other}`);
	}
}

async function filesBesideIndex(site: string): Promise<string[]> {
	return listFiles(site).filter((file) => !file.startsWith('pagefind/'));
}

/** Of which parts the search index of a site is made. */
export function indexParts(site: string): IndexParts {
	return JSON.parse(readFileSync(path.join(site, 'pagefind', 'parts.json'), 'utf8')) as IndexParts;
}

type Filters = Readonly<Record<string, readonly string[]>>;

/** Filters of a record, whichever part holds it. */
function inAnyPart({ [baseFilter]: large, [sinceFilter]: small, ...filters }: Filters): Filters {
	return { ...filters, agreement: large ?? small ?? [] };
}

/** All records of a site's index, as its search page asks for them. */
async function indexedIn(site: string, base: string): Promise<string[]> {
	// Node takes a module from a folder without a manifest for a script of its own kind only by this ending, and each address once.
	const script = path.join(temporaryFolder(), 'pagefind.mjs');
	cpSync(path.join(site, 'pagefind', 'pagefind.js'), script);
	const serving = await serveDirectory({ directory: site, port: 0, base });
	try {
		const { createInstance } = await import(script);
		const basePath = `${serving.address}pagefind/`;
		const index = createInstance({ basePath });
		const parts = indexParts(site);
		await index.init();
		for (const part of parts.folders) await index.mergeIndex(basePath + part);
		const none = parts.superseded.map((address) => ({ [baseFilter]: address }));
		const { results } = await index.search(null, { filters: { none } });
		const found = await Promise.all(results.map((result: { data(): unknown }) => result.data()));
		return found
			.map(({ url, content, anchors, filters }) =>
				JSON.stringify([
					new URL(url).pathname,
					content,
					anchors.map(({ id }: { id: string }) => id),
					inAnyPart(filters),
				]),
			)
			.sort();
	} finally {
		await serving.close();
	}
}
