/** Bad answers of every kind, by name. `/good` is the one that is as it should be. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { dayLength } from '../../src/text/day-length.ts';

type Give = (response: ServerResponse, request: IncomingMessage) => void;

const html = { 'content-type': 'text/html; charset=utf-8' };

const clauses = Array.from(
	{ length: 40 },
	(_, at) =>
		`<h2>${at + 1}. Clause of its own</h2><p>You may use part ${at + 1} of the service as long as you pay all fees that are due for it. We may change them once a year, on day ${at + 3} of the month.</p>`,
);
const paragraphs = (...texts: readonly string[]) => texts.map((text) => `<p>${text}</p>`).join('');
const pageOf = (main: string) =>
	`<!doctype html><html lang="en"><head><title>Tern</title></head><body><nav>Home</nav><main>${main}</main></body></html>`;

/** The agreement as everything else is measured by it. */
export const goodPage = pageOf(`<h1>Terms of Service</h1>${clauses.join('')}`);

function respond(
	status: number,
	headers: Readonly<Record<string, string>> = {},
	body = '<p>No agreement.</p>',
): Give {
	return (response) => response.writeHead(status, { ...html, ...headers }).end(body);
}

const redirect = (location: string) => respond(302, { location }, '');

/** Begins an answer and goes on with it for ever. */
function endless(chunk: string, pause: number): Give {
	return (response) => {
		response.writeHead(200, html);
		const timer = setInterval(() => response.write(chunk), pause);
		response.on('close', () => clearInterval(timer));
	};
}

/** Writes to the connection whatever stands there, and ends it. */
function raw(text: string): Give {
	return ({ socket }) => socket?.end(text);
}

function packed(encoding: string, body: Buffer): Give {
	return (response) => response.writeHead(200, { ...html, 'content-encoding': encoding }).end(body);
}

const broken = gzipSync(goodPage);
broken.fill(0x55, 40, 60);

