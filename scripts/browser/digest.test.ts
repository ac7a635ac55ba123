/** Weeks, notes and posts as readers meet them, without JavaScript: from home to a week, to a change, to what a person wrote of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { testAddress } from '../test/test-site.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const plain = { javaScriptEnabled: false };

/** Addresses of links by what they say. */
function links(page: Page, within: string): Promise<{ readonly words: string; readonly href: string }[]> {
	return page
		.locator(`${within} a`)
		.evaluateAll((all) =>
			all.map((link) => ({ words: link.textContent ?? '', href: (link as HTMLAnchorElement).href })),
		);
}

function addressesIn(html: string): string[] {
	const $ = load(html);
	return $('a')
		.toArray()
		.map((link) => $(link).attr('href') ?? '');
}

test('from home a reader comes to the week so far, to a change of it, and to the week before', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.address);
		const aside = page.locator('.rail section', { has: page.getByRole('heading', { name: 'Week by week' }) });
		assert.match(
			await textOf(aside.getByRole('listitem').first()),
			/So far: \d+\srecorded versions, \d+\schanges? in the terms/,
		);
		await aside.getByRole('link').first().click();
		await page.waitForURL(/\/digest\/\d{4}-W\d{2}\/$/);
		assert.match(await textOf(page.locator('main header')), /The week so far, up to \w+ \d+ \w+/);
		const week = page.url();
		const entry = page.locator('main article').first();
		assert.ok((await entry.locator('ins, del').count()) > 0, 'its words are marked');
		await entry.getByRole('link').first().click();
		await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		await page.goto(week);
		await page.getByRole('link', { name: /^Earlier: / }).click();
		await page.waitForURL(({ href }) => href !== week);
		assert.ok(page.url() < week, `${page.url()} lies before ${week}`);
		assert.doesNotMatch(await textOf(page.locator('main header')), /so far/);
		await page.getByRole('link', { name: /^Later: / }).click();
		await page.waitForURL(week);
	});
});

test('a week tells each change by its headline, whose it is and why it weighs', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.kinds.weeks ?? '');
		await page.locator('main a[href*="/digest/20"]').first().click();
		const told = await page.locator('main article').all();
		assert.ok(told.length > 0);
		for (const article of told) {
			assert.match(await textOf(article.locator('.of')), /\S+\s+\S+/);
			assert.ok((await textOf(article.locator('h2 a'))).length > 10);
		}
		assert.ok((await page.locator('main article .why').count()) > 0);
	});
});

test('the index leads to every week once, and its own feed holds the finished ones', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.kinds.weeks ?? '');
		const weeks = await links(page, '.weeks');
		assert.ok(weeks.length > 50, String(weeks.length));
		assert.equal(new Set(weeks.map(({ href }) => href)).size, weeks.length);
		assert.ok(weeks.every(({ words }) => /^\s*\d+, week \d+\s*$/.test(words)));
		const newest =
			weeks
				.map(({ href }) => href)
				.sort()
				.at(-1) ?? '';
		const feed = await (await fetch(`${site.address}digest/feed.xml`)).text();
		assert.ok(
			!feed.includes(newest.replace(site.address, testAddress)),
			'the week that is not over is not in it',
		);
		assert.equal(feed.match(/<item>/g)?.length, 13);
	});
});

test('the feeds of the digest, of a week and of posts are well formed and lead to pages', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.kinds.week ?? '');
		const ofWeek = await page.getByRole('link', { name: 'Feed of this week’s changes' }).getAttribute('href');
		for (const address of [
			`${site.address}digest/feed.xml`,
			`${site.address}posts/feed.xml`,
			new URL(ofWeek ?? '', page.url()).href,
		]) {
			const { broken, self, items, bodies, guids } = await page.evaluate(async (url) => {
				const text = await (await fetch(url)).text();
				const xml = new DOMParser().parseFromString(text, 'application/xml');
				return {
					broken: xml.querySelector('parsererror')?.textContent ?? null,
					self: xml.getElementsByTagName('atom:link')[0]?.getAttribute('href') ?? null,
					items: [...xml.querySelectorAll('item > link')].map((link) => link.textContent ?? ''),
					bodies: [...xml.getElementsByTagName('content:encoded')].map((body) => body.textContent ?? ''),
					guids: [...xml.querySelectorAll('guid')].map((guid) => guid.textContent ?? ''),
				};
			}, address);
			const pages = [...items, ...bodies.flatMap(addressesIn)];
			assert.equal(broken, null, address);
			assert.equal(self, address.replace(site.address, testAddress));
			assert.ok(guids.length > 0, address);
			assert.equal(new Set(guids).size, guids.length);
			for (const link of new Set(pages.filter((each) => each.startsWith(testAddress))))
				assert.equal(
					(await fetch(link.replace(testAddress, site.address))).status,
					200,
					`${address}: ${link}`,
				);
			assert.ok(
				pages.every((link) => /^(https?:|mailto:)/.test(link)),
				address,
			);
		}
	});
});

test('a note stands on its change, in the history, in the week and in the feed, and says each time whose it is', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.address);
		const noted = page.locator('main article', { has: page.locator('.noted') }).first();
		const [, said = ''] = (await textOf(noted.locator('.noted').first())).split('not computed. ');
		assert.ok(said.length > 20, said);
		await noted.getByRole('link').first().click();
		await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		const note = page.getByRole('region', { name: /^Note by / });
		assert.ok((await textOf(note)).includes(said));
		assert.match(await textOf(note.locator('.margin')), /^Note, by .+, \d+ \w+ \d{4}, not computed$/);
		const change = page.url();
		await page.goto(new URL('../history/', change).href);
		const row = page.locator('tr', { has: page.locator(`a[href$="${new URL(change).pathname}"]`) });
		assert.match(await textOf(row), /With a note by /);
		const feed = await (await fetch(new URL('../feed.xml', change))).text();
		assert.ok(feed.includes('<![CDATA[<p><strong>Note by '));
	});
});

test('home names the newest post, whose page shows what it speaks of, and whose feed holds it whole', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.address);
		const written = page.locator('.rail section', {
			has: page.getByRole('heading', { name: 'Written', exact: true }),
		});
		const title = await textOf(written.getByRole('link'));
		await written.getByRole('link').click();
		await page.waitForURL(/\/posts\/[a-z-]+\/$/);
		assert.equal(await textOf(page.locator('h1')), title);
		assert.ok((await page.locator('.rail a').count()) > 0);
		const last = (await page.locator('.body p').allTextContents()).at(-1) ?? '';
		const feed = await (await fetch(`${site.address}posts/feed.xml`)).text();
		assert.ok(
			last.length > 20 && feed.replace(/\s+/g, ' ').includes(last.replace(/\s+/g, ' ').slice(0, 40)),
			last,
		);
	});
});
