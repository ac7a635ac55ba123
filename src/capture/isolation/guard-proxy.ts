/**
 * A proxy on this machine that the browser is made to use, so that each of its connections is looked at where it is made: redirects,
 * scripts, sockets and names that change their meaning included. A browser offers no hook of its own that sees them all.
 */
import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import { type AddressInfo, connect, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { CaptureFault } from '../capture-fault.ts';

export interface ConnectionGuard {
	/** Throws a CaptureFault for an address that its name alone forbids. */
	readonly refuseName: (address: string) => void;
	/** Resolves a name, or fails with a CaptureFault. */
	readonly lookup: LookupFunction;
}

export interface GuardProxy {
	readonly address: string;
	/** Why a host was refused; undefined where it was not. */
	readonly refusalOf: (host: string) => CaptureFault | undefined;
	readonly close: () => void;
}

export async function openGuardProxy(guard: ConnectionGuard): Promise<GuardProxy> {
	const refusals = new Map<string, CaptureFault>();
	const note = (host: string, error: unknown) => {
		if (error instanceof CaptureFault) refusals.set(host, error);
	};
	const server = createServer((request, response) => forward(request, response, guard, note));
	server.on('connect', (request, socket, head) => tunnel(request, socket, head, guard, note));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(0, '127.0.0.1', resolve);
	});
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		refusalOf: (host) => refusals.get(host),
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}

type Note = (host: string, error: unknown) => void;

/** Of a connection, not of the message; the other side of the proxy has its own. */
const hopHeaders = /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade)$/i;

/** A page over plain HTTP. A refusal closes the connection: a response of ours would pass for one of the page's. */
function forward(
	request: IncomingMessage,
	response: ServerResponse,
	guard: ConnectionGuard,
	note: Note,
): void {
	const address = request.url ?? '';
	const host = URL.canParse(address) ? new URL(address).host : '';
	const fail = (error: unknown) => {
		note(host, error);
		response.destroy();
	};
	try {
		guard.refuseName(address);
		const headers = Object.fromEntries(
			Object.entries(request.headers).filter(([name]) => !hopHeaders.test(name)),
		);
		const options = { method: request.method ?? 'GET', headers, lookup: guard.lookup, agent: false as const };
		const outgoing = sendRequest(address, options, (received) => {
			response.writeHead(received.statusCode ?? 502, withoutHopHeaders(received.rawHeaders));
			received.on('error', fail).pipe(response);
		});
		response.on('close', () => outgoing.destroy());
		request.pipe(outgoing.on('error', fail));
	} catch (error) {
		fail(error);
	}
}

function withoutHopHeaders(raw: readonly string[]): string[] {
	return raw.filter((_, at) => !hopHeaders.test(raw[at - (at % 2)] ?? ''));
}

/** A page over HTTPS: what goes through is encrypted, where it goes is not. */
function tunnel(
	request: IncomingMessage,
	socket: Duplex,
	head: Buffer,
	guard: ConnectionGuard,
	note: Note,
): void {
	const target = `https://${request.url ?? ''}/`;
	const url = URL.canParse(target) ? new URL(target) : null;
	const fail = (error: unknown) => {
		note(url?.host ?? '', error);
		socket.destroy();
	};
	socket.on('error', fail);
	try {
		if (url === null) throw new TypeError(`${target} is no address`);
		guard.refuseName(url.href);
		const host = url.hostname.replace(/^\[|\]$/g, '');
		const outgoing = connect({ host, port: Number(url.port || 443), lookup: guard.lookup }, () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			outgoing.write(head);
			outgoing.pipe(socket).pipe(outgoing);
		});
		outgoing.on('error', fail);
		socket.on('close', () => outgoing.destroy());
	} catch (error) {
		fail(error);
	}
}
