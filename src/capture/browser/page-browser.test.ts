import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Source } from '../../model/declaration.ts';
import { samplePdf } from '../../samples/pdf-sample.ts';
import { captureAgreement } from '../capture-agreement.ts';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { closeClient, createClient } from '../create-client.ts';
import { openGuardProxy } from '../isolation/guard-proxy.ts';
import { createPageBrowser } from './page-browser.ts';

const words =
	'You may fly over our marsh and land where you like, as long as the eggs stay whole and nobody is woken before dawn, on any day of the year.';
const script = `<body><main></main><script>setTimeout(() => { document.querySelector('main').innerHTML = '<p>${words}</p>'; }, 300);</script>`;

/** Elements of the page's own, one in the other. */
const shadow = `<body><main><x-terms></x-terms></main><script>
	customElements.define('x-terms', class extends HTMLElement { connectedCallback() {
		this.attachShadow({ mode: 'open' }).innerHTML = '<x-rule></x-rule><p>Second: <slot></slot></p>';
	} });
	customElements.define('x-rule', class extends HTMLElement { connectedCallback() {
		setTimeout(() => { this.attachShadow({ mode: 'open' }).innerHTML = '<p>${words}</p>'; }, 300);
	} });
	document.querySelector('x-terms').innerHTML = '<b>eggs stay.</b>';
</script>`;
const closed = `<body><main><x-rule></x-rule></main><script>
	customElements.define('x-rule', class extends HTMLElement { connectedCallback() {
		const root = this.attachShadow({ mode: 'closed' });
		root.innerHTML = '<p>${words}</p><div></div>';
		root.querySelector('div').attachShadow({ mode: 'open' }).innerHTML = '<p>So do nests.</p>';
	} });
</script>`;
const seen = (where: string, text: string) =>
	`new IntersectionObserver((all, me) => { if (all.some((one) => one.isIntersecting)) { ${where}.textContent = '${text}'; me.disconnect(); } }).observe(${where});`;
const lazy = `<body><main><p>${words}</p><div style="height: 9000px"></div><p id="late" style="min-height: 1px"></p>
	<div style="height: 300px; overflow-y: auto"><div style="height: 2000px"></div><p id="box" style="min-height: 1px"></p></div></main>
	<script>${seen('late', 'Late words.')}${seen('box', 'Words in a box.')}</script>`;
const filled = `<body><main><p>${words}</p><textarea readonly id="t"></textarea></main><script>document.querySelector('#t').value = 'Set by a script.';</script>`;

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const html = { 'content-type': 'text/html; charset=latin1' };
const asked: string[] = [];
const answers: Readonly<Record<string, Answer>> = {
	'/written': (response) => response.writeHead(200, html).end(script),
	'/plain': (response) => response.writeHead(200, html).end(`<main><p>${words}</p></main>`),
	'/wall': (response, request) =>
		request.headers['sec-fetch-mode'] === undefined
			? response.writeHead(403, html).end('<main>Access denied</main>')
			: response.writeHead(200, html).end(`<main><p>${words}</p></main>`),
	'/shadow': (response) => response.writeHead(200, html).end(shadow),
	'/closed': (response) => response.writeHead(200, html).end(closed),
	'/lazy': (response) => response.writeHead(200, html).end(lazy),
	'/filled': (response) => response.writeHead(200, html).end(filled),
	'/gone': (response) => response.writeHead(404, html).end('<main>Gone</main>'),
	'/stuck': (response) => response.writeHead(200, html).end('<main>x</main><script>for (;;);</script>'),
	'/loads': (response) =>
		response
			.writeHead(200, html)
			.end(
				`<img src="/picture"><style>@font-face { font-family: a; src: url(/font) } main { font-family: a }</style><main>${words}</main><script src="/script"></script>`,
			),
	'/script': (response) =>
		response
			.writeHead(200, { 'content-type': 'text/javascript' })
			.end(
				'document.querySelector("main").append(" " + navigator.userAgent); alert("stop"); open("/popup"); navigator.serviceWorker?.register("/worker");',
			),
	'/inward': (response) => response.writeHead(302, { location: 'http://inner.example/secret' }).end(),
	'/pdf': (response) =>
		response
			.writeHead(200, { 'content-type': 'application/pdf' })
			.end(samplePdf([[{ text: words, x: 10, y: 700, size: 5 }]])),
};

const server = createServer((request, response) => {
	const path = new URL(request.url ?? '', 'http://x').pathname;
	asked.push(path);
	(answers[path] ?? ((gone) => gone.writeHead(404).end()))(response, request);
});
let origin = '';
let client: FetchClient;
before(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	client = createClient({
		userAgent: 'Clausetrail/0 (test)',
		languages: ['en'],
		delay: 0,
		privateAddresses: true,
	});
});
after(async () => {
	await closeClient(client);
	server.closeAllConnections();
	server.close();
});

function sourceOf(path: string, rules: Partial<Source> = {}): Source {
	return { address: origin + path, select: ['main'], remove: [], filters: [], ...rules };
}

function capture(path: string, rules: Partial<Source> = {}) {
	return captureAgreement({ platform: 'P', agreement: 'A', sources: [sourceOf(path, rules)] }, client);
}

