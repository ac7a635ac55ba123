/** Captures one agreement: fetch, extract, guard. Nothing is written here. */
import type { DeclaredAgreement } from '../model/declaration.ts';
import type { Validators } from '../model/status.ts';
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

/**
 * @param validators one for each source, from the pages that the recorded text was read from
 * @returns null where the servers say of every page that it is the same
 * @throws CaptureFault where there is no text that may be recorded
 */
export async function captureAgreement(declared: DeclaredAgreement, client: FetchClient): Promise<Captured>;
export async function captureAgreement(
	declared: DeclaredAgreement,
	client: FetchClient,
	validators: readonly Validators[] | undefined,
): Promise<Captured | null>;
export async function captureAgreement(
	declared: DeclaredAgreement,
	client: FetchClient,
	validators?: readonly Validators[],
): Promise<Captured | null> {
	for (const source of declared.sources) refuseUnsupported(source);
	const answers: (Page | null)[] = [];
	for (const [at, source] of declared.sources.entries())
		answers.push(await fetchPage(source.address, client, validators?.[at]));
	if (answers.every((page) => page === null)) return null;
	const pages: Page[] = [];
	const texts: string[] = [];
	for (const [at, source] of declared.sources.entries()) {
		// Of several pages one changed: the text is read from all of them.
		const page = answers[at] ?? (await fetchPage(source.address, client));
		const text = extractText(page, source);
		// Each part by itself: one part that is missing must not hide behind the others.
		guardText(text, page.address);
		pages.push(page);
		texts.push(text);
	}
	return { text: joinParts(texts), pages };
}
