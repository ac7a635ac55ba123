import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { formatTrial } from '../../scripts/report/trial-report.ts';
import type { FetchClient } from '../capture/client.ts';
import { closeClient, createClient } from '../capture/create-client.ts';
import { textWarnings } from '../capture/extract/text-warnings.ts';
import { tryPage } from './try-page.ts';
import { writeDeclaration } from './write-declaration.ts';

const clause = 'You may use the service as long as you pay all fees that are due in time.';
const menu = `<nav>${'<a href="/">Some other page</a>'.repeat(20)}</nav>`;
const page = (extra: string) =>
	`<html><body>${menu}<div class="legal-content"><h1>Terms</h1>${`<p>${clause}</p>`.repeat(9)}${extra}</div></body></html>`;

let fetches = 0;
const server: Server = createServer((request, response) => {
	if (request.url === '/robots.txt') {
		response.writeHead(404).end();
		return;
	}
	if (request.url === '/unnamed') {
		const bytes = Buffer.from(page('<p>Die Gebühr ist fällig.</p>'), 'latin1');
		response.writeHead(200, { 'content-type': 'text/html' }).end(bytes);
		return;
	}
	const extra =
		request.url === '/turns'
			? `<p>Read next: advice number ${++fetches}</p>`
			: '<p>Updated 3 minutes ago</p>';
	response.writeHead(200, { 'content-type': 'text/html' }).end(page(extra));
});
let origin = '';
let client: FetchClient;
before(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	client = createClient({ userAgent: 'test', languages: ['en'], delay: 0, privateAddresses: true });
});
after(async () => {
	await closeClient(client);
	server.close();
});

test('a page is read by the proposed selector, and a time that counts on is warned of', async () => {
	const trial = await tryPage({ address: `${origin}/terms` }, client);
	assert.deepEqual(trial.rules, { fetch: `${origin}/terms`, select: '.legal-content' });
	assert.match(trial.captured.text, /^# Terms\n\nYou may use/);
	assert.doesNotMatch(trial.captured.text, /other page/);
	assert.match(
		formatTrial(trial),
		/proposed[\s\S]*warning {4}line \d+: a time that counts on[\s\S]*Updated 3 minutes ago[\s\S]*the same text/,
	);
});

test('what differs at each fetch is shown', async () => {
	const trial = await tryPage({ address: `${origin}/turns`, select: '.legal-content' }, client);
	assert.equal(trial.proposal, null);
	assert.match(formatTrial(trial), /a second fetch gave another text[\s\S]*- Read next[\s\S]*\+ Read next/);
});

test('characters that had to be guessed are warned of', async () => {
	const trial = await tryPage({ address: `${origin}/unnamed`, select: '.legal-content' }, client);
	assert.match(formatTrial(trial), /warning {4}the page does not say in which characters it is written/);
});

test('a selector that matches nothing and an address that is none are faults', async () => {
	await assert.rejects(tryPage({ address: 'tern.example', select: 'main' }, client), /http:\/\/ or https/);
	await assert.rejects(tryPage({ address: 'tern.example' }, client), /http:\/\/ or https/);
});

describe('warnings', () => {
	test('name what is likely no part of an agreement, by its line', () => {
		const links = Array.from({ length: 9 }, (_, at) => `- [Page ${at}](https://tern.example/${at})`).join(
			'\n',
		);
		const text = `# Terms\n\n${links}\n\n${clause}\n\nwindow.dataLayer = []\n\nWas this article helpful?\n\nAccept all cookies\n`;
		const found = textWarnings(text).map(({ at, what }) => `${at} ${what.split(':')[0]}`);
		assert.deepEqual(found, [
			'3 9 lines in a row that are links alone',
			'15 code of the page',
			'17 page furniture',
			'19 a notice of cookies',
		]);
	});

	test('pass over an agreement that speaks of cookies, dates and sign-in', () => {
		const text = `${clause}\nWe use cookies to remember you, as our policy says.\nYou must sign in to your account.\nUpdated on 3 May 2024.\n`;
		assert.deepEqual(textWarnings(text), []);
	});
});

describe('a declaration', () => {
	const root = mkdtempSync(path.join(tmpdir(), 'clausetrail-try-'));
	after(() => rmSync(root, { recursive: true }));
	const rules = { fetch: 'https://tern.example/terms', select: 'main' };

	test('is written anew, then merged into, and never overwrites an agreement', async () => {
		const file = await writeDeclaration(root, 'Tern', 'Terms of Service', rules);
		await writeDeclaration(root, 'Tern', 'Privacy Policy', { ...rules, select: '#privacy' });
		const before = readFileSync(file, 'utf8');
		assert.deepEqual(JSON.parse(before), {
			name: 'Tern',
			terms: { 'Terms of Service': rules, 'Privacy Policy': { ...rules, select: '#privacy' } },
		});
		await assert.rejects(writeDeclaration(root, 'Tern', 'Privacy Policy', rules), /declared here already/);
		assert.equal(readFileSync(file, 'utf8'), before);
	});

	test('leads nowhere else and mends no broken file', async () => {
		await assert.rejects(writeDeclaration(root, '../Gull', 'Terms', rules), /no path|cannot be a file/);
		await assert.rejects(writeDeclaration(root, 'Gull', 'a/b', rules), /cannot be a file/);
		const file = path.join(root, 'declarations', 'Broken.json');
		writeFileSync(file, '{');
		await assert.rejects(writeDeclaration(root, 'Broken', 'Terms', rules), /not JSON/);
		assert.equal(readFileSync(file, 'utf8'), '{');
	});
});