async function codeOf(work: Promise<unknown>): Promise<string> {
	const outcome = await work.catch((error: unknown) => error);
	return outcome instanceof CaptureFault ? outcome.code : `no fault: ${String(outcome)}`;
}

describe('a page that its scripts write', () => {
	test('is shown in a browser where the declaration asks for one', async () => {
		const { text, fetcher, pages } = await capture('/written', { executeClientScripts: true });
		assert.equal(text, `${words}\n`);
		assert.equal(fetcher, 'fullDom');
		assert.match(pages[0]?.bytes.toString() ?? '', /<main><p>You may fly/);
		assert.equal(pages[0]?.contentType, 'text/html; charset=utf-8');
	});

	test('and one that turns robots away are shown in a browser where the plain page does not do', async () => {
		assert.equal((await capture('/written')).fetcher, 'fullDom');
		assert.equal((await capture('/wall')).fetcher, 'fullDom');
		assert.equal((await capture('/plain')).fetcher, 'htmlOnly');
	});

	test('is never shown in one where the declaration forbids it', async () => {
		assert.equal(await codeOf(capture('/written', { executeClientScripts: false })), 'empty');
		assert.equal(await codeOf(capture('/wall', { executeClientScripts: false })), 'forbidden');
	});
});

describe('what people see in the browser', () => {
	test('may stand in shadow trees', async () => {
		const { text } = await capture('/shadow', { executeClientScripts: true });
		assert.equal(text, `${words}\n\nSecond: **eggs stay.**\n`);
	});

	test('may stand in shadow trees that scripts closed', async () => {
		const { text } = await capture('/closed', { executeClientScripts: true });
		assert.equal(text, `${words}\n\nSo do nests.\n`);
	});

	test('may come when they scroll, through the page or in a box', async () => {
		const { text } = await capture('/lazy', { executeClientScripts: true });
		assert.equal(text, `${words}\n\nLate words.\n\nWords in a box.\n`);
	});

	test('may be set in a field by a script', async () => {
		const { text } = await capture('/filled', { executeClientScripts: true });
		assert.equal(text, `${words}\n\nSet by a script.\n`);
	});
});

describe('the browser', () => {
	test('names the collection, loads what text needs and nothing else, and waits for nobody', async () => {
		const { text } = await capture('/loads', { executeClientScripts: true });
		assert.equal(text, `${words}\nClausetrail/0 (test)\n`);
		for (const path of ['/picture', '/font', '/worker']) assert.ok(!asked.includes(path), path);
	});

	test('gives up a page that is gone, and one that never rests', async () => {
		assert.equal(await codeOf(capture('/gone', { executeClientScripts: true })), 'not-found');
		const hasty = createPageBrowser(undefined, { time: 4000, size: 1_000_000 });
		assert.equal(await codeOf(hasty.render(sourceOf('/stuck'), client)), 'timeout');
		await hasty.close();
	});

	test('that is not to be had leaves the fault of the plain page', async () => {
		const without = createPageBrowser(() => Promise.reject(new Error('none here')));
		const declared = { platform: 'P', agreement: 'A', sources: [sourceOf('/wall')] };
		assert.equal(await codeOf(captureAgreement(declared, { ...client, browser: without })), 'forbidden');
		assert.equal(await codeOf(without.render(sourceOf('/wall'), client)), 'browser');
	});

	test('is not asked for a PDF', async () => {
		const { text, fetcher } = await capture('/pdf', { select: [], executeClientScripts: true });
		assert.deepEqual([text, fetcher], [`${words}\n`, 'htmlOnly']);
	});
});

describe('the guard of its connections', () => {
	/** `outer.example` is our server, `inner.example` a private network. */
	const lookup: LookupFunction = (hostname, options, callback) => {
		const address = [{ address: '127.0.0.1', family: 4 }];
		if (hostname === 'inner.example')
			callback(new CaptureFault('private-address', `http://${hostname}/`, { host: 'inner' }), '');
		else if (options.all === true) callback(null, address);
		else callback(null, '127.0.0.1', 4);
	};

	test('sees where a redirect leads', async () => {
		const guard = await openGuardProxy({ refuseName: () => {}, lookup });
		const browser = await (await import('./chromium.ts')).launchChromium();
		try {
			const context = await browser.newContext({ proxy: { server: guard.address } });
			const tab = await context.newPage();
			const { port } = server.address() as AddressInfo;
			const plain = await tab.goto(`http://outer.example:${port}/plain`);
			assert.equal(plain?.status(), 200);
			await assert.rejects(tab.goto(`http://outer.example:${port}/inward`));
			assert.equal(guard.refusalOf('inner.example')?.code, 'private-address');
			await assert.rejects(tab.goto('https://inner.example/'));
			assert.equal(guard.refusalOf('outer.example'), undefined);
		} finally {
			await browser.close();
			guard.close();
		}
	});

	test('keeps the browser out of this machine unless the collection allows it', async () => {
		const careful = createClient({ userAgent: 'Clausetrail/0', languages: ['en'], delay: 0 });
		assert.equal(await codeOf(careful.browser.render(sourceOf('/plain'), careful)), 'private-address');
		await closeClient(careful);
	});
});
