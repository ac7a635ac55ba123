/** From a fetched page to the text of the agreement in it. */
import * as cheerio from 'cheerio';
import type { Source } from '../model/declaration.ts';
import { CaptureFault } from './capture-fault.ts';
import { decodePage } from './charset.ts';
import { cleanPage } from './clean-page.ts';
import type { Page } from './fetch-page.ts';
import { applyFilters } from './filters.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { isPdf, readPdf } from './read-pdf.ts';
import { removeParts, selectParts } from './selection.ts';
import { breakSentences } from './sentences.ts';

/**
 * The text of an agreement in a page as it was fetched, web page or PDF: Markdown, one sentence a line, a line break at its end;
 * empty where the declared part holds no text.
 * @throws CaptureFault where a selector is wrong or matches nothing, or the page cannot be read
 */
export async function textOfPage(page: FetchedPage, source: Source): Promise<string> {
	if (!isPdf(page.bytes)) return extractText(page, source);
	const html = `<main>${await readPdf(page.bytes, page.address)}</main>`;
	return extractText(
		{ ...page, contentType: 'text/html', html },
		{ ...source, select: ['main'], remove: [] },
	);
}

/** What of a page its text depends on. */
export type FetchedPage = Pick<Page, 'address' | 'contentType' | 'html' | 'bytes'>;

/** A page from its bytes, as it was fetched or as a snapshot kept it. */
export function pageOf(bytes: Buffer, address: string, contentType: string): FetchedPage {
	return { address, contentType, bytes, html: isPdf(bytes) ? '' : decodePage(bytes, contentType) };
}

/**
 * Markdown of the declared part of a web page: one sentence a line, a line break at its end; empty where that part holds no text.
 * @throws CaptureFault where a selector is wrong or matches nothing
 */
export function extractText(page: Omit<FetchedPage, 'bytes'>, source: Source): string {
	const $ = cheerio.load(markupOf(page));
	const base = baseOf($, page.address);
	removeParts($, source.remove, page.address);
	const part = cheerio.load(selectParts($, source.select, page.address).join('\n'));
	applyFilters(part, source.filters, base, page.address);
	cleanPage(part, base);
	return tidyText(htmlToMarkdown(part('body').html() ?? ''));
}

/** Plain text counts as one preformatted block. */
function markupOf(page: Pick<Page, 'contentType' | 'html'>): string {
	if (!/^\s*text\/plain\b/i.test(page.contentType)) return page.html;
	return `<pre>${page.html.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`;
}

/** @see https://html.spec.whatwg.org/multipage/semantics.html#the-base-element */
function baseOf($: cheerio.CheerioAPI, address: string): string {
	const href = $('base[href]').attr('href') ?? '';
	const base = URL.canParse(href, address) ? new URL(href, address) : new URL(address);
	return /^https?:$/.test(base.protocol) ? base.href : address;
}

/** Two or more line breaks in a row parted paragraphs; what stays of them is one empty line. */
function tidyText(markdown: string): string {
	const parted = markdown.replace(/^[ \t]+$/gm, '').replace(/(?: {2}\n[ \t]*){2,}/g, '\n\n');
	const text = breakSentences(parted)
		.replace(/ +$/gm, (spaces, at: number, all: string) =>
			all[at + spaces.length + 1] === '\n' ? '' : spaces,
		)
		.replace(/\n{3,}/g, '\n\n')
		.trim();
	return text === '' ? '' : `${text}\n`;
}

/** Joins the parts of an agreement that is published on several pages, as Open Terms Archive does. */
export function joinParts(texts: readonly string[]): string {
	return texts.join('\n- - -\n\n');
}

/** What the declaration asks for and this program cannot do yet; called before anything is fetched. */
export function refuseUnsupported(source: Source): void {
	const lack =
		source.select.length === 0
			? 'the declaration means a PDF, and PDF cannot be captured yet'
			: source.executeClientScripts === true
				? 'the declaration asks for a browser (executeClientScripts), and pages that need one cannot be captured yet'
				: null;
	if (lack === null) return;
	const remedy = 'Declare a plain page of the same agreement, if there is one.';
	throw new CaptureFault('unsupported', lack, source.address, remedy);
}
