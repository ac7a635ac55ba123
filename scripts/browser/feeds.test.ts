/** The feeds as a reader's program meets them: announced on the pages, well formed, and at the addresses they name. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { testAddress } from '../test/test-site.ts';
import { demoSite } from './demo-site.ts';

const site = demoSite();

interface ReadFeed {
	readonly broken: string | null;
	readonly self: string | null;
	readonly items: readonly { readonly link: string; readonly guid: string; readonly body: string }[];
}

/** The browser's own XML parser refuses what is not well formed. */
function readFeed(page: Page, address: string): Promise<ReadFeed> {
	return page.evaluate(async (url) => {
		const answer = await fetch(url);
		const xml = new DOMParser().parseFromString(await answer.text(), 'application/xml');
		const text = (parent: Element, name: string) => parent.getElementsByTagName(name)[0]?.textContent ?? '';
		return {
			broken: xml.querySelector('parsererror')?.textContent ?? null,
			self: xml.getElementsByTagName('atom:link')[0]?.getAttribute('href') ?? null,
			items: [...xml.querySelectorAll('item')].map((item) => ({
				link: text(item, 'link'),
				guid: text(item, 'guid'),
				body: text(item, 'content:encoded'),
			})),
		};
	}, address);
}

/** Feeds that tell each change with its redline; the others lead to it. */
const withRedlines = ['home', 'agreement'];

test('pages announce their feed, and each item of it shows its redline or leads to it', async () => {
	for (const kind of ['home', 'platform', 'agreement', 'topic']) {
		await site.visit({}, async (page) => {
			await page.goto(site.kinds[kind] ?? '');
			const announced = page.locator('head link[rel="alternate"][type="application/rss+xml"]');
			const address = new URL((await announced.first().getAttribute('href')) ?? '', page.url()).href;
			const { broken, self, items } = await readFeed(page, address);
			assert.equal(broken, null);
			assert.equal(self, address.replace(site.address, testAddress));
			assert.ok(items.length > 0, kind);
			assert.equal(new Set(items.map((item) => item.guid)).size, items.length);
			for (const { link, body } of items) {
				const answer = await fetch(link.replace(testAddress, site.address));
				assert.equal(answer.status, 200, link);
				if (withRedlines.includes(kind)) assert.match(body, /<ins |<del /);
				else assert.ok(body.includes(`<a href="${link}">`), kind);
			}
			assert.ok(
				items.some(({ body }) => /<ins |<del /.test(body)),
				kind,
			);
		});
	}
});

test('the list of all feeds is well formed and names feeds that are there', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.kinds.feeds ?? '');
		const feeds = await page.evaluate(async (url) => {
			const answer = await fetch(url);
			const xml = new DOMParser().parseFromString(await answer.text(), 'application/xml');
			return [...xml.querySelectorAll('outline')].map((outline) => outline.getAttribute('xmlUrl') ?? '');
		}, `${site.address}platforms.opml`);
		assert.ok(feeds.length >= 6);
		for (const feed of feeds) {
			const { broken } = await readFeed(page, feed.replace(testAddress, site.address));
			assert.equal(broken, null, feed);
		}
	});
});

test('a redline in a feed stays readable in a page without any style of ours', async () => {
	await site.visit({ bypassCSP: true }, async (page) => {
		await page.goto(site.address);
		const { items } = await readFeed(page, `${site.address}feed.xml`);
		const body = items.find((item) => item.body.includes('<ins '))?.body ?? '';
		await page.setContent(body);
		const decoration = await page
			.locator('ins')
			.first()
			.evaluate((mark) => getComputedStyle(mark).textDecorationLine);
		assert.equal(decoration, 'underline');
	});
});
