/** One page as it was fetched, or as a browser showed it. */
import { isPdf } from '../model/snapshot-kind.ts';
import type { Validators } from '../model/status.ts';
import { type DecodedPage, decodePage } from './http/charset.ts';

export interface Page {
	/** Where the response came from, after all redirects. */
	readonly address: string;
	readonly status: number;
	/** Value of the header, or empty. */
	readonly contentType: string;
	/** As fetched, its content codings undone. */
	readonly bytes: Buffer;
	/** The bytes as characters; empty for a PDF. */
	readonly html: string;
	/** What may be wrong with what was read, a sentence each. */
	readonly warnings: readonly string[];
	/** To be sent back when the page is asked for again. */
	readonly validators: Validators;
}

/** What of a page its text depends on. */
export type PageMarkup = Pick<Page, 'address' | 'contentType' | 'html'>;

/** A page before anything is known of its server. */
export type FetchedPage = PageMarkup & Pick<Page, 'bytes' | 'warnings'>;

/** A page from its bytes, as it was fetched or as a snapshot kept it. */
export function pageOf(bytes: Buffer, address: string, contentType: string): FetchedPage {
	const { html, warnings } = isPdf(bytes) ? noMarkup : decodePage(bytes, contentType);
	return { address, contentType, bytes, html, warnings };
}

const noMarkup: DecodedPage = { html: '', warnings: [] };

/** Of several pages, each once. */
export function warningsOf(pages: readonly Page[]): readonly string[] {
	return [...new Set(pages.flatMap(({ warnings }) => warnings))];
}
