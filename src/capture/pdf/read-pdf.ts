/** From a PDF to HTML with its text. */

import { CaptureFault } from '../capture-fault.ts';
import { boundOf, runBounded, type WorkBounds, WorkStopped } from '../isolation/bounded-threads.ts';
import type { PdfResult } from './pdf-worker.ts';

/** A PDF of 70 pages takes a second and 100 MB; a slow machine may need ten times that, a hostile file has no end. */
const bounds: WorkBounds = { time: 30_000, memory: 512 };

export interface PdfText {
	/** Headings, paragraphs, lists and tables; without pictures, running heads and page numbers. */
	readonly html: string;
	/** What of the document may be missing in it, a sentence each. */
	readonly warnings: readonly string[];
}

/** @throws CaptureFault where the file is damaged, encrypted, or most of it holds no text */
export async function readPdf(bytes: Buffer, address: string, within = bounds): Promise<PdfText> {
	const result = await run(bytes, address, within);
	if ('failure' in result) throw failureFault(result.failure, result.message, address);
	const { html, pages, pictures } = result;
	const text = html.replace(/<[^>]*>|\s/g, '');
	if (!/[\p{L}\p{N}]/u.test(text)) throw new CaptureFault('pdf-of-pictures', address, {});
	if (shareOfRiddles(text) > mostRiddles) throw new CaptureFault('pdf-of-unnamed-letters', address, {});
	if (pictures.length > pages / 2)
		throw new CaptureFault('pdf-mostly-of-pictures', address, { pictures: pictures.length, pages });
	return { html, warnings: pictures.length === 0 ? [] : [picturesWarning(pictures, pages)] };
}

/** More page numbers help nobody to find the pages. */
const mostNamed = 10;

function picturesWarning(pictures: readonly number[], pages: number): string {
	const named = pictures.slice(0, mostNamed).join(', ') + (pictures.length > mostNamed ? ', …' : '');
	const which = pictures.length === 1 ? `page ${named}` : `pages ${named}`;
	const [are, they] = pictures.length === 1 ? ['is a picture', 'it says'] : ['are pictures', 'they say'];
	return `${pictures.length} of the ${pages} pages of this PDF ${are} without text (${which}): what ${they} is not in the text`;
}

async function run(bytes: Buffer, address: string, within: WorkBounds): Promise<PdfResult> {
	try {
		// A copy: the thread takes the memory over.
		const task = new Uint8Array(bytes);
		return (await runBounded(new URL('pdf-worker.ts', import.meta.url), task, within)) as PdfResult;
	} catch (error) {
		if (!(error instanceof WorkStopped)) throw error;
		throw new CaptureFault('pdf-takes-too-much', address, { bound: boundOf(error, within) }, error);
	}
}

/** A few signs of symbol fonts are usual; where they are more than this, no sentence can be read. */
const mostRiddles = 0.2;

/** Private, unknown and control characters stand for letters that nobody can name. */
function shareOfRiddles(text: string): number {
	const riddles = text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0;
	return riddles / text.length;
}

function failureFault(failure: string, message: string, address: string): CaptureFault {
	return failure === 'PasswordException'
		? new CaptureFault('pdf-with-password', address, {})
		: new CaptureFault('pdf-damaged', address, { said: message });
}
