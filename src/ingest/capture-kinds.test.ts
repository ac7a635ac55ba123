/** The kinds of page that are captured: PDFs, pages that scripts write, pages with filters, pages whose characters are guessed. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { systemClock } from '../capture/politeness/clock.ts';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { samplePdf } from '../samples/pdf-sample.ts';
import { capture } from '../samples/sample-capture.ts';
import { makeCollection, type SampleCollection } from '../samples/sample-collection.ts';

const words =
	'You may fly over our marsh and land where you like, as long as the eggs stay whole. ' +
	'You must not wake anybody before dawn, and the law of the marsh prohibits noise. ' +
	'Guests agree to these conditions and are liable for all damage to nests. ' +
	'We may terminate your permission without notice if you violate the rights of others. ' +
	'We process personal data of guests with their consent alone and delete it in autumn. ' +
	'Complaints must be reported to the warden, who shall provide an answer within a month.';
/** A sentence a line. */
const recorded = words.replaceAll('. ', '.\n');
const paper = samplePdf([
	recorded.split('\n').map((text, at) => ({ text, x: 10, y: 700 - 6 * at, size: 5 })),
]);
const written = `<main></main><script>document.querySelector('main').textContent = '${words}';</script>`;

let web: PageWeb;
let place: SampleCollection;
before(async () => {
	web = await startPageWeb();
	web.pages.set('/terms/plain', `<main>${words}</main>`);
	web.pages.set('/terms/written', written);
	web.pages.set('/terms/unnamed', (response) =>
		response
			.writeHead(200, { 'content-type': 'text/html' })
			.end(Buffer.from(`<main>${words} Gebühr.</main>`, 'latin1')),
	);
	web.pages.set('/terms.pdf', (response) =>
		response.writeHead(200, { 'content-type': 'application/pdf' }).end(paper),
	);
	place = makeCollection();
});
after(async () => {
	place.remove();
	await web.close();
});

async function captureAll() {
	// A browser is given the time that it needs.
	const outcomes = await capture(place, { clock: systemClock });
	return Object.fromEntries(outcomes.map((each) => [each.agreement, each]));
}

test('PDFs, pages that scripts write and pages with filters are recorded as what they are', async () => {
	const file = (name: string) => path.join(place.directory, name);
	place.declare('Curlew', {
		Paper: { fetch: `${web.origin}/terms.pdf` },
		Written: { fetch: `${web.origin}/terms/written`, select: 'main', executeClientScripts: true },
		Filtered: { fetch: `${web.origin}/terms/plain`, select: 'main', filter: ['shout'] },
	});
	writeFileSync(
		file('declarations/Curlew.filters.js'),
		'export const shout = (document) => { document.querySelector("main").append("!"); };',
	);

	const first = await captureAll();
	assert.equal(first.Paper?.kind, 'recorded');
	assert.equal(first.Written?.kind, 'recorded');
	assert.match(first.Filtered?.detail ?? '', /"shout".*not allowed/);
	assert.deepEqual(readFileSync(file('snapshots/Curlew/Paper.pdf')), paper);
	assert.equal(readFileSync(file('versions/Curlew/Paper.md'), 'utf8'), `${recorded}\n`);
	const message = place.git('log', '-1', '--format=%B', '--', 'archive/versions/Curlew/Written.md');
	assert.match(message, /^X-fetcher: fullDom$/m);

	appendFileSync(file('collection.yml'), 'filterScripts: true\n');
	const second = await captureAll();
	assert.equal(second.Filtered?.kind, 'recorded');
	assert.equal(second.Paper?.kind, 'unchanged');
	assert.equal(readFileSync(file('versions/Curlew/Filtered.md'), 'utf8'), `${recorded}!\n`);
});

test('a page whose characters had to be guessed is recorded with a warning, and with it as long as it stays', async () => {
	place.declare('Dunlin', { Unnamed: { fetch: `${web.origin}/terms/unnamed`, select: 'main' } });
	for (const kind of ['recorded', 'unchanged']) {
		const { Unnamed, Paper } = await captureAll();
		assert.equal(Unnamed?.kind, kind);
		assert.match(Unnamed?.warnings?.join() ?? '', /read as windows-1252/);
		assert.equal(Paper?.warnings, undefined);
	}
	const text = readFileSync(path.join(place.directory, 'versions/Dunlin/Unnamed.md'), 'utf8');
	assert.equal(text, `${recorded}\nGebühr.\n`);
});
