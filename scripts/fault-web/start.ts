/** A web on loopback that answers badly in every way known: for tests of what must never become a version. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createSecureServer, type TlsOptions } from 'node:tls';
import { badAnswers, badPages, goodPage } from './answers.ts';
import { type Authority, createAuthority, createCertificate } from './certificate.ts';

export interface FaultWeb {
	/** `http://127.0.0.1:<port>`; also an HTTP proxy that answers for every host itself. */
	readonly origin: string;
	/** Address of an answer or a page by its name. */
	readonly at: (name: string) => string;
	/** What is wrong with the connection → `https://localhost:<port>/good`. */
	readonly secure: ReadonlyMap<string, string>;
	/** Its certificates are good for whoever trusts this authority. */
	readonly authority: Authority;
	/** Paths that were asked for, in order. */
	readonly asked: string[];
	/** What robots.txt answers from now on: a text, or a status. */
	readonly setRobots: (answer: string | number) => void;
	/** What `/<name>` answers from now on, instead of what the name stands for. */
	readonly set: (name: string, give: (response: ServerResponse, request: IncomingMessage) => void) => void;
	readonly unset: (name: string) => void;
	readonly close: () => Promise<void>;
}

export async function startFaultWeb(): Promise<FaultWeb> {
	const asked: string[] = [];
	const given = new Map<string, (response: ServerResponse, request: IncomingMessage) => void>();
	let robots: string | number = 404;
	const answer: RequestListener = (request, response) => {
		const name = nameOf(request);
		asked.push(`/${name}`);
		if (name === 'robots.txt') return giveRobots(response, robots);
		const page = name === 'good' ? goodPage : badPages[name];
		const give = given.get(name) ?? badAnswers[name];
		if (give !== undefined) give(response, request);
		else response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page);
	};
	const http = createServer(answer);
	// Else a connection that a test cut would take the server with it.
	http.on('clientError', (_, socket) => socket.destroy());
	const authority = createAuthority('Tern Test Authority');
	const secureServers = secureKinds(authority).map(([kind, options]) => {
		const server = createSecureServer(options, (socket) => http.emit('connection', socket));
		server.on('tlsClientError', () => {});
		return [kind, server] as const;
	});
	// Speaks HTTP where TLS is expected.
	const plain = createServer(answer);
	const servers: Server[] = [http, plain, ...secureServers.map(([, server]) => server)];
	const ports = await Promise.all(servers.map(listen));
	const origin = `http://127.0.0.1:${ports[0]}`;
	const kinds = ['no TLS at all', ...secureServers.map(([kind]) => kind)];
	return {
		origin,
		at: (name) => `${origin}/${encodeURIComponent(name)}`,
		secure: new Map(kinds.map((kind, at) => [kind, `https://localhost:${ports[at + 1]}/good`])),
		authority,
		asked,
		setRobots: (next) => {
			robots = next;
		},
		set: (name, give) => void given.set(name, give),
		unset: (name) => void given.delete(name),
		close: async () => {
			http.closeAllConnections();
			plain.closeAllConnections();
			await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
		},
	};
}

/** A proxy gets the whole address in the request line. */
function nameOf({ url = '/' }: IncomingMessage): string {
	const { pathname } = new URL(url, 'http://127.0.0.1/');
	return decodeURIComponent(pathname.slice(1));
}

function giveRobots(response: ServerResponse, robots: string | number): void {
	if (typeof robots === 'number') response.writeHead(robots).end();
	else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
}

function secureKinds(authority: Authority): readonly (readonly [string, TlsOptions])[] {
	const stranger = createAuthority('Nobody');
	const options = (certificate: ReturnType<typeof createCertificate>): TlsOptions => ({
		cert: certificate.certificate,
		key: certificate.key,
	});
	return [
		['good', options(createCertificate('localhost', authority))],
		['expired', options(createCertificate('localhost', authority, Date.now() - 1000))],
		['another host', options(createCertificate('tern.example', authority))],
		['self-signed', options(createCertificate('localhost', null))],
		['unknown issuer', options(createCertificate('localhost', stranger))],
		[
			'old TLS',
			{ ...options(createCertificate('localhost', authority)), minVersion: 'TLSv1', maxVersion: 'TLSv1.1' },
		],
	];
}

function listen(server: Server): Promise<number> {
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
	});
}
