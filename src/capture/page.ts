/** One page as it was fetched, or as a browser showed it. */
import type { Validators } from '../model/status.ts';

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
