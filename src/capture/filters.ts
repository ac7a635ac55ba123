/** The filters of a declaration that come with the program. Scripts that a collection brings are never run. */
import type { CheerioAPI } from 'cheerio';
import type { Filter } from '../model/declaration.ts';
import { CaptureFault } from './capture-fault.ts';

/** @throws CaptureFault for a filter that is none of ours */
export function applyFilters($: CheerioAPI, filters: readonly Filter[], base: string, address: string): void {
	for (const [name, parameter] of filters.flatMap(named)) {
		if (name !== 'removeQueryParams') throw unknownFilter(name, address);
		removeQueryParams($, [parameter].flat().map(String), base);
	}
}

function named(filter: Filter): [string, unknown][] {
	return typeof filter === 'string' ? [[filter, []]] : Object.entries(filter);
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

function unknownFilter(name: string, address: string): CaptureFault {
	return new CaptureFault(
		'unsupported',
		`the declaration asks for the filter ${JSON.stringify(name)}; of filters, only removeQueryParams can be used yet`,
		address,
		'Say the same with select and remove, if you can.',
	);
}
