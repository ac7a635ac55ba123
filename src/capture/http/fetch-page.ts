/** Fetches one page over HTTP: allowed by robots.txt, in its host's turn, whole, of a kind that can be read, or not at all. */
import { isPdf } from '../../model/snapshot-kind.ts';
import type { Validators } from '../../model/status.ts';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { type Page, pageOf } from '../page.ts';
import { persistently } from '../politeness/retry.ts';
import { parseContentType, plainContentType } from './content-type.ts';
import { movingPageIn, refuseMoving } from './moving-page.ts';
import { follow, retryAfterOf } from './redirects.ts';
import type { Response, ResponseHead } from './request.ts';
import { allowAddress } from './robots-policy.ts';
import { statusFault } from './status-fault.ts';
import { conditionsFor, validatorsOf } from './validators.ts';

/**
 * @param validators of the last response: where the server says that nothing changed since, the result is null
 * @throws CaptureFault for everything but a complete response of status 200 whose content type is that of a web page or a PDF
 */
export function fetchPage(address: string, client: FetchClient): Promise<Page>;
export function fetchPage(
	address: string,
	client: FetchClient,
	validators: Validators | undefined,
): Promise<Page | null>;
export function fetchPage(
	address: string,
	client: FetchClient,
	validators?: Validators,
): Promise<Page | null> {
	return persistently(client.clock, async () => {
		const response = await follow(address, client, {
			redirects: client.limits.redirects,
			allow: (at) => allowAddress(at, client),
			request: (at) => ({
				headers: conditionsFor(at, validators),
				size: client.limits.size,
				tooLarge: 'refuse',
				refuse: refuseContent,
			}),
			sentOn,
		});
		const isUnchanged =
			response.status === 304 && Object.keys(conditionsFor(response.address, validators)).length > 0;
		return isUnchanged ? null : readResponse(response, client);
	});
}

/** By a `meta` tag, or the header that means the same. */
function sentOn({ address, status, bytes, header }: Response): string | null {
	if ((status !== 200 && status !== 203) || isPdf(bytes)) return null;
	const page = pageOf(bytes, address, plainContentType(header('content-type')));
	const moving = movingPageIn(page, header('refresh'));
	return moving?.by === 'meta' ? moving.target || address : null;
}

function readResponse(response: Response, client: FetchClient): Page {
	const { address, status, bytes, header } = response;
	if (status !== 200 && status !== 203) throw statusFault(status, address, retryAfterOf(response, client));
	const contentType = plainContentType(header('content-type'));
	// Servers call a PDF anything; its first bytes do not lie.
	if (!isPdf(bytes)) refuseBytes(bytes, contentType, address);
	const page = pageOf(bytes, address, contentType);
	refuseBinary(page.html, address);
	refuseGarbled(page.html, bytes, address);
	refuseMoving(page, 'script');
	return { ...page, status, validators: validatorsOf(response) };
}

const readable = ['', 'text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf'];
/** What servers say of files that they do not know: looked at, as it may be a PDF. */
const unknownFile = [
	'application/octet-stream',
	'binary/octet-stream',
	'application/x-pdf',
	'application/acrobat',
	'application/vnd.pdf',
	'text/pdf',
	'application/download',
	'application/x-download',
	'application/force-download',
];

function refuseContent({ status, address, header }: ResponseHead): CaptureFault | null {
	if (status !== 200 && status !== 203) return null;
	const { type } = parseContentType(header('content-type'));
	return readable.includes(type) || unknownFile.includes(type)
		? null
		: new CaptureFault('no-web-page', address, { type });
}

function refuseBytes(bytes: Buffer, contentType: string, address: string): void {
	const { type } = parseContentType(contentType);
	if (bytes.byteLength === 0) throw new CaptureFault('empty-response', address, {});
	if (type === 'application/pdf')
		throw new CaptureFault('no-web-page', address, { type: 'something that calls itself a PDF and is none' });
	if (unknownFile.includes(type)) throw new CaptureFault('no-web-page', address, { type });
}

/** No text holds a NUL once its characters are known: UTF-16 has one in every other byte. */
function refuseBinary(html: string, address: string): void {
	if (html.slice(0, 4096).includes('\0'))
		throw new CaptureFault('no-web-page', address, { type: 'a file that is no text' });
}

/**
 * A single sign that was cut in two is a blemish that real pages have. A text in other characters than the page says has one in every
 * word with an accent or a curly quote: in English some in a thousand characters, in other languages more.
 */
const mostGarbled = 1 / 1000;

function refuseGarbled(html: string, bytes: Buffer, address: string): void {
	if (!html.includes('\ufffd')) return;
	// Those that stand in the page itself are the site's own words.
	const own = bytes.toString('latin1').split('\u00ef\u00bf\u00bd').length - 1;
	const garbled = html.split('\ufffd').length - 1 - own;
	if (garbled <= html.length * mostGarbled) return;
	throw new CaptureFault('wrong-charset', address, { garbled, characters: html.length });
}
