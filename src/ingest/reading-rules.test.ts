import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture } from '../samples/sample-capture.ts';
import {
	clause,
	makeCollection,
	pageOf,
	type SampleCollection,
	tuesday,
} from '../samples/sample-collection.ts';

let web: PageWeb;
before(async () => {
	web = await startPageWeb();
});
after(() => web.close());

let place: SampleCollection;
beforeEach(() => {
	web.clear();
	place = makeCollection();
});
afterEach(() => place.remove());

describe('a run that asks whether a page changed', () => {
	test('reads it again only where it did, where another part is asked for, and after a week', async () => {
		place.declare('Tern', { Terms: web.terms('/tagged') });
		const asked: (string | undefined)[] = [];
		web.pages.set('/tagged', (response, request) => {
			const tag = request.headers['if-none-match'];
			asked.push(tag);
			response.setHeader('etag', '"v1"');
			if (tag === '"v1"') response.writeHead(304).end();
			else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(clause));
		});
		const [first] = await capture(place);
		assert.equal(first?.kind, 'recorded');
		const [second] = await capture(place, { now: tuesday });
		assert.deepEqual([second?.kind, second?.detail], ['unchanged', 'unchanged, as the server says']);
		assert.equal(place.status().agreements['Tern/Terms']?.confirmed, tuesday.toISOString());

		const other = { ...web.terms('/tagged'), remove: 'nav' };
		place.declare('Tern', { Terms: other });
		assert.match((await capture(place, { now: tuesday }))[0]?.detail ?? '', /text as recorded/);
		await capture(place, { now: new Date('2024-05-14T04:12:01Z') });
		assert.deepEqual(asked, [undefined, undefined, '"v1"', undefined, undefined]);
	});

	test('knows the page that was read before, but not where the text was taken back by hand', async () => {
		place.declare('Tern', { Terms: web.terms('/terms') });
		web.pages.set('/terms', pageOf(clause));
		await capture(place);
		const again = async (now: Date) => (await capture(place, { now }))[0];
		assert.equal((await again(tuesday))?.detail, 'page as it was read before');
		const kept = web.pages.get('/terms') as string;
		web.pages.set('/terms', pageOf(clause));
		assert.equal((await again(tuesday))?.detail, 'text as recorded');
		web.pages.set('/terms', kept);
		assert.equal((await again(tuesday))?.detail, 'text as recorded');
		const later = new Date('2024-05-20T04:12:00Z');
		assert.equal((await again(later))?.detail, 'page as it was read before');

		writeFileSync(path.join(place.directory, 'versions', 'Tern', 'Terms.md'), 'Nothing.\n');
		place.git('add', '--all');
		place.commitByHand();
		assert.equal((await again(later))?.kind, 'recorded');
	});
});
