/** A process of its own that stands for a web of many slow hosts: a proxy that answers for all of them. Started by capture-load.ts. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds until an answer begins. */
const latency = Number(process.argv[2]);
/** What was asked of a host: a rest is what lies between the end of an answer and the next request. Times in milliseconds. */
interface Asked {
	requests: number;
	answered: number;
	shortestRest: number;
}

const asked = new Map<string, Asked>();
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
	const own = asked.get(host) ?? { requests: 0, answered: Number.NEGATIVE_INFINITY, shortestRest: Infinity };
	asked.set(host, own);
	own.requests++;
	own.shortestRest = Math.min(own.shortestRest, performance.now() - own.answered);
	await sleep(latency);
	// Before whoever asked can have seen its end.
	own.answered = performance.now();
	if (pathname === '/robots.txt') response.writeHead(200).end('User-agent: *\nDisallow: /private/\n');
	else if (honoursTags && request.headers['if-none-match'] === '"same"') response.writeHead(304).end();
	else response.writeHead(200, { 'content-type': 'text/html', etag: '"same"' }).end(pageAt(host + pathname));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

// Whoever started this asks how often each host was asked, and how soon after the last time, and begins anew.
process.on('message', (next: { readonly honoursTags: boolean }) => {
	honoursTags = next.honoursTags;
	process.send?.([...asked.values()].map(({ requests, shortestRest }) => ({ requests, shortestRest })));
	asked.clear();
});
process.on('disconnect', () => process.exit());