/** Answers that a fetch has to tell from a page. */
export const badAnswers: Readonly<Record<string, Give>> = {
	silent: () => {},
	'slow drip': endless('x', 20),
	'endless body': endless('x'.repeat(50_000), 1),
	'gzip bomb': packed('gzip', gzipSync(Buffer.alloc(12 * 1024 * 1024, 97))),
	'torn gzip': packed('gzip', gzipSync(goodPage).subarray(0, 200)),
	'damaged gzip': packed('gzip', broken),
	'gzip by name alone': packed('gzip', Buffer.from(goodPage)),
	'unknown packing': packed('zstd', Buffer.from(goodPage)),
	'packed nine times': packed(Array(9).fill('gzip').join(', '), Buffer.from(goodPage)),
	'short of its length': (response) => {
		response.writeHead(200, { ...html, 'content-length': '100000' }).write(goodPage);
		setTimeout(() => response.destroy(), 20);
	},
	'broken off between chunks': (response) => {
		response.writeHead(200, html).write(goodPage.slice(0, 2000));
		setTimeout(() => response.destroy(), 20);
	},
	reset: ({ socket }) => socket?.resetAndDestroy(),
	'hung up': ({ socket }) => socket?.destroy(),
	'no HTTP': raw('220 mail.tern.example ESMTP ready\r\n'),
	'chunks without a size': raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nnonsense\r\n'),
	'two lengths': raw('HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 9\r\n\r\nHello'),
	'endless head': raw(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`),
	'redirect loop': redirect('/redirect%20loop'),
	'redirects without end': (response, { url = '' }) => {
		const at = Number(url.split('?')[1] ?? 0);
		response.writeHead(302, { location: `?${at + 1}` }).end();
	},
	'redirect to a file': redirect('file:///etc/passwd'),
	'redirect to nowhere': redirect('http://'),
	'redirect without an address': respond(302, {}, ''),
	'redirect to a metadata service': redirect('http://169.254.169.254/latest/meta-data/'),
	'redirect to this machine': redirect('http://2130706433/terms'),
	'redirect to a local name': redirect('http://printer.local/terms'),
	image: respond(200, { 'content-type': 'image/png' }),
	JSON: respond(200, { 'content-type': 'application/json' }, '{}'),
	'a file of bytes as HTML': respond(200, {}, '\0\u0001\u0002 bytes'),
	'a PDF by name alone': respond(200, { 'content-type': 'application/pdf' }, goodPage),
	'a download': respond(200, { 'content-type': 'application/octet-stream' }, 'MZ'),
	'nothing at all': respond(200, {}, ''),
	'wrong charset': (response) =>
		response.writeHead(200, html).end(Buffer.from(goodPage.replaceAll('due', 'fällig'), 'latin1')),
	'status 000': raw('HTTP/1.1 000 \r\ncontent-length: 5\r\n\r\nHello'),
	'status 99': raw('HTTP/1.1 099 Odd\r\ncontent-length: 5\r\n\r\nHello'),
	'status 1000': raw('HTTP/1.1 1000 Odd\r\ncontent-length: 5\r\n\r\nHello'),
	'status that is no number': raw('HTTP/1.1 two OK\r\ncontent-length: 5\r\n\r\nHello'),
	'no status': raw('HTTP/1.1\r\ncontent-length: 5\r\n\r\nHello'),
	'status 100 unasked': raw('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nHello'),
	'status 101 unasked': raw('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
	'status 101 without a protocol': raw('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
	'status 102 and no more': raw('HTTP/1.1 102 Processing\r\n\r\n'),
	'status 201': respond(201),
	'status 299': respond(299),
	'status 999': raw('HTTP/1.1 999 Denied\r\ncontent-length: 5\r\n\r\nHello'),
	'status 202': respond(202),
	'status 204': (response) => response.writeHead(204).end(),
	'status 206': respond(206),
	'status 304 unasked': (response) => response.writeHead(304).end(),
	'status 401': respond(401),
	'status 403': respond(403),
	'status 404': respond(404),
	'status 410': respond(410),
	'status 418': respond(418),
	'status 429': respond(429),
	'status 429, come back in an hour': respond(429, { 'retry-after': '3600' }),
	'status 451': respond(451),
	'status 500': respond(500),
	'status 503': respond(503),
	'status 503, come back tomorrow': respond(503, {
		'retry-after': new Date(Date.now() + dayLength).toUTCString(),
	}),
	'status 599': respond(599),
};

/** Pages of status 200 that are not the agreement: only who reads them can tell. */
export const badPages: Readonly<Record<string, string>> = {
	'bot wall': pageOf(
		paragraphs(
			'Just a moment…',
			'Checking if the site connection is secure.',
			'Enable JavaScript and cookies to continue.',
		),
	),
	'consent wall': pageOf(
		paragraphs(
			'We value your privacy. We and our 824 partners store and access information on a device, such as cookies, to measure the use of this site.',
			'Accept all cookies or manage your preferences.',
		),
	),
	'login wall': pageOf(
		paragraphs(
			'Please log in to continue to the page that you have asked for.',
			'Email address',
			'Password',
			'Forgot your password? You do not have an account yet? Create one now.',
		),
	),
	'soft 404': pageOf(
		paragraphs(
			'Oops! The page that you are looking for could not be found. It may have been moved, or it no longer exists.',
			'Go back to our home page or search for it there.',
		),
	),
	maintenance: pageOf(
		paragraphs(
			'We are down for scheduled maintenance. We will be back shortly, and we are sorry for the trouble that this may cause you today.',
		),
	),
	'error page': pageOf(
		paragraphs(
			'Something went wrong. An unexpected error has occurred while the page was made. Error code: 500. Please try it again in some minutes.',
		),
	),
	'foreign page': pageOf(
		Array.from(
			{ length: 40 },
			(_, at) =>
				`<p>Flight ${at} to the islands leaves at noon: book a window seat, bring a hat, and see the puffins from the cliff before they fly to sea in August.</p>`,
		).join(''),
	),
	'half a page': pageOf(`<h1>Terms of Service</h1>${clauses.slice(0, 8).join('')}`),
	'swapped page': pageOf(
		`<h1>Privacy Policy</h1>${Array.from({ length: 40 }, (_, at) => `<h2>${at + 1}. Data of kind ${at + 1}</h2><p>This policy says which personal data of kind ${at + 1} we collect about our visitors, why, and for how long it is stored by our processors abroad.</p>`).join('')}`,
	),
	'empty main': pageOf(''),
};
