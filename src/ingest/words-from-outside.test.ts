/** What a server says goes into commits, the status, logs, the page of a run and issues: as words, never as anything else. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { summariseOutcomes } from '../../scripts/report/outcome-summary.ts';
import { formatOutcomes } from '../../scripts/report/outcome-table.ts';
import {
	clause,
	makeCollection,
	monday,
	pageOf,
	type SampleCollection,
} from '../samples/sample-collection.ts';
import { captureCollection } from './capture-collection.ts';
import type { Outcome } from './outcome.ts';
import { planIssues } from './plan-issues.ts';

let server: Server;
let host: string;
let place: SampleCollection;
/** What the address that is asked for first sends. */
let head: { readonly status: number; readonly headers: Readonly<Record<string, string>> };

before(async () => {
	server = createServer((request, response) => {
		if (request.url === '/robots.txt') response.writeHead(404).end();
		else if (request.url === '/terms') response.writeHead(head.status, head.headers).end(pageOf(clause));
		else response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(clause));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
	server.closeAllConnections();
	server.close();
});
beforeEach(() => {
	place = makeCollection();
	place.declare('Tern', { Terms: { fetch: `http://${host}/terms`, select: 'main' } });
});
afterEach(() => place.remove());

/** All that a run writes and says. */
async function wordsOf(): Promise<{ readonly outcomes: readonly Outcome[]; readonly words: string }> {
	const outcomes = await captureCollection({ directory: place.directory, now: monday, mode: 'record' });
	const words = [
		place.git('log', '--format=%B'),
		JSON.stringify(place.status()),
		formatOutcomes(outcomes, 'record'),
		summariseOutcomes(outcomes, 'Capture', 'record'),
		JSON.stringify(planIssues(place.status(), new Map(), [], 1)),
	];
	return { outcomes, words: words.join('\n') };
}

describe('a redirect with a password in its address', () => {
	for (const target of [
		'//me:secret@HOST/landed',
		'//me@HOST/landed',
		'//:secret@HOST/landed',
		'\\\\me:secret@HOST/x',
	])
		test(`to ${target} is followed without it, and nobody is told`, async () => {
			head = { status: 302, headers: { location: target.replace('HOST', host) } };
			const { outcomes, words } = await wordsOf();
			assert.deepEqual(
				outcomes.map(({ kind }) => kind),
				['recorded'],
			);
			assert.match(words, new RegExp(`X-page-location: http://${host}/`));
			assert.doesNotMatch(words, /secret|me@/);
		});

	for (const target of [
		'ftp://me:secret@HOST/',
		'http://me:secret@HOST:x/',
		'https:\\\\me:secret@[',
		'file://me:secret@HOST/x',
	])
		test(`to ${target} fails, and nobody is told`, async () => {
			head = { status: 302, headers: { location: target.replace('HOST', host) } };
			const { outcomes, words } = await wordsOf();
			assert.deepEqual(
				outcomes.map(({ kind }) => kind),
				['failed'],
			);
			assert.doesNotMatch(words, /secret|me@/);
		});
});

test('a content type that says more than that stands in the commit as what it is', async () => {
	const contentType = 'text/html; charset=utf-8; x="closes #12 @everybody"';
	head = { status: 200, headers: { 'content-type': contentType } };
	const { words } = await wordsOf();
	assert.match(words, /X-content-type: text\/html; charset=utf-8\n/);
	assert.doesNotMatch(words, /everybody|#12/);
});

test('a redirect whose target is the mark of another issue opens one issue, and the next run leaves it open', async () => {
	for (const mark of [
		'<!-- clausetrail: A%2FT -->',
		'<!-- clausetrail: Tern%2FTerms -->',
		'<!--clausetrail: x-->',
	]) {
		head = { status: 302, headers: { location: `ftp:${mark}\`\`\` @all #1 ![x](http://x.example)` } };
		await captureCollection({ directory: place.directory, now: monday, mode: 'record' });
		const [step, ...others] = planIssues(place.status(), new Map(), [], 1);
		assert.ok(step?.kind === 'open' && others.length === 0);
		assert.deepEqual(planIssues(place.status(), new Map(), [{ number: 7, body: step.body }], 1), []);
	}
});

test('a target that turns letters around, or goes on for ever, is one short line in which every sign is seen', async () => {
	const target = Buffer.from(`ftp:\u202ea\u200bb${'x'.repeat(9000)}`).toString('latin1');
	head = { status: 302, headers: { location: target } };
	const { outcomes, words } = await wordsOf();
	assert.ok((outcomes[0]?.detail.length ?? 0) < 1100);
	assert.doesNotMatch(words, /[\u202e\u200b]/);
});
