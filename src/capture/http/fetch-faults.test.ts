/** Every way in which a server can answer badly is one named fault that says what to do, asked for as often as it is worth. */
import assert from 'node:assert/strict';
import type { LookupFunction } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setDefaultCACertificates } from 'node:tls';
import { goodPage } from '../../../scripts/fault-web/answers.ts';
import { type FaultWeb, startFaultWeb } from '../../../scripts/fault-web/start.ts';
import { type CaptureCode, CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { type ClientOptions, createClient } from '../create-client.ts';
import { type Clock, systemClock } from '../politeness/clock.ts';
import { fetchPage } from './fetch-page.ts';
import { visit } from './robots-policy.ts';

let web: FaultWeb;
before(async () => {
	web = await startFaultWeb();
	setDefaultCACertificates([web.authority.certificate]);
});
after(() => web.close());
beforeEach(() => {
	web.setRobots(404);
	web.asked.length = 0;
});

/** Sleeps in no time, and tells how long it would have been. */
function hastyClock(): Clock & { readonly slept: number[] } {
	const slept: number[] = [];
	let ahead = 0;
	return {
		slept,
		now: () => systemClock.now() + ahead,
		random: () => 0.5,
		sleep: async (time) => {
			slept.push(Math.round(time));
			ahead += time;
		},
	};
}

async function withClient<Result>(
	options: Partial<ClientOptions>,
	work: (client: FetchClient) => Promise<Result>,
): Promise<Result> {
	const client = createClient({
		userAgent: 'Clausetrail/0 (test; +https://tern.example/about)',
		languages: ['en'],
		delay: 0,
		privateAddresses: true,
		clock: hastyClock(),
		...options,
	});
	try {
		return await work(client);
	} finally {
		await client.dispatcher.destroy();
	}
}

const get = (address: string, options: Partial<ClientOptions> = {}) =>
	withClient(options, (client) => fetchPage(address, client));

async function faultOf(fetching: Promise<unknown>): Promise<CaptureFault> {
	const fault = await fetching.then(
		() => null,
		(error: unknown) => error,
	);
	assert.ok(fault instanceof CaptureFault, `${fault} is no named fault`);
	assert.ok(fault.remedy.length > 30, 'says what to do');
	return fault;
}

/** Name → code, what is said, how many times it is asked for, limits. */
const faults: readonly (readonly [string, CaptureCode, RegExp, number?, ClientOptions['limits']?])[] = [
	['silent', 'timeout', /within 2 s/, 1, { time: 2000 }],
	['slow drip', 'timeout', /within 2 s/, 1, { time: 2000 }],
	['endless body', 'too-large', /larger than 1 MB/, 1, { size: 1024 * 1024 }],
	['gzip bomb', 'too-large', /made to burst/],
	['torn gzip', 'truncated', /broke off/, 3],
	['damaged gzip', 'encoding', /cannot be unpacked/],
	['gzip by name alone', 'encoding', /cannot be unpacked/],
	['unknown packing', 'encoding', /not asked for \(zstd\)/],
	['packed nine times', 'encoding', /not asked for/],
	['short of its length', 'truncated', /broke off/, 3],
	['broken off between chunks', 'truncated', /broke off/, 3],
	['reset', 'connection', /broke off/, 3],
	['hung up', 'connection', /broke off/, 3],
	['no HTTP', 'protocol', /no HTTP/],
	['chunks without a size', 'protocol', /no HTTP/],
	['two lengths', 'truncated', /broke off/, 3],
	['endless head', 'too-large', /head of the answer/],
	['redirect loop', 'redirects', /in a circle/],
	['redirects without end', 'redirects', /more than 10 times/, 11],
	['redirect to a file', 'redirects', /file:\/\/\/etc\/passwd/],
	['redirect to nowhere', 'redirects', /no web address/],
	['redirect without an address', 'redirects', /does not say whereto/],
	['image', 'content', /image\/png/],
	['JSON', 'content', /application\/json/],
	['a file of bytes as HTML', 'content', /no text/],
	['a PDF by name alone', 'content', /calls itself a PDF/],
	['a download', 'content', /octet-stream/],
	['nothing at all', 'empty', /empty page/],
	['wrong charset', 'encoding', /characters/],
	['status 000', 'protocol', /status that HTTP does not have/],
	['status 99', 'protocol', /status that HTTP does not have/],
	['status 1000', 'protocol', /no HTTP/],
	['status that is no number', 'protocol', /no HTTP/],
	['no status', 'protocol', /no HTTP/],
	['status 100 unasked', 'protocol', /between 100 and 199/],
	['status 101 unasked', 'protocol', /between 100 and 199/],
	['status 101 without a protocol', 'protocol', /between 100 and 199/],
	['status 102 and no more', 'connection', /broke off/, 3],
	['status 201', 'status', /201, which is said of no page/],
	['status 299', 'status', /299, which is said of no page/],
	['status 999', 'status', /999/],
	['status 202', 'status', /202/],
	['status 204', 'status', /204/],
	['status 206', 'status', /206/],
	['status 304 unasked', 'status', /304/],
	['status 401', 'forbidden', /401/],
	['status 403', 'forbidden', /403/],
	['status 404', 'not-found', /404/],
	['status 410', 'not-found', /410/],
	['status 418', 'status', /418/],
	['status 429', 'rate-limited', /429/, 3],
	['status 429, come back in an hour', 'rate-limited', /429/],
	['status 451', 'forbidden', /451/],
	['status 500', 'unavailable', /500/, 3],
	['status 503', 'unavailable', /503/, 3],
	['status 503, come back tomorrow', 'unavailable', /503/],
	['status 599', 'unavailable', /599/, 3],
];

describe('a bad answer gives no page, but a fault with a name', () => {
	for (const [name, code, says, times = 1, limits] of faults) {
		test(`${code}: ${name}`, async () => {
			const address = web.at(name);
			// The time is the page's alone.
			const bounds = limits === undefined ? {} : { limits, robotsPassedOver: [new URL(address).host] };
			const fault = await faultOf(get(address, bounds));
			assert.equal(fault.code, code, fault.message);
			assert.match(fault.what, says);
			assert.equal(web.asked.filter((path) => path !== '/robots.txt').length, times);
		});
	}

	for (const [name, says] of [
		['no TLS at all', /no secure connection/],
		['expired', /has expired/],
		['another host', /another host/],
		['self-signed', /signed its certificate itself/],
		['unknown issuer', /issuer|cannot be verified/],
		['old TLS', /no secure connection/],
	] as const) {
		test(`tls: ${name}`, async () => {
			const fault = await faultOf(get(web.secure.get(name) ?? ''));
			assert.equal(fault.code, 'tls', fault.message);
			assert.match(fault.what, says);
			assert.deepEqual(web.asked, []);
		});
	}

	test('connection: nobody listens', async () => {
		assert.equal((await faultOf(get('http://127.0.0.1:9/terms'))).code, 'connection');
	});

	test('dns: there is no such host, or nobody who knows', async () => {
		const failing =
			(code: string): LookupFunction =>
			(_, __, callback) =>
				callback(Object.assign(new Error(`getaddrinfo ${code}`), { code }), '');
		const fault = await faultOf(get('http://tern.example.com/', { lookup: failing('ENOTFOUND') }));
		assert.deepEqual([fault.code, fault.where], ['dns', 'http://tern.example.com/']);
		assert.match(fault.what, /no host of the name tern\.example\.com/);
		const clock = hastyClock();
		await faultOf(get('http://tern.example.com/', { lookup: failing('EAI_AGAIN'), clock }));
		assert.equal(clock.slept.length, 2);
	});

	test('what lies behind none of them is a fault', async () => {
		assert.equal((await get(web.at('good'))).html, goodPage);
		assert.equal((await get(web.secure.get('good') ?? '')).html, goodPage);
	});
});

describe('a private network', () => {
	const all =
		(address: string): LookupFunction =>
		(_, __, callback) =>
			callback(null, [{ address, family: 4 }]);
	const outside = { privateAddresses: false };

	test('is out of reach, by figures, by a local name, and by a name that leads there', async () => {
		for (const address of [
			web.at('good'),
			'http://localhost/',
			'http://[::1]:8080/',
			'http://169.254.169.254/latest/',
		])
			assert.equal((await faultOf(get(address, outside))).code, 'private-address');
		const fault = await faultOf(
			get('http://tern.example.com/terms', { ...outside, lookup: all('127.0.0.1') }),
		);
		assert.deepEqual([fault.code, fault.where], ['private-address', 'http://tern.example.com/terms']);
		assert.match(fault.message, /127\.0\.0\.1.*\n.*privateAddresses/s);
		assert.deepEqual(web.asked, []);
	});

	for (const name of [
		'redirect to a metadata service',
		'redirect to this machine',
		'redirect to a local name',
	]) {
		test(`is out of reach by a ${name}`, async () => {
			const address = `http://tern.example.com/${encodeURIComponent(name)}`;
			const fault = await faultOf(get(address, { ...outside, proxy: web.origin }));
			assert.equal(fault.code, 'private-address');
			assert.deepEqual(web.asked, ['/robots.txt', `/${name}`]);
		});
	}

	test('is out of reach for a browser, too', async () => {
		const visiting = (lookup: LookupFunction) =>
			withClient({ ...outside, lookup }, (client) =>
				visit('http://tern.example.com/', client, async () => 'seen'),
			);
		assert.equal((await faultOf(visiting(all('10.1.2.3')))).code, 'private-address');
	});
});

describe('robots.txt', () => {
	test('is asked once a run, and forbids what it forbids', async () => {
		web.setRobots('User-agent: Clausetrail\nDisallow: /good\n');
		await withClient({}, async (client) => {
			const fault = await faultOf(fetchPage(web.at('good'), client));
			assert.equal(fault.code, 'robots');
			assert.match(fault.remedy, /robots.*collection\.yml/);
			await fetchPage(web.at('half a page'), client);
		});
		assert.deepEqual(web.asked, ['/robots.txt', '/half a page']);
	});

	test('forbids the end of a redirect as well', async () => {
		web.setRobots('User-agent: *\nDisallow: /good\n');
		web.set('moved', (response) => response.writeHead(301, { location: '/good' }).end());
		assert.equal((await faultOf(get(web.at('moved')))).code, 'robots');
		assert.deepEqual(web.asked, ['/robots.txt', '/moved']);
	});

	test('that fails forbids everything, and one that is missing nothing', async () => {
		web.setRobots(503);
		const fault = await faultOf(get(web.at('good')));
		assert.equal(fault.code, 'robots');
		assert.match(fault.what, /cannot be read.*503/);
		assert.deepEqual(web.asked, ['/robots.txt', '/robots.txt', '/robots.txt']);
		web.setRobots(403);
		await get(web.at('good'));
	});

	test('is passed over where the collection says so', async () => {
		web.setRobots('User-agent: *\nDisallow: /\n');
		await get(web.at('good'), { robotsPassedOver: [new URL(web.origin).host] });
		assert.deepEqual(web.asked, ['/good']);
	});

	test('may ask for more rest, within a bound', async () => {
		for (const [wish, rest] of [
			['0.5', 2000],
			['7', 7000],
			['86400', 30_000],
		] as const) {
			web.setRobots(`User-agent: *\nCrawl-delay: ${wish}\n`);
			const clock = hastyClock();
			await withClient({ clock, delay: 2000 }, async (client) => {
				await fetchPage(web.at('good'), client);
				await fetchPage(web.at('good'), client);
			});
			for (const slept of clock.slept) assert.ok(Math.abs(slept - rest) < 1000, `${slept} for ${rest}`);
			assert.equal(clock.slept.length, 2);
		}
	});

	test('that never ends is read as far as must be', async () => {
		web.setRobots(`User-agent: *\nDisallow: /good\n${'# x\n'.repeat(300_000)}`);
		assert.equal((await faultOf(get(web.at('good')))).code, 'robots');
	});
});

describe('a server that asks for time', () => {
	test('is asked again when it said, and then gives its page', async () => {
		let times = 0;
		for (const [status, wait] of [
			[429, '40'],
			[503, new Date(Date.now() + 60_000).toUTCString()],
		] as const) {
			times = 0;
			web.set('busy', (response) => {
				if (times++ === 0)
					response.writeHead(status, { 'retry-after': wait, date: new Date().toUTCString() }).end();
				else response.writeHead(200, { 'content-type': 'text/html' }).end(goodPage);
			});
			const clock = hastyClock();
			await get(web.at('busy'), { clock });
			const slept = clock.slept.reduce((sum, time) => sum + time, 0);
			assert.ok(slept >= 38_000 && slept <= 61_000, `${slept}`);
			assert.equal(times, 2);
		}
	});

	test('for longer than a run waits is left alone with all its pages', async () => {
		await withClient({}, async (client) => {
			await faultOf(fetchPage(web.at('status 429, come back in an hour'), client));
			const fault = await faultOf(fetchPage(web.at('good'), client));
			assert.equal(fault.code, 'rate-limited');
			assert.match(fault.what, /not asked for/);
		});
		assert.ok(!web.asked.includes('/good'));
	});

	test('is given growing pauses where it does not say for how long', async () => {
		const clock = hastyClock();
		await faultOf(get(web.at('status 500'), { clock }));
		assert.deepEqual(clock.slept, [1000, 2000]);
	});
});

describe('a page that is asked for again', () => {
	const give = (etag: string | undefined, lastModified: string | undefined) =>
		web.set('kept', (response, { headers }) => {
			const isSame =
				headers['if-none-match'] === '"v1"' ||
				headers['if-modified-since'] === 'Mon, 06 May 2024 04:12:00 GMT';
			if (isSame) response.writeHead(304).end();
			else {
				const said = {
					...(etag ? { etag } : {}),
					...(lastModified ? { 'last-modified': lastModified } : {}),
				};
				response.writeHead(200, { 'content-type': 'text/html', ...said }).end(goodPage);
			}
		});

	for (const [name, etag, lastModified, isSame] of [
		['an entity tag', '"v1"', undefined, true],
		['a date', undefined, 'Mon, 06 May 2024 04:12:00 GMT', true],
		['another entity tag', '"v2"', undefined, false],
		['no validator', undefined, undefined, false],
		['nonsense', 'v1\u00e9', 'yesterday', false],
	] as const) {
		test(`costs ${isSame ? 'no page' : 'a page'} where it came with ${name}`, async () => {
			give(etag, lastModified);
			await withClient({}, async (client) => {
				const { validators } = await fetchPage(web.at('kept'), client);
				const again = await fetchPage(web.at('kept'), client, validators);
				assert.equal(again === null, isSame);
			});
		});
	}

	test('is asked without conditions where they are of another address', async () => {
		give('"v1"', undefined);
		await withClient({}, async (client) => {
			const validators = { etag: '"v1"', address: web.at('good') };
			assert.equal((await fetchPage(web.at('kept'), client, validators))?.html, goodPage);
		});
	});
});

test('a page declared by https is never read by http', async () => {
	const secure = web.secure.get('good') ?? '';
	web.set('good', (response) => response.writeHead(302, { location: `${web.origin}/half%20a%20page` }).end());
	const fault = await faultOf(get(secure));
	assert.equal(fault.code, 'redirects');
	assert.match(fault.what, /from https to http:/);
	assert.deepEqual(web.asked, ['/robots.txt', '/good']);
});
