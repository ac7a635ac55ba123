/** Fetches one page over HTTP, bounded in time, size and redirects. The only file that sends a request. */
import { type Dispatcher, request } from 'undici';
import { CaptureFault } from './capture-fault.ts';
import { decodePage } from './charset.ts';
import { unpack } from './content-encoding.ts';
import type { FetchClient, FetchLimits } from './fetch-client.ts';

export interface Page {
	/** Where the answer came from, after all redirects. */
	readonly address: string;
	readonly status: number;
	/** Value of the header, or empty. */
	readonly contentType: string;
	/** As fetched, unpacked. */
	readonly bytes: Buffer;
	/** The bytes as characters. */
	readonly html: string;
}

/** @throws CaptureFault for everything but a complete answer of status 200 whose content type is that of a web page */
export async function fetchPage(address: string, client: FetchClient): Promise<Page> {
	const signal = AbortSignal.timeout(client.limits.time);
	try {
		const { response, last } = await follow(address, client, signal);
		const status = response.statusCode;
		const contentType = headerOf(response, 'content-type');
		const fault = faultOf(status, last, contentType);
		if (fault !== null) {
			discard(response);
			throw fault;
		}
		const bytes = await readBody(response, last, client.limits.size);
		if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') throw pdfFault(last);
		return { address: last, status, contentType, bytes, html: decodePage(bytes, contentType) };
	} catch (error) {
		throw asCaptureFault(error, address, client.limits);
	}
}

async function follow(address: string, client: FetchClient, signal: AbortSignal) {
	let last = address;
	for (let hop = 0; hop <= client.limits.redirects; hop++) {
		const response = await ask(last, client, signal);
		const location = redirectOf(response);
		if (location === null) return { response, last };
		discard(response);
		last = redirectTarget(location, last);
	}
	throw new CaptureFault(
		'redirects',
		`the page redirects more than ${client.limits.redirects} times, last to ${last}`,
		address,
		'Open the address in a browser and put the address where it ends into the declaration.',
	);
}

/** Not `fetch`: that takes a packed body which breaks off for a whole one. */
function ask(address: string, client: FetchClient, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
	return request(address, {
		dispatcher: client.dispatcher,
		signal,
		headers: {
			accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
			'accept-encoding': 'gzip, deflate, br',
			'accept-language': client.language,
			'user-agent': client.userAgent,
		},
	});
}

function discard(response: Dispatcher.ResponseData): void {
	response.body.on('error', () => {}).destroy();
}

/** Empty where the answer has none. */
function headerOf(response: Dispatcher.ResponseData, name: string): string {
	return [response.headers[name] ?? ''].flat().join(', ');
}

function redirectOf(response: Dispatcher.ResponseData): string | null {
	const isRedirect = [301, 302, 303, 307, 308].includes(response.statusCode);
	return isRedirect ? headerOf(response, 'location') || null : null;
}

function redirectTarget(location: string, from: string): string {
	const target = URL.canParse(location, from) ? new URL(location, from) : null;
	if (target !== null && /^https?:$/.test(target.protocol)) return target.href;
	throw new CaptureFault(
		'redirects',
		`the page redirects to ${JSON.stringify(location)}, which is no web address`,
		from,
		'Open the address in a browser and correct it in the declaration.',
	);
}

function faultOf(status: number, address: string, contentType: string): CaptureFault | null {
	if (status !== 200 && status !== 203) return statusFault(status, address);
	const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
	if (type === 'application/pdf') return pdfFault(address);
	if (type === '' || type === 'text/html' || type === 'application/xhtml+xml' || type === 'text/plain')
		return null;
	return new CaptureFault(
		'content',
		`the answer is no web page but ${type}`,
		address,
		'Give the declaration the address of the page itself.',
	);
}

function statusFault(status: number, address: string): CaptureFault {
	const remedy =
		status === 404 || status === 410
			? 'The page is gone: look for its new address and correct the declaration.'
			: 'It may pass; if it stays, open the address in a browser and see whether it answers people.';
	return new CaptureFault('status', `the server answered with status ${status}`, address, remedy);
}

function pdfFault(address: string): CaptureFault {
	return new CaptureFault(
		'unsupported',
		'this is a PDF, and PDF cannot be captured yet',
		address,
		'Declare a web page of the same agreement, if there is one.',
	);
}

/** Counts what has been unpacked, so that a small answer which unpacks to gigabytes ends at the limit as well. */
async function readBody(response: Dispatcher.ResponseData, address: string, limit: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of unpack(response.body, headerOf(response, 'content-encoding'))) {
		size += chunk.byteLength;
		if (size > limit) throw tooLarge(address, limit);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function tooLarge(address: string, limit: number): CaptureFault {
	return new CaptureFault(
		'too-large',
		`the page is larger than ${Math.round(limit / 1024 / 1024)} MB`,
		address,
		'An agreement is never that large: see whether the address leads to a download.',
	);
}

function asCaptureFault(error: unknown, address: string, limits: FetchLimits): CaptureFault {
	if (error instanceof CaptureFault) return error;
	if (isTimeout(error)) {
		const what = `no complete answer within ${limits.time / 1000} s`;
		return new CaptureFault(
			'timeout',
			what,
			address,
			'It may pass; if it stays, see whether the address is right.',
			error,
		);
	}
	const remedy = 'It may pass; if it stays, see whether the address is right and the server answers people.';
	return new CaptureFault(
		'network',
		`the page could not be fetched: ${rootMessage(error)}`,
		address,
		remedy,
		error,
	);
}

function isTimeout(error: unknown): boolean {
	for (let at = error; at instanceof Error; at = at.cause) {
		const code = 'code' in at ? String(at.code) : '';
		if (at.name === 'TimeoutError' || /^UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT$/.test(code)) return true;
	}
	return false;
}

/** The outermost error often says only that something failed; the reason is in the cause. */
function rootMessage(error: unknown): string {
	let at = error;
	while (at instanceof Error && at.cause instanceof Error) at = at.cause;
	if (!(at instanceof Error)) return String(at);
	const code = 'code' in at ? String(at.code) : '';
	return at.message === '' ? code || at.name : at.message;
}
