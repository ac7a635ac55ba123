/** What is tried again, and what never is: whether a message may have arrived decides. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { post, retryAfter } from './post.ts';

const now = Date.parse('2026-06-16T04:12:00Z');
const patience = { timeout: 300, rests: [1, 1], longestRest: 1000 };

let server: Server;
let address: string;
let asked = 0;
/** Of every answer; null: the connection is cut, 0: nothing is ever said. */
let status: number | null = 200;

before(async () => {
	server = createServer((request, response) => {
		asked++;
		if (status === null) request.socket.destroy();
		else if (status !== 0) response.writeHead(status).end('x'.repeat(100_000));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

after(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
});

beforeEach(() => {
	asked = 0;
});

for (const [answer, kind, times] of [
	[200, 'taken', 1],
	[500, 'refused', 3],
	[429, 'refused', 3],
	[404, 'refused', 1],
	[302, 'refused', 1],
	[504, 'unanswered', 1],
	[null, 'unanswered', 1],
	[0, 'unanswered', 1],
] as const)
	test(`${answer === null ? 'a cut connection' : answer === 0 ? 'silence' : `an answer ${answer}`} is ${kind}, and the server was asked ${times === 1 ? 'once' : `${times} times`}`, async () => {
		status = answer;
		const found = await post({ address, body: '{}' }, patience);
		assert.deepEqual([found.kind, asked], [kind, times]);
		if (found.kind !== 'taken') assert.ok(found.reason.length < 300);
	});

test('where nobody listens nothing went out', async () => {
	const nobody = createServer();
	await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
	const { port } = nobody.address() as AddressInfo;
	await new Promise((resolve) => nobody.close(resolve));
	const found = await post({ address: `http://127.0.0.1:${port}/`, body: '{}' }, patience);
	assert.equal(found.kind, 'unreached');
});

test('a server says in seconds or by a date how long it is to be left alone', () => {
	for (const [said, expected] of [
		['2', 2000],
		['0.3', 300],
		['Tue, 16 Jun 2026 04:12:30 GMT', 30_000],
		['Tue, 16 Jun 2026 04:00:00 GMT', 0],
		['soon', null],
		[null, null],
	] as const) {
		const headers = new Headers(said === null ? {} : { 'retry-after': said });
		assert.equal(retryAfter(headers, now), expected);
	}
});
