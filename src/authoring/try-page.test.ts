import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { formatTrial } from '../../scripts/report/trial-report.ts';
import type { FetchClient } from '../capture/client.ts';
import { closeClient, createClient } from '../capture/create-client.ts';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { tryPage } from './try-page.ts';

const clause = 'You may use the service as long as you pay all fees that are due in time.';
const menu = `<nav>${'<a href="/">Some other page</a>'.repeat(20)}</nav>`;
const page = (extra: string) =>
	`<html><body>${menu}<div class="legal-content"><h1>Terms</h1>${`<p>${clause}</p>`.repeat(9)}${extra}</div></body></html>`;

let web: PageWeb;
let client: FetchClient;
before(async () => {
	web = await startPageWeb();
	let fetches = 0;
	web.pages.set('/terms', page('<p>Updated 3 minutes ago</p>'));
	web.pages.set('/turns', (response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(page(`<p>Read next: advice number ${++fetches}</p>`)),
	);
	web.pages.set('/unnamed', (response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(Buffer.from(page('<p>Die Gebühr ist fällig.</p>'), 'latin1')),
	);
	client = createClient({ userAgent: 'test', languages: ['en'], delay: 0, privateAddresses: true });
});
after(async () => {
	await closeClient(client);
	await web.close();
});

test('a page is read by the proposed selector, and a time that counts on is warned of', async () => {
	const trial = await tryPage({ address: `${web.origin}/terms` }, client);
	assert.deepEqual(trial.rules, { fetch: `${web.origin}/terms`, select: '.legal-content' });
	assert.match(trial.captured.text, /^# Terms\n\nYou may use/);
	assert.doesNotMatch(trial.captured.text, /other page/);
	assert.match(
		formatTrial(trial),
		/proposed[\s\S]*warning {4}line \d+: a time that counts on[\s\S]*Updated 3 minutes ago[\s\S]*the same text/,
	);
});

test('what differs at each fetch is shown', async () => {
	const trial = await tryPage({ address: `${web.origin}/turns`, select: '.legal-content' }, client);
	assert.equal(trial.proposal, null);
	assert.match(formatTrial(trial), /a second fetch gave another text[\s\S]*- Read next[\s\S]*\+ Read next/);
});

test('characters that had to be guessed are warned of', async () => {
	const trial = await tryPage({ address: `${web.origin}/unnamed`, select: '.legal-content' }, client);
	assert.match(formatTrial(trial), /warning {4}the page does not say in which characters it is written/);
});

test('a selector that matches nothing and an address that is none are faults', async () => {
	await assert.rejects(tryPage({ address: 'tern.example', select: 'main' }, client), /http:\/\/ or https/);
	await assert.rejects(tryPage({ address: 'tern.example' }, client), /http:\/\/ or https/);
});
