/**
 * Lets the watchlist be opened without a connection. It is asked for that page and the files that page asks for, and for nothing else:
 * its scope is the folder that it lies in. What the network answers is always what the page gets; only where the network fails
 * does it answer from what the page itself has kept (src/browser/watch/watch-keep.ts). It writes nothing.
 *
 * Plain JavaScript at an address of its own: a worker's scope is its folder, and a script that the build bundles lies in another.
 */

/** The same name as in src/browser/watch/watch-keep.ts: sites of one host share their storage, so the path is part of it. */
const kept = `clausetrail.watch ${new URL(self.registration.scope).pathname}`;

/** Milliseconds after which a network that hangs counts as one that fails, where there is something to show in its place. */
const patience = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	const { method, url } = event.request;
	if (method === 'GET' && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});

async function answer(request) {
	const asked = fetch(request);
	// It may fail while the kept answer is still looked for; what is made of that is said below.
	asked.catch(() => {});
	const before = await keptAnswer(request);
	if (before === undefined) return asked;
	const late = new Promise((resolve) => setTimeout(resolve, patience, before));
	return Promise.race([asked, late]).catch(() => before);
}

/** A browser that keeps nothing says so by throwing. */
async function keptAnswer(request) {
	try {
		const cache = await caches.open(kept);
		return await cache.match(request, { ignoreSearch: request.mode === 'navigate', ignoreVary: true });
	} catch {
		return undefined;
	}
}
