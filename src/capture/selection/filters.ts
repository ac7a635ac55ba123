/** The filters of a declaration that come with the program; those of the collection are run in filter-scripts.ts. */
import type { CheerioAPI } from 'cheerio';
import type { Filter } from '../../model/declaration.ts';

export function applyFilters($: CheerioAPI, filters: readonly Filter[], base: string): void {
	for (const [name, parameters] of namedFilters(filters))
		if (name === 'removeQueryParams') removeQueryParams($, [parameters ?? []].flat().map(String), base);
}

/** Those that come with the program. */
export function ownFilters(filters: readonly Filter[]): readonly Filter[] {
	return namedFilters(filters)
		.filter(([name]) => name === 'removeQueryParams')
		.map(([name, parameters]) => (parameters === undefined ? name : { [name]: parameters })) as Filter[];
}

/** Each filter's name, and what the declaration gives it. */
export function namedFilters(filters: readonly Filter[]): [name: string, parameters?: unknown][] {
	return filters.flatMap((filter): [string, unknown?][] =>
		typeof filter === 'string' ? [[filter]] : Object.entries(filter),
	);
}

/** Takes parameters that differ at every fetch out of the addresses of links. */
function removeQueryParams($: CheerioAPI, names: readonly string[], base: string): void {
	for (const link of $('a[href]').get()) {
		const href = $(link).attr('href') ?? '';
		if (!URL.canParse(href, base)) continue;
		const url = new URL(href, base);
		const gone = names.filter((name) => url.searchParams.has(name));
		for (const name of gone) url.searchParams.delete(name);
		if (gone.length > 0) $(link).attr('href', url.href);
	}
}
