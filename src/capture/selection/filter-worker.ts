/** The thread that runs the filters of a collection on a page: HTML in, HTML out, or the name of what failed. */
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { parseHTML } from 'linkedom';

export interface FilterTask {
	readonly html: string;
	/** Of the page, without a fragment. */
	readonly address: string;
	/** In the order of the declaration; parameters only where it gives some. */
	readonly filters: readonly (readonly [name: string, parameters?: unknown])[];
	/** What filters are told about the page, as Open Terms Archive tells them. */
	readonly context: Readonly<Record<string, unknown>>;
	/** Files; null where the platform has none. */
	readonly current: string | null;
	readonly past: string | null;
	/** The filters of this moment are meant, in milliseconds since 1970. */
	readonly moment: number;
}

export type FilterResult = { readonly html: string } | { readonly failure: string };

type FilterFunction = (document: Document, ...rest: readonly unknown[]) => unknown;
type Exports = Readonly<Record<string, unknown>>;

async function applyAll(task: FilterTask): Promise<FilterResult> {
	const { document } = parseHTML(task.html);
	Object.defineProperty(document, 'location', { value: new URL(task.address) });
	const [current, past] = [await load(task.current), await load(task.past)];
	for (const [name, parameters] of task.filters) {
		const filter = filterNamed(name, current, past, task.moment);
		if (filter === null) return { failure: `there is no filter ${JSON.stringify(name)} in it` };
		const rest = parameters === undefined ? [task.context] : [parameters, task.context];
		try {
			await filter(document, ...rest);
		} catch (error) {
			return { failure: `the filter ${JSON.stringify(name)} failed: ${String(error)}` };
		}
	}
	return { html: document.toString() };
}

async function load(file: string | null): Promise<Exports> {
	return file === null ? {} : ((await import(pathToFileURL(file).href)) as Exports);
}

/** Of the past ones the first that was still valid at the moment; they stand in the file with the moment of their end, that included. */
function filterNamed(name: string, current: Exports, past: Exports, moment: number): FilterFunction | null {
	const entries = Array.isArray(past[name]) ? (past[name] as readonly Exports[]) : [];
	const then = entries
		.map((entry) => ({ until: Date.parse(String(entry.validUntil)), filter: entry.filter }))
		.filter(({ until }) => moment <= until)
		.sort((one, other) => one.until - other.until)[0]?.filter;
	const found = then ?? current[name];
	return typeof found === 'function' ? (found as FilterFunction) : null;
}

async function safely(task: FilterTask): Promise<FilterResult> {
	try {
		return await applyAll(task);
	} catch (error) {
		return { failure: `it could not be run: ${String(error)}` };
	}
}

parentPort?.postMessage(await safely(workerData as FilterTask));
