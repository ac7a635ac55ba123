/** From a fetched page to the text of the agreement in it. */
import * as cheerio from 'cheerio';
import type { FilterScripts, Source } from '../../model/declaration.ts';
import { CaptureFault } from '../capture-fault.ts';
import { parseContentType } from '../http/content-type.ts';
import { cleanPage } from '../markdown/clean-page.ts';
import { htmlToMarkdown } from '../markdown/html-to-markdown.ts';
import { noteCounters } from '../markdown/page-counters.ts';
import { noteStyles } from '../markdown/page-styles.ts';
import { openUnscripted } from '../markdown/seen-fields.ts';
import { breakSentences } from '../markdown/sentence-lines.ts';
import type { PageMarkup } from '../page.ts';
import { boundDepth, elementsNamed } from '../selection/dom.ts';
import { refuseFilterScripts, runFilterScripts } from '../selection/filter-scripts.ts';
import { applyFilters } from '../selection/filters.ts';
import { removeParts, selectedPage } from '../selection/selection.ts';
import { openShadowRoots } from '../selection/shadow-roots.ts';

/** The text of an agreement, and what people see of the page that it lacks, a sentence each. */
export interface PageText {
	readonly text: string;
	readonly warnings: readonly string[];
}

/**
 * The text of an agreement in a web page: Markdown, one sentence a line, a line break at its end; empty where the declared part holds no
 * text. Only for a thread that may be stopped: a page can be made to take hours.
 * @param scripts the collection's filters, where they are allowed
 * @throws CaptureFault where a selector is wrong or matches nothing, or the page cannot be read
 */
export async function readMarkup(
	page: PageMarkup,
	source: Source,
	scripts?: FilterScripts,
): Promise<PageText> {
	return asCaptureFault(page.address, async () => {
		const $ = cheerio.load(markupOf(page));
		const base = baseOf($, page.address);
		const filtered = await runFilterScripts($, source, base, scripts);
		return textOf(filtered === null ? $ : cheerio.load(filtered), page.address, base, source);
	});
}

/**
 * The same at once, for declarations without filters of the collection.
 * @throws CaptureFault
 */
export function extractText(page: PageMarkup, source: Source): string {
	refuseFilterScripts(source);
	const $ = cheerio.load(markupOf(page));
	return textOf($, page.address, baseOf($, page.address), source).text;
}

function textOf($: cheerio.CheerioAPI, address: string, base: string, source: Source): PageText {
	boundDepth($);
	openShadowRoots($);
	noteStyles($);
	noteCounters($);
	const language = languageOf($);
	removeParts($, source.remove, address);
	const part = selectedPage($, source.select, address);
	applyFilters(part, source.filters, base);
	if (source.executeClientScripts !== true) openUnscripted(part);
	const warnings = cleanPage(part, base, language);
	return { text: tidyText(htmlToMarkdown(part)), warnings };
}

/** A page can be made so that a parser runs out of stack or memory on it: that is the page's fault, and the run goes on. */
async function asCaptureFault<Result>(address: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof CaptureFault) throw error;
		const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
		throw new CaptureFault('page-defeats-parser', address, { said }, error);
	}
}

/** Plain text counts as one preformatted block. */
function markupOf(page: PageMarkup): string {
	if (parseContentType(page.contentType).type !== 'text/plain') return page.html;
	return `<pre>${page.html.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
}

const bases: ReadonlySet<string> = new Set(['base']);

/** @see https://html.spec.whatwg.org/multipage/semantics.html#the-base-element */
function baseOf($: cheerio.CheerioAPI, address: string): string {
	const href = elementsNamed($, bases).find(({ attribs }) => 'href' in attribs)?.attribs.href ?? '';
	const base = URL.canParse(href, address) ? new URL(href, address) : new URL(address);
	return /^https?:$/.test(base.protocol) ? base.href : address;
}

const roots: ReadonlySet<string> = new Set(['html']);

function languageOf($: cheerio.CheerioAPI): string {
	return elementsNamed($, roots)[0]?.attribs.lang ?? '';
}

/** Two or more line breaks in a row parted paragraphs; what stays of them is one empty line. */
function tidyText(markdown: string): string {
	const parted = markdown.replace(/^[ \t]+$/gm, '').replace(/(?: {2}\n[ \t]*){2,}/g, '\n\n');
	const text = breakSentences(parted)
		.replace(/(?<! ) +$/gm, (spaces, at: number, all: string) =>
			all[at + spaces.length + 1] === '\n' ? '' : spaces,
		)
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return text === '' ? '' : `${text}\n`;
}
