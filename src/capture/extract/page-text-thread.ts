/** The thread that reads texts from pages, one after the other: its messages are tasks, each followed by the text or a fault. */
import { parentPort } from 'node:worker_threads';
import type { FilterScripts, Source } from '../../model/declaration.ts';
import { CaptureFault } from '../capture-fault.ts';
import type { PageMarkup } from '../page.ts';
import { guardText } from '../wall-pages.ts';
import { type PageText, readMarkup } from './extract.ts';

/** `capture`: what cannot be an agreement is a fault as well · `reading`: any text will do, as where a recorded one is read again */
export type Purpose = 'capture' | 'reading';

export interface ReadingTask {
	readonly purpose: Purpose;
	readonly page: PageMarkup;
	readonly source: Source;
	readonly scripts: FilterScripts | undefined;
}

/** A fault loses its class between threads, and its cause may be what cannot be handed over. */
export type ReadingResult =
	| PageText
	| { readonly fault: Pick<CaptureFault, 'kind' | 'where' | 'facts'> & { readonly cause: string } };

async function read({ purpose, page, source, scripts }: ReadingTask): Promise<ReadingResult> {
	try {
		const read = await readMarkup(page, source, scripts);
		if (purpose === 'capture') guardText(read.text, page.address);
		return read;
	} catch (error) {
		if (!(error instanceof CaptureFault)) throw error;
		const { kind, where, facts, cause } = error;
		return { fault: { kind, where, facts, cause: String(cause) } };
	}
}

parentPort?.on('message', async (task: ReadingTask) => parentPort?.postMessage(await read(task)));
