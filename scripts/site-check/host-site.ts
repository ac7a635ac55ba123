/** Serves a built site as its host will: packed where hosts pack, and as slowly as it is reached. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

/** The way between a host and its reader. */
export interface Net {
	/** Milliseconds until an answer begins. */
	readonly latency: number;
	/** Bytes a second. */
	readonly bandwidth: number;
}

/** No way at all: who slows down the browser measures that as well. */
export const noNet: Net = { latency: 0, bandwidth: Number.POSITIVE_INFINITY };

/** What Lighthouse calls so. A browser's own throttling does not reach what its workers fetch, and the index of the search is read by one. */
export const slow4G: Net = { latency: 150, bandwidth: 1_600_000 / 8 };

/** What hosts such as GitHub Pages pack on the way. */
const packed = /\.(?:html|css|js|json|xml|svg|txt)$/;
const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
};

export interface HostedSite {
	/** Address of the home page. */
	readonly address: string;
	/** Bytes sent since the last call. */
	readonly takeBytes: () => number;
	readonly close: () => Promise<void>;
}

export async function hostSite(
	directory: string,
	base: string,
	{ latency, bandwidth }: Net,
): Promise<HostedSite> {
	let bytes = 0;
	/** When the line has sent all that it was given: answers share it. */
	let free = 0;
	const server = createServer(async (request, response) => {
		const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(
			base.length - 1,
		);
		const file = asked.endsWith('/') ? `${asked}index.html` : asked;
		const content = await readFile(path.join(directory, path.normalize(file))).catch(() => null);
		if (content === null) return void response.writeHead(404).end();
		const body = packed.test(file) ? gzipSync(content) : content;
		bytes += body.length;
		const now = performance.now();
		free = Math.max(free, now + latency) + (body.length / bandwidth) * 1000;
		await sleep(free - now);
		response.writeHead(200, {
			'content-type': types[path.extname(file)] ?? 'application/octet-stream',
			'cache-control': 'max-age=600',
			...(packed.test(file) ? { 'content-encoding': 'gzip' } : {}),
		});
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		address: `http://127.0.0.1:${port}${base}`,
		takeBytes: () => {
			const sent = bytes;
			bytes = 0;
			return sent;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
