/** Captures one agreement: fetch, extract, guard. Nothing is written here. */
import type { DeclaredAgreement, FilterScripts, Source } from '../model/declaration.ts';
import type { Validators } from '../model/status.ts';
import { type CaptureCode, CaptureFault } from './capture-fault.ts';
import type { FetchClient } from './client.ts';
import { agreementOfPage, joinParts } from './extract/page-text.ts';
import { fetchPage } from './http/fetch-page.ts';
import { refuseMoving } from './http/moving-page.ts';
import { pageHash } from './http/validators.ts';
import type { Page } from './page.ts';

export interface Captured {
	/** Markdown of the agreement, ending in a line break. */
	readonly text: string;
	/** The same of each page by itself, in order. */
	readonly texts: readonly string[];
	/** One for each declared source, in order. */
	readonly pages: readonly Page[];
	/** `fullDom` where a browser showed at least one of the pages: its bytes are what scripts made of it. */
	readonly fetcher: 'htmlOnly' | 'fullDom';
}

/** The pages are those that the recorded text was read from. */
export interface Unchanged {
	readonly text: null;
	/** Null where the server said so and sent none. */
	readonly pages: readonly Page[] | null;
}

/**
 * @param before what the same pages were a moment ago: one that is the same byte by byte is not read again
 * @throws CaptureFault where there is no text that may be recorded
 */
export async function captureAgreement(
	declared: DeclaredAgreement,
	client: FetchClient,
	before?: Captured,
): Promise<Captured> {
	const known = (before?.pages ?? []).map((page, at) => ({ page: pageHash(page), text: before?.texts[at] }));
	return readWhole(declared, client, await captureParts(declared, client, known));
}

/**
 * The same, where any page is another one than those that the recorded text was read from.
 * @param validators one for each source, from those pages
 * @throws CaptureFault where there is no text that may be recorded
 */
export async function captureIfChanged(
	declared: DeclaredAgreement,
	client: FetchClient,
	validators: readonly Validators[],
): Promise<Captured | Unchanged> {
	const known = validators.map((each) => ({ validators: each, page: each.page }));
	const parts = await captureParts(declared, client, known);
	if (parts.some(({ text }) => text !== null)) return readWhole(declared, client, parts);
	const pages = parts.map(({ page }) => page).filter((page) => page !== null);
	return { text: null, pages: pages.length === parts.length ? pages : null };
}

/** What is known of a page before it is asked for. */
interface KnownPage {
	readonly validators?: Validators | undefined;
	/** Its hash. */
	readonly page?: string | undefined;
	/** Left out: nothing that would be new. */
	readonly text?: string | undefined;
}

interface Part {
	/** Null where there is nothing new in it. */
	readonly text: string | null;
	/** Null where the server says that it is the same. */
	readonly page: Page | null;
	readonly isRendered: boolean;
}

interface WholePart extends Part {
	readonly text: string;
	readonly page: Page;
}

async function captureParts(
	{ sources, filterScripts }: DeclaredAgreement,
	client: FetchClient,
	known: readonly KnownPage[],
): Promise<Part[]> {
	const parts: Part[] = [];
	for (const [at, source] of sources.entries())
		parts.push(await capturePart(source, client, filterScripts, known[at] ?? {}));
	return parts;
}

/** Of several pages one changed: the text is read from all of them. */
async function readWhole(
	{ sources, filterScripts }: DeclaredAgreement,
	client: FetchClient,
	parts: readonly Part[],
): Promise<Captured> {
	const whole: WholePart[] = [];
	for (const [at, source] of sources.entries()) {
		const { page, text, isRendered } = parts[at] as Part;
		if (page !== null && text !== null) whole.push({ page, text, isRendered });
		else if (page !== null) whole.push(await readPart(page, source, filterScripts, isRendered));
		else whole.push(await readAnew(source, client, filterScripts));
	}
	return joined(whole);
}

/** Nothing is known of it, so that the server sends it and it is read. */
async function readAnew(
	source: Source,
	client: FetchClient,
	scripts: FilterScripts | undefined,
): Promise<WholePart> {
	return (await capturePart(source, client, scripts, {})) as WholePart;
}

function joined(parts: readonly WholePart[]): Captured {
	const texts = parts.map(({ text }) => text);
	return {
		text: joinParts(texts),
		texts,
		pages: parts.map(({ page }) => page),
		fetcher: parts.some(({ isRendered }) => isRendered) ? 'fullDom' : 'htmlOnly',
	};
}

async function capturePart(
	source: Source,
	client: FetchClient,
	scripts: FilterScripts | undefined,
	known: KnownPage,
): Promise<Part> {
	// A browser would put its own viewer around a PDF.
	const isPlain = source.select.length === 0 || source.executeClientScripts === false;
	if (source.executeClientScripts === true && !isPlain) return renderPart(source, client, scripts, known);
	try {
		const page = await fetchPage(source.address, client, known.validators);
		if (page === null) return { text: null, page: null, isRendered: false };
		return await readIfNew(page, source, scripts, false, known);
	} catch (error) {
		if (isPlain || !mayNeedBrowser(error)) throw error;
		return await renderPart(source, client, scripts, known).catch((rendering: unknown) => {
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
	'moves-on',
]);

function mayNeedBrowser(error: unknown): boolean {
	return error instanceof CaptureFault && browserCodes.has(error.code);
}

async function renderPart(
	source: Source,
	client: FetchClient,
	scripts: FilterScripts | undefined,
	known: KnownPage,
): Promise<Part> {
	const page = await client.browser.render(source, client);
	refuseMoving(page, 'meta');
	return readIfNew(page, source, scripts, true, known);
}

async function readIfNew(
	page: Page,
	source: Source,
	scripts: FilterScripts | undefined,
	isRendered: boolean,
	known: KnownPage,
): Promise<Part> {
	if (known.page !== pageHash(page)) return readPart(page, source, scripts, isRendered);
	return { text: known.text ?? null, page, isRendered };
}

async function readPart(
	page: Page,
	source: Source,
	scripts: FilterScripts | undefined,
	isRendered: boolean,
): Promise<WholePart> {
	// Each part is judged by itself: one part that is missing must not hide behind the others.
	const { text, warnings } = await agreementOfPage(page, source, scripts);
	const warned = warnings.length === 0 ? page : { ...page, warnings: [...page.warnings, ...warnings] };
	return { text, page: warned, isRendered };
}
