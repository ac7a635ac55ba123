/** One page as it was fetched, or as a browser showed it. */
import { isPdf } from '../model/snapshot-kind.ts';
import type { Validators } from '../model/status.ts';
import { decodePage } from './http/charset.ts';

export interface Page {
	/** Where the answer came from, after all redirects. */
	readonly address: string;
	readonly status: number;
	/** Value of the header, or empty. */
	readonly contentType: string;
	/** As fetched, unpacked. */
	readonly bytes: Buffer;
	/** The bytes as characters; empty for a PDF. */
	readonly html: string;
	/** To be sent back when the page is asked for again. */
	readonly validators: Validators;
}

/** What of a page its text depends on. */
export type FetchedPage = Pick<Page, 'address' | 'contentType' | 'html' | 'bytes'>;

/** A page from its bytes, as it was fetched or as a snapshot kept it. */
export function pageOf(bytes: Buffer, address: string, contentType: string): FetchedPage {
	return { address, contentType, bytes, html: isPdf(bytes) ? '' : decodePage(bytes, contentType) };
}
