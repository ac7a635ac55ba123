/** A web on loopback whose pages a test sets. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** HTML, a status without a body, or whatever an answer does. */
export type SetPage = string | number | ((response: ServerResponse, request: IncomingMessage) => void);

export interface PageWeb {
	/** Without a slash at its end. */
	readonly origin: string;
	/** `/terms` → what is there; where nothing is set, the status is 404. */
	readonly pages: Map<string, SetPage>;
	/** Paths that were asked for, in order, without robots.txt. */
	readonly asked: string[];
	/** Declares the page at a path. No browser is tried where it shows no agreement. */
	readonly terms: (at: string) => { fetch: string; select: string; executeClientScripts: false };
	/** Nothing is set any more, and nothing was asked for. */
	readonly clear: () => void;
	readonly close: () => Promise<void>;
}

export async function startPageWeb(): Promise<PageWeb> {
	const pages = new Map<string, SetPage>();
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const { url = '/' } = request;
		if (url !== '/robots.txt') asked.push(url);
		const page = pages.get(url) ?? 404;
		if (typeof page === 'function') page(response, request);
		else if (typeof page === 'number') response.writeHead(page).end();
		else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		pages,
		asked,
		terms: (at) => ({ fetch: origin + at, select: 'main', executeClientScripts: false }),
		clear: () => {
			pages.clear();
			asked.length = 0;
		},
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
}
