/** The demonstration web: a forward HTTP proxy on loopback that itself answers for every invented host, and for nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import {
	type DemoAgreement,
	type DemoPlatform,
	loadDemoPlatforms,
	type Revision,
	revisionOn,
} from './demo-platforms.ts';
import { renderPage } from './render-page.ts';

export interface DemoWeb {
	/** Address to use as an HTTP proxy. */
	readonly proxy: string;
	/** Every page is from now on as it was on that day (UTC). */
	setNow(date: Date): void;
	close(): Promise<void>;
}

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
}

/** Host and path → what is there. */
type Directory = ReadonlyMap<string, Place>;

type Place =
	| { readonly kind: 'page'; readonly platform: DemoPlatform; readonly agreement: DemoAgreement }
	| { readonly kind: 'moved'; readonly to: string };

/** Listens on a free port. Nothing is ever passed on: an unknown host gets status 502. */
export async function startDemoWeb(platforms = loadDemoPlatforms()): Promise<DemoWeb> {
	const directory = directoryOf(platforms);
	const hosts = new Set([...directory.keys()].map((key) => key.split('/')[0]));
	const visits = new Map<string, number>();
	let day = '';
	const server = createServer((request, response) => {
		const url = requestedUrl(request);
		const answer = hosts.has(url.hostname)
			? answerFor(directory, url, day, visits)
			: plain(502, 'Unknown host');
		send(request, response, answer);
	});
	server.on('connect', (request, socket, head) => openTunnel(server, hosts, request, socket, head));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		setNow(date) {
			day = date.toISOString().slice(0, 10);
			visits.clear();
		},
		close: () => close(server),
	};
}

function directoryOf(platforms: readonly DemoPlatform[]): Directory {
	const places = new Map<string, Place>();
	for (const platform of platforms) {
		for (const agreement of platform.agreements) {
			places.set(keyOf(new URL(agreement.address)), { kind: 'page', platform, agreement });
			if (agreement.formerly)
				places.set(keyOf(new URL(agreement.formerly)), { kind: 'moved', to: agreement.address });
		}
	}
	return places;
}

function keyOf(url: URL): string {
	return `${url.hostname}${url.pathname}`;
}

/** A proxy gets the whole address in the request line; inside a tunnel only the path, and the host in its field. */
function requestedUrl({ url = '/', headers }: IncomingMessage): URL {
	const base = `http://${headers.host ?? 'unknown.invalid'}`;
	return URL.canParse(url, base) ? new URL(url, base) : new URL('http://unknown.invalid/');
}

/** The tunnel ends in this server again, whatever port was asked for. */
function openTunnel(
	server: Server,
	hosts: ReadonlySet<string>,
	request: IncomingMessage,
	socket: Duplex,
	head: Buffer,
): void {
	const host = (request.url ?? '').replace(/:\d+$/, '');
	socket.on('error', () => socket.destroy());
	if (!hosts.has(host)) {
		socket.end('HTTP/1.1 502 Unknown host\r\n\r\n');
		return;
	}
	socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
	if (head.length > 0) socket.unshift(head);
	server.emit('connection', socket);
}

function answerFor(directory: Directory, url: URL, day: string, visits: Map<string, number>): Answer {
	const place = directory.get(keyOf(url));
	if (place?.kind === 'moved') return { ...plain(301, 'Moved'), headers: { location: place.to } };
	const revision = place ? revisionOn(place.agreement, day) : null;
	if (!place || !revision) return plain(404, 'Not found');
	const visit = (visits.get(keyOf(url)) ?? 0) + 1;
	visits.set(keyOf(url), visit);
	return faultAnswer(revision) ?? pageAnswer(place.platform, renderPage({ ...place, revision, day, visit }));
}

function faultAnswer({ fault }: Revision): Answer | null {
	if (fault === 'unavailable')
		return { ...plain(503, 'Service unavailable'), headers: { 'retry-after': '3600' } };
	if (fault === 'gone') return plain(404, 'Not found');
	if (fault === 'bot-wall') return { status: 200, headers: htmlHeaders('utf-8'), body: Buffer.from(botWall) };
	return null;
}

const botWall = `<!DOCTYPE html>
<html lang="en"><head><title>One moment</title><meta name="robots" content="noindex"></head>
<body><div id="challenge"><h1>We are checking your browser</h1>
<p>This takes a few seconds. Please allow scripts and cookies, and reload the page if nothing happens.</p>
<noscript>Scripts are switched off: you cannot go on.</noscript></div></body></html>
`;

function pageAnswer(platform: DemoPlatform, html: string): Answer {
	return { status: 200, headers: htmlHeaders(platform.charset), body: encode(html, platform.charset) };
}

function htmlHeaders(charset: string): Record<string, string> {
	return { 'content-type': `text/html; charset=${charset}` };
}

/** What ISO-8859-1 lacks, such as the euro sign, is written as a character reference, as old sites do. */
function encode(html: string, charset: DemoPlatform['charset']): Buffer {
	if (charset === 'utf-8') return Buffer.from(html);
	const referenced = [...html].map((character) => {
		const code = character.codePointAt(0) ?? 0;
		return code > 0xff ? `&#${code};` : character;
	});
	return Buffer.from(referenced.join(''), 'latin1');
}

function plain(status: number, text: string): Answer {
	return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: Buffer.from(`${text}\n`) };
}

/** The usual quality takes a hundred times as long for a page that is read once. */
const fastBrotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Large answers are packed in a way that the other side accepts. */
function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
	const accepted = String(request.headers['accept-encoding'] ?? '');
	const { packed, encoding } = pack(body, accepted);
	response.writeHead(status, {
		...headers,
		...(encoding ? { 'content-encoding': encoding } : {}),
		'content-length': packed.length,
	});
	response.end(request.method === 'HEAD' ? undefined : packed);
}

/** Odd lengths get one packing and even ones the other, so that a demonstration run goes through both. */
function pack(body: Buffer, accepted: string): { packed: Buffer; encoding: string } {
	if (body.length < 1000) return { packed: body, encoding: '' };
	if (accepted.includes('br') && body.length % 2 === 0) {
		return { packed: brotliCompressSync(body, fastBrotli), encoding: 'br' };
	}
	if (accepted.includes('gzip')) return { packed: gzipSync(body), encoding: 'gzip' };
	return { packed: body, encoding: '' };
}

function close(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}
