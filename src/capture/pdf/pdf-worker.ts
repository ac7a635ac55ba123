/** The thread that reads a PDF: its bytes are the task, its HTML or the name of its failure the result. */
import { parentPort, workerData } from 'node:worker_threads';
import { readPdfItems } from './pdf-items.ts';
import { linesOf } from './pdf-lines.ts';
import { htmlOfLines } from './pdf-to-html.ts';

export type PdfResult = { readonly html: string } | { readonly failure: string; readonly message: string };

async function read(bytes: Uint8Array): Promise<PdfResult> {
	try {
		return { html: htmlOfLines(linesOf(await readPdfItems(bytes))) };
	} catch (error) {
		const { name, message } = error instanceof Error ? error : new Error(String(error));
		return { failure: name, message };
	}
}

parentPort?.postMessage(await read(workerData as Uint8Array));
