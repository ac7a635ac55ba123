/** A process of its own that stands for a web of many slow hosts: a proxy that answers for all of them. Started by capture-load.ts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds until an answer begins. */
const latency = Number(process.argv[2]);
/** Host → when its requests came, in milliseconds. */
const asked = new Map<string, number[]>();
/** Whether pages that did not change are answered with 304. */
let honoursTags = true;

/** About as long as an agreement of the middle size: 30 KB of text. */
function pageAt(address: string): string {
	const clauses = Array.from(
		{ length: 150 },
		(_, at) =>
			`<h2>${at + 1}. On ${address}</h2><p>You may use part ${at + 1} of the <a href="/service">service</a> as long as you pay all fees that are due for it. We may change them <b>once</b> a year.</p>`,
	);
	return `<!doctype html><html lang="en"><body><nav>Home</nav><main>${clauses.join('\n')}</main></body></html>`;
}

const server = createServer(async (request, response) => {
	const { host, pathname } = new URL(request.url ?? '', 'http://unknown.invalid');
	asked.set(host, [...(asked.get(host) ?? []), performance.now()]);
	await sleep(latency);
	if (pathname === '/robots.txt') response.writeHead(200).end('User-agent: *\nDisallow: /private/\n');
	else if (honoursTags && request.headers['if-none-match'] === '"same"') response.writeHead(304).end();
	else response.writeHead(200, { 'content-type': 'text/html', etag: '"same"' }).end(pageAt(host + pathname));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

// Whoever started this asks how often each host was asked, and how soon after the last time, and begins anew.
process.on('message', (next: { readonly honoursTags: boolean }) => {
	honoursTags = next.honoursTags;
	const hosts = [...asked.values()].map((times) => ({
		requests: times.length,
		shortestGap: Math.min(...times.slice(1).map((time, at) => time - (times[at] ?? 0))),
	}));
	asked.clear();
	process.send?.(hosts);
});
process.on('disconnect', () => process.exit());
