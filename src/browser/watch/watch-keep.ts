/**
 * Keeps the watchlist's page and its files for reading without a connection, and lets them go again. What is kept is what the page asked for
 * when it last had one, and no more; `public/watch/worker.js` answers from it when the network does not.
 */
import { keptName } from './watch-store.ts';

/** Header of a kept answer: the moment at which it came. */
export const keptHeader = 'x-clausetrail-kept';

export interface Kept {
	/** Addresses of the files that belong to the list. */
	readonly files: readonly string[];
	/** Of these what the network answered: address → text. Of the others an earlier answer stays. */
	readonly answers: ReadonlyMap<string, string>;
}

/** @returns whether it is kept, and if not why, in words */
export async function keepForOffline(home: string, worker: string, kept: Kept): Promise<string> {
	if (!('serviceWorker' in navigator) || !('caches' in window)) return cannotKeep;
	try {
		await fill(await caches.open(keptName(home)), kept);
		await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
		return keptWords;
	} catch (error) {
		return `The list could not be kept for reading without a connection (${reason(error)}).`;
	}
}

const keptWords = 'This page opens without a connection too, with what it showed last.';
const cannotKeep = 'This browser cannot keep the page for reading without a connection.';

function reason(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The page itself comes last: it must not be there without its files. */
async function fill(cache: Cache, { files, answers }: Kept): Promise<void> {
	const page = location.pathname;
	const parts = pageFiles();
	await Promise.all(parts.map((part) => keepFile(cache, part)));
	for (const [address, text] of answers) await cache.put(address, keptResponse(text, 'application/json'));
	await keepFile(cache, page);
	const wanted = new Set([page, ...parts, ...files].map(absolute));
	const present = await cache.keys();
	const old = present.filter(({ url }) => !wanted.has(url));
	await Promise.all(old.map((request) => cache.delete(request)));
}

function keptResponse(body: BodyInit, type: string): Response {
	return new Response(body, { headers: { 'content-type': type, [keptHeader]: new Date().toISOString() } });
}

/** Built files bear a hash of their content in their names: the same name is the same file. */
async function keepFile(cache: Cache, address: string): Promise<void> {
	if (isBuilt(address) && (await cache.match(address)) !== undefined) return;
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} for ${address}`);
	// The worker had no network and answered from the cache itself: that answer keeps its own day.
	if (response.headers.has(keptHeader)) return;
	const type = response.headers.get('content-type') ?? 'application/octet-stream';
	await cache.put(address, keptResponse(await response.blob(), type));
}

/** Scripts and styles of this page, those too that a script asked for. */
function pageFiles(): string[] {
	const named = [...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon]')].map(
		(element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '',
	);
	const asked = performance.getEntriesByType('resource').map(({ name }) => name);
	return [...new Set([...named, ...asked.filter(isBuilt)].map(absolute))];
}

function isBuilt(address: string): boolean {
	return new URL(address, location.href).pathname.includes('/_astro/');
}

function absolute(address: string): string {
	return new URL(address, location.href).href;
}

/** Leaves nothing of it on the device. */
export async function stopKeeping(home: string): Promise<void> {
	try {
		const registration = await navigator.serviceWorker.getRegistration(`${home}watch/`);
		await registration?.unregister();
		await caches.delete(keptName(home));
	} catch {
		// A browser without either kept nothing.
	}
}
