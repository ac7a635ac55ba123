import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type PageWeb, startPageWeb } from '../samples/page-web.ts';
import { capture, kindsOf } from '../samples/sample-capture.ts';
import {
	clauses,
	makeCollection,
	monday,
	pageOf,
	type SampleCollection,
} from '../samples/sample-collection.ts';
import { dayLength } from '../text/day-length.ts';
import { verifyArchive } from './verify.ts';

let web: PageWeb;
before(async () => {
	web = await startPageWeb();
});
after(() => web.close());

let place: SampleCollection;
beforeEach(() => {
	web.clear();
	place = makeCollection();
	place.declare('Tern', { Terms: web.terms('/terms') });
});
afterEach(() => place.remove());

const linked = (target: string, ...more: readonly string[]) =>
	pageOf(...clauses, `See <a href="${target}">our fees</a>.`, ...more);

/** One capture a quarter of a day; what comes of each. */
async function captureAll(pages: readonly string[], first = 0): Promise<string> {
	const kinds: string[] = [];
	for (const [at, page] of pages.entries()) {
		web.pages.set('/terms', page);
		const now = new Date(monday.getTime() + ((first + at) * dayLength) / 4);
		kinds.push(...kindsOf(await capture(place, { now })));
	}
	return kinds.map((kind) => kind[0]).join('');
}

const links = (...targets: readonly string[]) => targets.map((target) => linked(target));

describe('a link of which a part is another at each capture', () => {
	for (const [name, part] of [
		['a parameter', (at: number) => `?a=1&x-did=000${at}`],
		['two', (at: number) => `?t=${at}&n=${at * 7}`],
		['a session in the path', (at: number) => `;jsessionid=A${at}B?a=1`],
		['a fragment', (at: number) => `#:~:text=${at}`],
		['one that is there now and then', (at: number) => (at % 2 === 0 ? '' : `?sid=${at}`)],
	] as const)
		test(`makes one version, though it stays for a moment: ${name}`, async () => {
			const pages = links(...[1, 2, 3, 4, 5, 6].map((at) => `https://tern.example/fees${part(at)}`));
			assert.equal(await captureAll(pages), 'ruuuuu');
			assert.equal(place.versions(), 1);
		});

	test('makes no version of its own where words change, and the texts come out of their pages again', async () => {
		const target = (at: number) => `https://tern.example/fees?did=${at}`;
		assert.equal(await captureAll([1, 2, 3, 4].map((at) => linked(target(at)))), 'ruuu');
		assert.deepEqual(place.status().agreements['Tern/Terms']?.rotating, ['tern.example/fees?did']);
		const more = 'You must not resell keys to others.';
		assert.equal(
			await captureAll(
				[5, 6, 7].map((at) => linked(target(at), more)),
				4,
			),
			'ruu',
		);
		assert.equal(place.versions(), 2);
		const { reproductions, failures } = await verifyArchive(place.directory);
		assert.deepEqual([reproductions.proved, failures], [2, []]);
	});

	test('is known after three values where each stays for some captures', async () => {
		const values = [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7];
		await captureAll(links(...values.map((at) => `https://tern.example/fees?did=${at}`)));
		assert.ok(place.versions() <= 3, `${place.versions()}`);
	});

	test('is known from the second fetch on where it differs there', async () => {
		let count = 0;
		web.pages.set('/terms', (response) =>
			response
				.writeHead(200, { 'content-type': 'text/html' })
				.end(linked(`https://tern.example/fees?did=${++count}`)),
		);
		assert.deepEqual(kindsOf(await capture(place)), ['recorded']);
		assert.deepEqual(place.status().agreements['Tern/Terms']?.rotating, ['tern.example/fees?did']);
		web.asked.length = 0;
		const now = new Date(monday.getTime() + dayLength);
		assert.deepEqual(kindsOf(await capture(place, { now })), ['unchanged']);
		assert.equal(web.asked.length, 1, 'needs no second look any more');
	});
});

describe('a link that leads elsewhere', () => {
	const fees = 'https://tern.example/fees';

	test('is a change at once where its path is another', async () => {
		assert.equal(await captureAll(links(fees, `${fees}-2`, `${fees}-2`)), 'rru');
	});

	test('is a change where its parameter has changed and stays', async () => {
		const pages = links(`${fees}?doc=5`, `${fees}?doc=5`, `${fees}?doc=6`, `${fees}?doc=6`, `${fees}?doc=6`);
		assert.equal(await captureAll(pages), 'ruuru');
		assert.equal(place.versions(), 2);
	});

	test('is a change where another part of it is new each time', async () => {
		const target = (doc: number, at: number) => `${fees}?doc=${doc}&did=${at}`;
		const pages = links(...[1, 2, 3, 4].map((at) => target(5, at)), ...[5, 6, 7].map((at) => target(6, at)));
		assert.equal(await captureAll(pages), 'ruuuuru');
	});

	test('is none where it is back at the next capture', async () => {
		const pages = links(...[5, 6, 5, 6, 5, 6].map((doc) => `${fees}?doc=${doc}`));
		assert.equal(await captureAll(pages), 'ruuuuu');
	});
});
