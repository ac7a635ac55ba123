/** The thread that reads a PDF: its bytes are the task, its HTML or the name of its failure the answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { readPdfItems } from './pdf-items.ts';
import { linesOf } from './pdf-lines.ts';
import { htmlOfLines } from './pdf-to-html.ts';

export type PdfAnswer = { readonly html: string } | { readonly failure: string; readonly message: string };

async function answer(bytes: Uint8Array): Promise<PdfAnswer> {
	try {
		return { html: htmlOfLines(linesOf(await readPdfItems(bytes))) };
	} catch (error) {
		const { name, message } = error instanceof Error ? error : new Error(String(error));
		return { failure: name, message };
	}
}

parentPort?.postMessage(await answer(workerData as Uint8Array));
