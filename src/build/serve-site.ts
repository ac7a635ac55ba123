/** Serves a built site on the loopback interface, for reading it here and for the browser tests. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Fault } from '../model/fault.ts';

export interface ServeRequest {
	readonly directory: string;
	/** Null: 4321 or the next free one. 0: any free one. */
	readonly port: number | null;
	/** Path that the site was built for: `/` or `/clausetrail/`. */
	readonly base: string;
}

export interface Serving {
	/** Address of the home page. */
	readonly address: string;
	close(): Promise<void>;
}

const host = '127.0.0.1';
const usualPort = 4321;
const portsTried = 20;

/** @throws Fault where the directory holds no site, or the port asked for is taken */
export async function serveDirectory({ directory, port, base }: ServeRequest): Promise<Serving> {
	const root = path.resolve(directory);
	if ((await fileAt(path.join(root, 'index.html'))) === null) {
		throw new Fault('there is no built site here (no index.html)', root, 'Build one first: npm run build.');
	}
	const server = createServer((request, response) => {
		answer(root, base, request, response).catch(() => response.destroy());
	});
	await listen(server, port);
	const { port: taken } = server.address() as AddressInfo;
	return { address: `http://${host}:${taken}${base}`, close: () => close(server) };
}

async function listen(server: Server, port: number | null): Promise<void> {
	if (port !== null) return listenOn(server, port);
	for (let tried = 0; tried < portsTried - 1; tried++) {
		try {
			return await listenOn(server, usualPort + tried);
		} catch (error) {
			if (!isTaken(error)) throw error;
		}
	}
	return listenOn(server, usualPort + portsTried - 1);
}

function listenOn(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const fail = (cause: Error) => reject(portFault(port, cause));
		server.once('error', fail);
		server.listen(port, host, () => {
			server.off('error', fail);
			resolve();
		});
	});
}

function isTaken(error: unknown): boolean {
	return error instanceof Fault && (error.cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
}

function portFault(port: number, cause: NodeJS.ErrnoException): Fault {
	const what =
		cause.code === 'EADDRINUSE' ? 'another program listens on this port' : `cannot listen: ${cause.message}`;
	return new Fault(
		what,
		`${host}:${port}`,
		'Choose another with --port, or leave --port out to take the next free one.',
		cause,
	);
}

async function answer(
	root: string,
	base: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	if (request.method !== 'GET' && request.method !== 'HEAD')
		return end(response, 405, 'Only reading is possible here.');
	const asked = requestedPath(request.url ?? '/', base);
	if (asked === null) return redirectOrMissing(root, base, request, response);
	const found = await fileAt(path.join(root, asked.endsWith('/') ? `${asked}index.html` : asked));
	if (found !== null) return send(request, response, 200, found);
	if (!asked.endsWith('/') && (await fileAt(path.join(root, asked, 'index.html'))) !== null) {
		const { pathname, search } = new URL(request.url ?? '/', `http://${host}`);
		response.writeHead(301, { location: `${pathname}/${search}` }).end();
		return;
	}
	return missing(root, request, response);
}

/** Path below the site's root, beginning with `/`; null where it is not below the base, or would leave the root. */
function requestedPath(url: string, base: string): string | null {
	try {
		const pathname = decodeURIComponent(new URL(url, `http://${host}`).pathname);
		const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : null;
		const leaves =
			inside === null || inside.includes('\0') || inside.includes('\\') || inside.split('/').includes('..');
		return leaves ? null : inside;
	} catch {
		return null;
	}
}

function redirectOrMissing(
	root: string,
	base: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> | void {
	const { url } = request;
	if (url === '/' || `${url}/` === base) {
		response.writeHead(302, { location: base }).end();
		return;
	}
	return missing(root, request, response);
}

async function missing(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const page = await fileAt(path.join(root, '404.html'));
	return page === null ? end(response, 404, 'There is no such page.') : send(request, response, 404, page);
}

interface FoundFile {
	readonly file: string;
	readonly size: number;
}

async function fileAt(file: string): Promise<FoundFile | null> {
	try {
		const facts = await stat(file);
		return facts.isFile() ? { file, size: facts.size } : null;
	} catch {
		return null;
	}
}

const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.gz': 'application/gzip',
	'.xml': 'application/xml; charset=utf-8',
	'.link': 'application/link-format',
	'.opml': 'text/x-opml; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.woff2': 'font/woff2',
};

async function send(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	{ file, size }: FoundFile,
): Promise<void> {
	const type = types[path.extname(file)] ?? 'application/octet-stream';
	response.writeHead(status, {
		'content-type': type,
		'content-length': size,
		'cache-control': 'no-cache',
		'x-content-type-options': 'nosniff',
	});
	if (request.method === 'HEAD') response.end();
	else await pipeline(createReadStream(file), response);
}

function end(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function close(server: Server): Promise<void> {
	server.closeAllConnections();
	return new Promise((resolve) => server.close(() => resolve()));
}
