/** Filters that declarations name and no script brings: without them a page is captured at no time. */
import { readFile } from 'node:fs/promises';
import { scriptFilters } from '../capture/selection/filter-scripts.ts';
import type { DeclaredAgreement, FilterScripts } from '../model/declaration.ts';

/** A remark for each agreement. The scripts are read and not run: who looks through a collection trusts nobody yet. */
export async function missingFilters(declarations: readonly DeclaredAgreement[]): Promise<string[]> {
	const told = await Promise.all(
		declarations.map(async ({ platform, agreement, sources, filterScripts, retired }) => {
			const named = new Set(sources.flatMap(scriptFilters).map(([name]) => name));
			if (named.size === 0 || retired !== undefined) return [];
			const brought = new Set((await textOf(filterScripts)).split(/[^\p{L}\p{N}_$]+/u));
			const missing = [...named].filter((name) => !brought.has(name));
			if (missing.length === 0) return [];
			const names = missing.map((name) => JSON.stringify(name)).join(', ');
			const reason =
				filterScripts === undefined
					? 'collection.yml does not allow scripts (filterScripts), or there is none for this platform'
					: `declarations/${platform}.filters.js has none of that name`;
			return [
				`declarations/${platform}.json: ${agreement}: it is captured at no time: it asks for ${names}, none of the program's own filters, and ${reason}`,
			];
		}),
	);
	return told.flat();
}

async function textOf(scripts: FilterScripts | undefined): Promise<string> {
	const files = [scripts?.current ?? null, scripts?.past ?? null].filter((file) => file !== null);
	return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}
