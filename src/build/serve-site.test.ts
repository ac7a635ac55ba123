/** The server gives the site's files and nothing else, under its base path, or says why it cannot. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Fault } from '../model/fault.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { type Serving, serveDirectory } from './serve-site.ts';

let folder: string;
let serving: Serving;

before(async () => {
	folder = temporaryFolder({
		'secret.txt': 'secret',
		'site/index.html': 'home',
		'site/404.html': 'nothing here',
		'site/feed.xml': '<rss/>',
		'site/acme/index.html': 'acme',
		'site/acme/ledger.json.gz': 'packed',
	});
	serving = await serveDirectory({ directory: path.join(folder, 'site'), port: 0, base: '/trail/' });
});

after(() => serving.close());

/** fetch() tidies paths before it asks; a hostile client does not. */
function ask(
	rawPath: string,
	method = 'GET',
): Promise<{ status: number; type: string; body: string; location: string }> {
	const { hostname, port } = new URL(serving.address);
	return new Promise((resolve, reject) => {
		const asking = request({ hostname, port, path: rawPath, method }, async (response) => {
			let body = '';
			for await (const chunk of response) body += chunk;
			const { 'content-type': type = '', location = '' } = response.headers;
			resolve({ status: response.statusCode ?? 0, type, body, location });
		});
		asking.once('error', reject);
		asking.end();
	});
}

describe('a served site', () => {
	test('answers pages and files with their types', async () => {
		assert.deepEqual(await ask('/trail/'), {
			status: 200,
			type: 'text/html; charset=utf-8',
			body: 'home',
			location: '',
		});
		assert.equal((await ask('/trail/acme/')).body, 'acme');
		assert.equal((await ask('/trail/feed.xml')).type, 'application/xml; charset=utf-8');
		const { type, body } = await ask('/trail/acme/ledger.json.gz');
		assert.deepEqual([type, body], ['application/gzip', 'packed']);
		assert.equal((await ask('/trail/', 'HEAD')).body, '');
	});

	test('leads to the address with a slash, and from the root to the base', async () => {
		assert.equal((await ask('/trail/acme?q=1')).location, '/trail/acme/?q=1');
		assert.equal((await ask('/')).location, '/trail/');
		assert.equal((await ask('/trail')).location, '/trail/');
	});

	test('answers its own page for what is not there', async () => {
		for (const missing of ['/trail/nobody/', '/acme/', '/elsewhere']) {
			const { status, body } = await ask(missing);
			assert.deepEqual([status, body], [404, 'nothing here'], missing);
		}
	});

	test('never leaves its directory', async () => {
		const ways = [
			'/trail/../secret.txt',
			'/trail/%2e%2e/secret.txt',
			'/trail/..%2fsecret.txt',
			'/trail/..%5csecret.txt',
		];
		for (const way of [...ways, '/trail/%00', '/trail/%zz', '//trail/../../secret.txt']) {
			const { status, body } = await ask(way);
			assert.equal(status, 404, way);
			assert.ok(!body.includes('secret'), way);
		}
	});

	test('cannot be written to', async () => {
		assert.equal((await ask('/trail/', 'POST')).status, 405);
	});
});

describe('a server that cannot start', () => {
	test('says that its port is taken', async () => {
		const port = Number(new URL(serving.address).port);
		const start = serveDirectory({ directory: path.join(folder, 'site'), port, base: '/' });
		await assert.rejects(start, (error) => error instanceof Fault && /another program/.test(error.what));
	});

	test('says that there is no site', async () => {
		const start = serveDirectory({ directory: folder, port: 0, base: '/' });
		await assert.rejects(start, (error) => error instanceof Fault && /no built site/.test(error.what));
	});
});

test('without a port the next free one is taken', async () => {
	const request = { directory: path.join(folder, 'site'), port: null, base: '/' };
	const [one, other] = [await serveDirectory(request), await serveDirectory(request)];
	try {
		assert.notEqual(one.address, other.address);
	} finally {
		await Promise.all([one.close(), other.close()]);
	}
});
