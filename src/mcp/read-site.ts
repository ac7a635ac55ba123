/** Reads files of a site, over the network or from the folder of a built one: within a time and a size. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Fault } from '../model/fault.ts';
import { apiVersion } from '../site/addresses/api-urls.ts';

export interface SiteFiles {
	/** Of the home page, or the folder. */
	readonly home: string;
	/** Where a file of the API is. @param file below the API's folder */
	place(file: string): string;
	/** @throws Fault where there is none, where nothing answers, where it is too large */
	read(file: string): Promise<string>;
}

export interface Bounds {
	/** Milliseconds for one file. */
	readonly timeout: number;
	/** Bytes of one file: the clauses of the largest agreement that is known are a tenth of it. */
	readonly largest: number;
}

export const usualBounds: Bounds = { timeout: 30_000, largest: 64 * 1024 * 1024 };

const folderOfApi = `api/v${apiVersion}/`;
const otherSite =
	'Let --site be the home page of a site that offers the API; a collection may leave it out (api: false).';

/** @param site address of its home page, or the folder of a built one */
export function siteFiles(site: string, bounds = usualBounds): SiteFiles {
	return /^https?:\/\//i.test(site) ? onNetwork(site, bounds) : inFolder(path.resolve(site), bounds);
}

function onNetwork(site: string, bounds: Bounds): SiteFiles {
	const home = homeOf(site);
	const place = (file: string): string => new URL(folderOfApi + file, home).href;
	return { home, place, read: (file) => fetched(place(file), bounds) };
}

function homeOf(site: string): string {
	if (!URL.canParse(site)) throw new Fault('that is no address', site, 'Write it like https://example.org/.');
	const { origin, pathname } = new URL(site);
	return `${origin}${pathname.replace(/(?:index\.html)?\/?$/, '/')}`;
}

async function fetched(address: string, { timeout, largest }: Bounds): Promise<string> {
	try {
		const signal = AbortSignal.timeout(timeout);
		const response = await fetch(address, { headers: { accept: 'application/json' }, signal });
		if (response.ok) return await bounded(response, address, largest);
		await response.body?.cancel();
		throw new Fault(
			`the site answered ${response.status}`,
			address,
			response.status === 404 ? otherSite : 'Ask again later.',
		);
	} catch (error) {
		if (error instanceof Fault) throw error;
		const remedy = 'See that the address of the site is right and that it can be reached, then ask again.';
		throw new Fault(`the site did not answer: ${reasonOf(error)}`, address, remedy, error);
	}
}

async function bounded(response: Response, address: string, largest: number): Promise<string> {
	const decoder = new TextDecoder();
	let [text, left] = ['', largest];
	for await (const piece of response.body ?? []) {
		left -= (piece as Uint8Array).length;
		if (left < 0) throw tooLarge(address, largest);
		text += decoder.decode(piece as Uint8Array, { stream: true });
	}
	return text + decoder.decode();
}

function tooLarge(where: string, largest: number): Fault {
	return new Fault(`it is larger than ${largest} bytes`, where, 'Read it on the site itself.');
}

function reasonOf(error: unknown): string {
	const { name, message, cause } = error as Error;
	if (name === 'TimeoutError') return 'no answer came in time';
	return cause instanceof Error && cause.message !== '' ? cause.message : message;
}

function inFolder(folder: string, { largest }: Bounds): SiteFiles {
	const top = path.join(folder, folderOfApi);
	const place = (file: string): string => path.join(top, file);
	const read = async (file: string): Promise<string> => {
		const where = place(file);
		if (!where.startsWith(top)) throw new Fault('it lies outside the site', where, otherSite);
		const size = await stat(where).then(
			(found) => found.size,
			() => null,
		);
		if (size === null) throw new Fault('there is no such file', where, otherSite);
		if (size > largest) throw tooLarge(where, largest);
		return readFile(where, 'utf8');
	};
	return { home: folder, place, read };
}
