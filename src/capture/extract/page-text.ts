/** From a fetched page to its text, read in another thread: a page made to hang its reader, or to take all memory, ends as a named fault. */
import { availableParallelism } from 'node:os';
import type { FilterScripts, Source } from '../../model/declaration.ts';
import { isPdf } from '../../model/snapshot-kind.ts';
import { CaptureFault } from '../capture-fault.ts';
import { boundOf, createThreads, type WorkBounds, WorkStopped } from '../isolation/bounded-threads.ts';
import type { FetchedPage } from '../page.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { ownFilters } from '../selection/filters.ts';
import type { PageText } from './extract.ts';
import type { Purpose, ReadingResult, ReadingTask } from './page-text-thread.ts';

/**
 * Real pages take milliseconds, the largest some seconds; filters of a collection may take twenty more. A slow machine needs several times that.
 */
const bounds: WorkBounds = { time: 40_000, memory: 512 };

/** Each holds some 50 MB; a run waits for servers most of the time, and two keep up with two hundred of them. */
const mostThreads = 2;

/** Reads a page within given bounds, and judges its text where that is to be recorded. */
export type PageReader = (
	page: FetchedPage,
	source: Source,
	purpose: Purpose,
	scripts?: FilterScripts,
) => Promise<PageText>;

/** Its threads start when they are needed, serve one page after the other, and end with the program. */
export function createPageReader(within: WorkBounds, threads: number): PageReader {
	const run = createThreads(new URL('page-text-thread.ts', import.meta.url), within, threads);
	return async (page, source, purpose, scripts) => {
		const pdf = isPdf(page.bytes) ? await readPdf(page.bytes, page.address) : null;
		const task = pdf === null ? taskOfHtml(page, source, scripts) : taskOfPdf(pdf.html, page, source);
		const result = (await run({ purpose, ...task } satisfies ReadingTask).catch((error: unknown) => {
			throw stoppedFault(error, within, page.address);
		})) as ReadingResult;
		if ('text' in result)
			return { text: result.text, warnings: [...(pdf?.warnings ?? []), ...result.warnings] };
		const { kind, where, facts, cause } = result.fault;
		throw new CaptureFault(kind, where, facts, cause);
	};
}

const reader = createPageReader(bounds, Math.min(mostThreads, availableParallelism()));

/**
 * The text of an agreement in a page as it was fetched, web page or PDF: Markdown, one sentence a line, a line break at its end;
 * empty where the declared part holds no text.
 * @param scripts the collection's filters, where they are allowed
 * @throws CaptureFault where a selector is wrong or matches nothing, or the page cannot be read
 */
export async function textOfPage(
	page: FetchedPage,
	source: Source,
	scripts?: FilterScripts,
): Promise<string> {
	return (await reader(page, source, 'reading', scripts)).text;
}

/**
 * The same of a page that was captured, with what people see and the text lacks.
 * @throws CaptureFault also where the text cannot be an agreement
 */
export function agreementOfPage(
	page: FetchedPage,
	source: Source,
	scripts?: FilterScripts,
): Promise<PageText> {
	return reader(page, source, 'capture', scripts);
}

type PageTask = Omit<ReadingTask, 'purpose'>;

function taskOfHtml(
	{ address, contentType, html }: FetchedPage,
	source: Source,
	scripts: FilterScripts | undefined,
): PageTask {
	if (source.select.length > 0) return { page: { address, contentType, html }, source, scripts };
	throw new CaptureFault('no-pdf', address, {});
}

/** A PDF has no parts to select from, and no document that scripts of the collection could work on. */
function taskOfPdf(html: string, { address }: FetchedPage, source: Source): PageTask {
	return {
		page: { address, contentType: 'text/html', html: `<main>${html}</main>` },
		source: { ...source, select: ['main'], remove: [], filters: ownFilters(source.filters) },
		scripts: undefined,
	};
}

function stoppedFault(error: unknown, within: WorkBounds, address: string): unknown {
	if (!(error instanceof WorkStopped)) return error;
	return new CaptureFault('page-takes-too-much', address, { bound: boundOf(error, within) }, error);
}

/** Joins the parts of an agreement that is published on several pages, as Open Terms Archive does. */
export function joinParts(texts: readonly string[]): string {
	return texts.join('\n- - -\n\n');
}
