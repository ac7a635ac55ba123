/** The thread that reads a PDF: its bytes are the task, its HTML or the name of its failure the result. */
import { parentPort, workerData } from 'node:worker_threads';
import { pagesOfPictures } from './pages-of-pictures.ts';
import { readPdfItems } from './pdf-items.ts';
import { linesInOrder } from './pdf-layout.ts';
import { withoutRunningLines } from './pdf-running-lines.ts';
import { htmlOfLines } from './pdf-to-html.ts';

export type PdfResult =
	| {
			readonly html: string;
			readonly pages: number;
			/** Numbers of pages that show something and hold almost no text of their own, from 1. */
			readonly pictures: readonly number[];
	  }
	| { readonly failure: string; readonly message: string };

async function read(bytes: Uint8Array): Promise<PdfResult> {
	try {
		const { pages, sheets, painted } = await readPdfItems(bytes);
		const rows = withoutRunningLines(sheets, pages);
		const html = htmlOfLines(linesInOrder(rows));
		return { html, pages, pictures: pagesOfPictures(rows, painted) };
	} catch (error) {
		const { name, message } = error instanceof Error ? error : new Error(String(error));
		return { failure: name, message };
	}
}

parentPort?.postMessage(await read(workerData as Uint8Array));
