/** What a built site weighs: as a whole, and as one page on its way to a reader. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../../src/build/site-files.ts';

/** All in bytes. */
export interface SiteWeight {
	readonly pages: number;
	readonly files: number;
	readonly raw: number;
	/** A page's own HTML, gzipped: middle page and the one that 95 of 100 pages do not pass. */
	readonly p50: number;
	readonly p95: number;
	/** Style and script files that pages share, gzipped; without the search index. */
	readonly shared: number;
}

export async function weighSite(directory: string): Promise<SiteWeight> {
	const files = listFiles(directory);
	const pages: number[] = [];
	let [raw, shared] = [0, 0];
	for (const name of files) {
		const file = path.join(directory, name);
		raw += (await stat(file)).size;
		if (name.endsWith('.html')) pages.push(gzipSync(await readFile(file)).length);
		else if (/\.(css|js)$/.test(name) && !name.startsWith('pagefind/'))
			shared += gzipSync(await readFile(file)).length;
	}
	pages.sort((one, other) => one - other);
	return {
		pages: pages.length,
		files: files.length,
		raw,
		p50: quantile(pages, 0.5),
		p95: quantile(pages, 0.95),
		shared,
	};
}

/** The smallest value that at least `share` of the sorted values do not pass; 0 of none. */
export function quantile(sorted: readonly number[], share: number): number {
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
