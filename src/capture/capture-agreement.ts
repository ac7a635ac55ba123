/** Captures one agreement: fetch, extract, guard. Nothing is written here. */
import type { DeclaredAgreement } from '../model/declaration.ts';
import { extractText, joinParts, refuseUnsupported } from './extract.ts';
import type { FetchClient } from './fetch-client.ts';
import { fetchPage, type Page } from './fetch-page.ts';
import { guardText } from './guards.ts';

export interface Captured {
	/** Markdown of the agreement, ending in a line break. */
	readonly text: string;
	/** One for each declared source, in order. */
	readonly pages: readonly Page[];
}

/** @throws CaptureFault where there is no text that may be recorded */
export async function captureAgreement(declared: DeclaredAgreement, client: FetchClient): Promise<Captured> {
	for (const source of declared.sources) refuseUnsupported(source);
	const pages: Page[] = [];
	const texts: string[] = [];
	for (const source of declared.sources) {
		const page = await fetchPage(source.address, client);
		const text = extractText(page, source);
		// Each part by itself: one part that is missing must not hide behind the others.
		guardText(text, page.address);
		pages.push(page);
		texts.push(text);
	}
	return { text: joinParts(texts), pages };
}
