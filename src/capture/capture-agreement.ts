/** Captures one agreement: fetch, extract, guard. Nothing is written here. */
import type { DeclaredAgreement, FilterScripts, Source } from '../model/declaration.ts';
import type { Validators } from '../model/status.ts';
import { type CaptureCode, CaptureFault } from './capture-fault.ts';
import { joinParts } from './extract.ts';
import type { FetchClient } from './fetch-client.ts';
import { fetchPage, type Page } from './fetch-page.ts';
import { guardText } from './guards.ts';
import { textOfPage } from './page-text.ts';

export interface Captured {
	/** Markdown of the agreement, ending in a line break. */
	readonly text: string;
	/** One for each declared source, in order. */
	readonly pages: readonly Page[];
	/** `fullDom` where a browser showed at least one of the pages: its bytes are what scripts made of it. */
	readonly fetcher: 'htmlOnly' | 'fullDom';
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
	const { sources, filterScripts } = declared;
	const parts: (Part | null)[] = [];
	for (const [at, source] of sources.entries())
		parts.push(await capturePart(source, client, filterScripts, validators?.[at]));
	if (parts.every((part) => part === null)) return null;
	const whole: Part[] = [];
	for (const [at, source] of sources.entries()) {
		// Of several pages one changed: the text is read from all of them.
		const part = parts[at] ?? (await capturePart(source, client, filterScripts));
		if (part !== null) whole.push(part);
	}
	return {
		text: joinParts(whole.map(({ text }) => text)),
		pages: whole.map(({ page }) => page),
		fetcher: whole.some(({ isRendered }) => isRendered) ? 'fullDom' : 'htmlOnly',
	};
}

interface Part {
	readonly text: string;
	readonly page: Page;
	readonly isRendered: boolean;
}

/** Null where the server says that the page is the same. */
async function capturePart(
	source: Source,
	client: FetchClient,
	scripts: FilterScripts | undefined,
	validators?: Validators,
): Promise<Part | null> {
	// A browser would put its own viewer around a PDF.
	const isPlain = source.select.length === 0 || source.executeClientScripts === false;
	if (source.executeClientScripts === true && !isPlain) return renderPart(source, client, scripts);
	try {
		const page = await fetchPage(source.address, client, validators);
		return page === null ? null : await readPart(page, source, scripts, false);
	} catch (error) {
		if (isPlain || !mayNeedBrowser(error)) throw error;
		return await renderPart(source, client, scripts).catch((rendering: unknown) => {
			// Where no browser can be had, the page's own fault says more.
			throw rendering instanceof CaptureFault && rendering.code === 'browser' ? error : rendering;
		});
	}
}

/** What a browser may get past: a server that turns robots away, and a page that its scripts have yet to write. */
const browserCodes: ReadonlySet<CaptureCode> = new Set<CaptureCode>([
	'forbidden',
	'status',
	'bot-wall',
	'selector',
	'empty',
	'short',
]);

function mayNeedBrowser(error: unknown): boolean {
	return error instanceof CaptureFault && browserCodes.has(error.code);
}

async function renderPart(
	source: Source,
	client: FetchClient,
	scripts: FilterScripts | undefined,
): Promise<Part> {
	return readPart(await client.browser.render(source, client), source, scripts, true);
}

async function readPart(
	page: Page,
	source: Source,
	scripts: FilterScripts | undefined,
	isRendered: boolean,
): Promise<Part> {
	const text = await textOfPage(page, source, scripts);
	// Each part by itself: one part that is missing must not hide behind the others.
	guardText(text, page.address);
	return { text, page, isRendered };
}
