/** The pieces of text of a PDF, each with its place on its page, as pdf.js reads them. */
import { getDocumentProxy } from 'unpdf';

/** Lengths in points, from the upper left corner of the page as it is shown. */
export interface PdfItem {
	readonly text: string;
	readonly left: number;
	readonly right: number;
	/** Of the line that the letters stand on. */
	readonly baseline: number;
	/** Of the letters. */
	readonly size: number;
	readonly rightToLeft: boolean;
}

/** In the order in which the document draws them, which is that of reading in all but odd documents. */
export type PdfPage = readonly PdfItem[];

/** The longest of the PDFs in a large collection has 70 pages; the bound keeps a book from being read for an agreement. */
const mostPages = 400;

export async function readPdfItems(bytes: Uint8Array): Promise<PdfPage[]> {
	// An error inside a page would lose the rest of it: half a text must not pass for the whole.
	const pdf = await getDocumentProxy(bytes, { stopAtErrors: true, verbosity: 0 });
	if (pdf.numPages > mostPages) throw new RangeError(`it has ${pdf.numPages} pages, more than ${mostPages}`);
	const pages: PdfPage[] = [];
	for (let number = 1; number <= pdf.numPages; number++) {
		const page = await pdf.getPage(number);
		const { transform } = page.getViewport({ scale: 1 });
		const { items } = await page.getTextContent();
		pages.push(items.flatMap((item) => ('str' in item ? placed(item, transform) : [])));
		page.cleanup();
	}
	return pages;
}

interface TextItem {
	readonly str: string;
	readonly dir: string;
	readonly transform: readonly number[];
	readonly width: number;
	readonly height: number;
}

/** Pieces of blanks are left out: the gap between their neighbours says as much. */
function placed({ str, dir, transform, width, height }: TextItem, view: readonly number[]): PdfItem[] {
	if (str.trim() === '') return [];
	const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = view;
	const [, , tilt = 0, rise = 1, x = 0, y = 0] = transform;
	const left = a * x + c * y + e;
	const size = height || Math.hypot(tilt, rise);
	const item = { text: str, left, right: left + width, baseline: b * x + d * y + f, size };
	return [{ ...item, rightToLeft: dir === 'rtl' }];
}
