import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { samplePdf } from '../samples/pdf-sample.ts';
import { captureCollection } from './capture-collection.ts';

const words =
	'You may fly over our marsh and land where you like, as long as the eggs stay whole and nobody is woken before dawn, on any day of the year.';
const paper = samplePdf([[{ text: words, x: 10, y: 700, size: 5 }]]);
const written = `<main></main><script>document.querySelector('main').textContent = '${words}';</script>`;

const directory = mkdtempSync(path.join(tmpdir(), 'clausetrail-kinds-'));
const server = createServer((request, response) => {
	if (request.url === '/terms.pdf') response.setHeader('content-type', 'application/pdf').end(paper);
	else if (request.url === '/robots.txt') response.writeHead(404).end();
	else if (request.url === '/unnamed')
		response
			.setHeader('content-type', 'text/html')
			.end(Buffer.from(`<main>${words} Gebühr.</main>`, 'latin1'));
	else
		response
			.setHeader('content-type', 'text/html')
			.end(request.url === '/written' ? written : `<main>${words}</main>`);
});
let origin = '';
before(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	execFileSync('git', ['init', '-q', '-b', 'main', directory]);
	mkdirSync(path.join(directory, 'declarations'));
});
after(() => {
	server.closeAllConnections();
	server.close();
	rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
});

function put(name: string, content: string): void {
	writeFileSync(path.join(directory, name), content);
}

async function captureAll() {
	const outcomes = await captureCollection({
		directory,
		now: new Date('2024-05-06T04:12:00Z'),
		mode: 'record',
	});
	return Object.fromEntries(outcomes.map((each) => [each.agreement, each]));
}

test('PDFs, pages that scripts write and pages with filters are recorded as what they are', async () => {
	const settings = 'name: Curlew\nprivateAddresses: true\ndelay: 0\n';
	put('collection.yml', settings);
	const terms = {
		Paper: { fetch: `${origin}/terms.pdf` },
		Written: { fetch: `${origin}/written`, select: 'main', executeClientScripts: true },
		Filtered: { fetch: `${origin}/plain`, select: 'main', filter: ['shout'] },
	};
	put('declarations/Curlew.json', JSON.stringify({ name: 'Curlew', terms }));
	put(
		'declarations/Curlew.filters.js',
		'export const shout = (document) => { document.querySelector("main").append("!"); };',
	);

	const first = await captureAll();
	assert.equal(first.Paper?.kind, 'recorded');
	assert.equal(first.Written?.kind, 'recorded');
	assert.match(first.Filtered?.detail ?? '', /"shout".*not allowed/);
	assert.deepEqual(readFileSync(path.join(directory, 'snapshots/Curlew/Paper.pdf')), paper);
	assert.equal(readFileSync(path.join(directory, 'versions/Curlew/Paper.md'), 'utf8'), `${words}\n`);
	const message = execFileSync('git', ['log', '-1', '--format=%B', '--', 'versions/Curlew/Written.md'], {
		cwd: directory,
		encoding: 'utf8',
	});
	assert.match(message, /^X-fetcher: fullDom$/m);

	put('collection.yml', `${settings}filterScripts: true\n`);
	const second = await captureAll();
	assert.equal(second.Filtered?.kind, 'recorded');
	assert.equal(second.Paper?.kind, 'unchanged');
	assert.equal(readFileSync(path.join(directory, 'versions/Curlew/Filtered.md'), 'utf8'), `${words}!\n`);
});

test('a page whose characters had to be guessed is recorded with a warning, and with it as long as it stays', async () => {
	const terms = { Unnamed: { fetch: `${origin}/unnamed`, select: 'main' } };
	put('declarations/Dunlin.json', JSON.stringify({ name: 'Dunlin', terms }));
	for (const kind of ['recorded', 'unchanged']) {
		const { Unnamed, Paper } = await captureAll();
		assert.equal(Unnamed?.kind, kind);
		assert.match(Unnamed?.warnings?.join() ?? '', /read as windows-1252/);
		assert.equal(Paper?.warnings, undefined);
	}
	const text = readFileSync(path.join(directory, 'versions/Dunlin/Unnamed.md'), 'utf8');
	assert.equal(text, `${words}\nGebühr.\n`);
});
