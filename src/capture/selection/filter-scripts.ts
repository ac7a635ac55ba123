/**
 * Runs the filters that a collection brings as scripts, in the form of Open Terms Archive's: functions that change the page's document. They
 * are code of the collection's maintainer, run with the rights of the program: only where collection.yml allows it.
 */
import type { CheerioAPI } from 'cheerio';
import type { FilterScripts, Source } from '../../model/declaration.ts';
import { CaptureFault } from '../capture-fault.ts';
import { boundOf, runBounded, type WorkBounds, WorkStopped } from '../isolation/bounded-threads.ts';
import type { FilterResult, FilterTask } from './filter-worker.ts';
import { namedFilters } from './filters.ts';

/** The filters of a large collection take milliseconds; the time is for those that loop without end. */
const bounds: WorkBounds = { time: 20_000, memory: 512 };

/**
 * The page after its filters; null where it asks for none but ours.
 * @param base address that relative links start from
 * @throws CaptureFault `filter-script` where scripts are not allowed, or one is missing or fails
 */
export async function runFilterScripts(
	$: CheerioAPI,
	source: Source,
	base: string,
	scripts: FilterScripts | undefined,
	within = bounds,
): Promise<string | null> {
	const filters = scriptFilters(source);
	if (filters.length === 0) return null;
	if (scripts === undefined) throw notAllowed(filters[0]?.[0] ?? '', source.address);
	const result = await run(taskOf($, source, base, filters, scripts), source.address, within);
	if ('html' in result) return result.html;
	const script = scriptOf(scripts);
	throw new CaptureFault('filter-failed', source.address, { script, said: result.failure });
}

/** @throws CaptureFault where a source asks for filters of the collection */
export function refuseFilterScripts(source: Source): void {
	const [first] = scriptFilters(source);
	if (first !== undefined) throw notAllowed(first[0], source.address);
}

/** Those that are none of the program's own. */
export function scriptFilters({ filters }: Pick<Source, 'filters'>): FilterTask['filters'] {
	return namedFilters(filters).filter(([name]) => name !== 'removeQueryParams');
}

function taskOf(
	$: CheerioAPI,
	source: Source,
	base: string,
	filters: FilterTask['filters'],
	scripts: FilterScripts,
): FilterTask {
	// Filters are written for a document whose links know their whole address.
	for (const link of $('a[href]:not([href^="#"])').get()) {
		const href = $(link).attr('href') ?? '';
		if (URL.canParse(href, base)) $(link).attr('href', new URL(href, base).href);
	}
	const { address, select, remove } = source;
	const context = {
		fetch: address,
		location: address,
		select,
		remove,
		filter: filters.map(([name]) => name),
	};
	const moment = scripts.moment?.getTime() ?? Number.POSITIVE_INFINITY;
	return { html: $.html(), address: base, filters, context, ...scripts, moment };
}

async function run(task: FilterTask, address: string, within: WorkBounds): Promise<FilterResult> {
	const script = scriptOf(task);
	try {
		return (await runBounded(new URL('filter-worker.ts', import.meta.url), task, within)) as FilterResult;
	} catch (error) {
		if (error instanceof WorkStopped)
			throw new CaptureFault(
				'filter-takes-too-much',
				address,
				{ script, bound: boundOf(error, within) },
				error,
			);
		const said = `it could not be run: ${String(error)}`;
		throw new CaptureFault('filter-failed', address, { script, said });
	}
}

function notAllowed(filter: string, address: string): CaptureFault {
	return new CaptureFault('filter-not-allowed', address, { filter });
}

/** The file that is to be mended. */
function scriptOf({ current, past }: Pick<FilterScripts, 'current' | 'past'>): string {
	return current ?? past ?? '';
}
