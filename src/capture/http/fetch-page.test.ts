import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchLimits } from '../client.ts';
import { createClient } from '../create-client.ts';
import { systemClock } from '../politeness/clock.ts';
import { fetchPage } from './fetch-page.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const html = { 'content-type': 'text/html; charset=utf-8' };
const umlauts = '<p>Größe: 5 € – “gut”</p>';
const windows1252 = Buffer.from(
	umlauts.replace('€', '\x80').replace('–', '\x96').replace('“', '\x93').replace('”', '\x94'),
	'latin1',
);

const refresh = (target: string) => `<meta http-equiv="refresh" content="0; url=${target}">`;

const answers: Readonly<Record<string, Answer>> = {
	'/page': (response) => response.writeHead(200, html).end('<p>Hello</p>'),
	'/headers': (response, request) => response.writeHead(200, html).end(JSON.stringify(request.headers)),
	'/gzip': (response) =>
		response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync('<p>zipped</p>')),
	'/brotli': (response) =>
		response.writeHead(200, { ...html, 'content-encoding': 'br' }).end(brotliCompressSync('<p>pressed</p>')),
	'/bomb': (response) =>
		response
			.writeHead(200, { ...html, 'content-encoding': 'gzip' })
			.end(gzipSync(Buffer.alloc(4_000_000, 97))),
	'/torn-gzip': (response) =>
		response
			.writeHead(200, { ...html, 'content-encoding': 'gzip' })
			.end(gzipSync('<p>zipped</p>').subarray(0, 12)),
	'/header-charset': (response) =>
		response.writeHead(200, { 'content-type': 'text/html; charset=windows-1252' }).end(windows1252),
	'/doubled-header': (response) => {
		response.setHeader('content-type', ['text/html; charset=windows-1252', 'text/html']);
		response.end(windows1252);
	},
	'/meta-charset': (response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(
				Buffer.concat([
					Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'),
					windows1252,
				]),
			),
	'/no-charset': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(windows1252),
	'/no-charset-utf8': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(umlauts),
	'/wrong-charset': (response) =>
		response.writeHead(200, { 'content-type': 'text/html; charset=klingon' }).end(umlauts),
	'/mark': (response) =>
		response
			.writeHead(200, { 'content-type': 'text/html; charset=latin1' })
			.end(Buffer.from(`\ufeff${umlauts}`, 'utf16le')),
	'/endless': (response) => {
		response.writeHead(200, html);
		const timer = setInterval(() => response.write('x'.repeat(50_000)), 1);
		response.on('close', () => clearInterval(timer));
	},
	'/drip': (response) => {
		response.writeHead(200, html);
		const timer = setInterval(() => response.write('x'), 20);
		response.on('close', () => clearInterval(timer));
	},
	'/sent-on': (response) => response.writeHead(200, html).end(`${refresh('/moved')}<p>Being sent on.</p>`),
	'/sent-by-header': (response) =>
		response.writeHead(200, { ...html, refresh: '0; url=/moved' }).end('<p>Being sent on.</p>'),
	'/sent-round': (response) => response.writeHead(200, html).end(refresh('/sent-round')),
	'/sent-to-file': (response) => response.writeHead(200, html).end(refresh('file:///etc/passwd')),
	'/moved-by-script': (response) =>
		response.writeHead(200, html).end('<script>location.href = "/page"</script>'),
	'/silent': () => {},
	'/cut': (response) => {
		response.writeHead(200, { ...html, 'content-length': '1000' }).write('<p>Half');
		setTimeout(() => response.destroy(), 20);
	},
	'/503': (response) => response.writeHead(503, html).end('<p>Later</p>'),
	'/404': (response) => response.writeHead(404, html).end('<p>Gone</p>'),
	'/pdf': (response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
	'/hidden-pdf': (response) => response.writeHead(200, html).end('%PDF-1.7 ...'),
	'/image': (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
	'/moved': (response) => response.writeHead(301, { location: 'page' }).end(),
	'/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
	'/to-file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
};

let server: Server;
let origin = '';
before(async () => {
	server = createServer((request, response) => {
		const path = (request.url ?? '').replace(/^http:\/\/[^/]+/, '');
		(answers[path] ?? ((gone) => gone.writeHead(404).end()))(response, request);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
	server.closeAllConnections();
	server.close();
});

async function get(path: string, limits: Partial<FetchLimits> = {}, proxy?: string) {
	const userAgent = 'Clausetrail/0 (test; +https://tern.example/about)';
	const client = createClient({
		userAgent,
		languages: ['de', 'en'],
		limits,
		proxy,
		delay: 0,
		privateAddresses: true,
		clock: { ...systemClock, sleep: async () => {} },
	});
	try {
		return await fetchPage(path.startsWith('/') ? origin + path : path, client);
	} finally {
		await client.dispatcher.destroy();
	}
}

describe('fetching a page', () => {
	test('gives the bytes, the text and the facts of the answer', async () => {
		const page = await get('/page');
		assert.deepEqual(page, {
			address: `${origin}/page`,
			status: 200,
			contentType: 'text/html; charset=utf-8',
			bytes: Buffer.from('<p>Hello</p>'),
			html: '<p>Hello</p>',
			warnings: [],
			validators: { address: `${origin}/page` },
		});
	});

	test('says who asks and which language is wanted', async () => {
		const headers = JSON.parse((await get('/headers')).html);
		assert.equal(headers['user-agent'], 'Clausetrail/0 (test; +https://tern.example/about)');
		assert.equal(headers['accept-language'], 'de, en;q=0.9');
	});

	test('follows redirects and says where they ended', async () => {
		assert.equal((await get('/moved')).address, `${origin}/page`);
	});

	test('follows a page that sends on, and says where that ended', async () => {
		for (const path of ['/sent-on', '/sent-by-header']) {
			const { address, html: shown } = await get(path);
			assert.deepEqual([address, shown], [`${origin}/page`, '<p>Hello</p>']);
		}
	});

	test('goes through a proxy where one is given', async () => {
		assert.equal((await get('http://tern.example/page', {}, origin)).html, '<p>Hello</p>');
	});

	for (const [path, expected] of [
		['/gzip', '<p>zipped</p>'],
		['/brotli', '<p>pressed</p>'],
	] as const) {
		test(`unpacks ${path.slice(1)}`, async () => assert.equal((await get(path)).html, expected));
	}

	for (const path of [
		'/header-charset',
		'/doubled-header',
		'/meta-charset',
		'/no-charset',
		'/no-charset-utf8',
		'/wrong-charset',
		'/mark',
	]) {
		test(`reads the characters of ${path}`, async () => {
			assert.ok((await get(path)).html.includes(umlauts));
		});
	}
});

const failures: readonly (readonly [string, CaptureFault['code'], RegExp, Partial<FetchLimits>?])[] = [
	['/503', 'unavailable', /status 503/],
	['/404', 'not-found', /status 404.*gone/s],
	['/silent', 'timeout', /within 0\.15 s/, { time: 150 }],
	['/drip', 'timeout', /within 0\.15 s/, { time: 150 }],
	['/endless', 'too-large', /larger than 1 MB/, { size: 1024 * 1024 }],
	['/bomb', 'too-large', /larger than 1 MB/, { size: 1024 * 1024 }],
	['/torn-gzip', 'truncated', /broke off/],
	['/cut', 'truncated', /broke off/],
	['/image', 'content', /image\/png/],
	['/loop', 'redirects', /in a circle/],
	['/sent-round', 'redirects', /in a circle/],
	['/sent-to-file', 'redirects', /file:\/\/\/etc\/passwd/],
	['/moved-by-script', 'moves-on', /moves on by a script, to http:\/\/127\.0\.0\.1:\d+\/page/],
	['/to-file', 'redirects', /file:\/\/\/etc\/passwd/],
	['http://127.0.0.1:9/', 'connection', /refuses the connection\n/],
];

describe('a page that cannot be had', () => {
	for (const [path, code, message, limits] of failures) {
		test(`is a named fault: ${path}`, async () => {
			await assert.rejects(get(path, limits), (fault) => {
				assert.ok(fault instanceof CaptureFault);
				assert.equal(fault.code, code);
				assert.match(fault.message, message);
				assert.ok(fault.where.includes(path) && fault.remedy.length > 10);
				return true;
			});
		});
	}
});
