/** The first paragraph of the home page: of the newest week, and for whoever was there before of the time since. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { dayLength } from '../../src/text/day-length.ts';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

/** As if the reader had opened the page ten days ago, when the archive ended at `seen`. */
async function wasHere(page: Page, seen: string): Promise<void> {
	const visit = { at: new Date(Date.now() - 10 * dayLength).toISOString(), seen, marked: false };
	await page.evaluate((visit) => {
		const key = Object.keys(localStorage).find((name) => name.startsWith('clausetrail.visit')) ?? 'none';
		localStorage.setItem(key, JSON.stringify({ format: 1, visit, before: null }));
	}, visit);
}

function morning(page: Page): Promise<string> {
	return textOf(page.locator('[data-morning]')).then((text) => text.replace(/\s+/g, ' ').trim());
}

describe('the first paragraph of the home page', () => {
	test('tells without JavaScript what weighs most of the newest week, each with its change', async () => {
		await site.visit({ javaScriptEnabled: false }, async (page) => {
			await page.goto(site.address);
			assert.match(
				await morning(page),
				/^The week (so far, up to \w+ \d+ \w+|of [\w ]+): \d+ changes? in the terms(, of which (these|this one) weighs? most)?\. \S/,
			);
			const changes = page.locator('[data-morning] a:not([href*="/digest/"])');
			const count = await changes.count();
			assert.ok(count >= 1 && count <= 3, String(count));
			const words = await textOf(changes.first());
			await changes.first().click();
			await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
			assert.ok((await textOf(page.locator('h1'))).length > 0, words);
		});
	});

	test('tells a reader who comes back what weighs most since their last visit', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address);
			assert.match(await morning(page), /^The week /);
			await wasHere(page, '2026-01-01T00:00:00Z');
			await page.reload();
			await page.locator('[data-morning]', { hasText: 'Since your last visit' }).waitFor();
			assert.match(
				await morning(page),
				/^Since your last visit on \d+ \w+( \d{4})?: \d+ changes in the terms, of which these weigh most\. /,
			);
			const days = await page
				.locator('[data-morning] a')
				.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
			assert.equal(days.length, 3);
			assert.ok(
				days.every((day) => day > '2026-01-01'),
				days.join(),
			);
			await page.locator('[data-morning] a').first().click();
			await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		});
	});

	test('says so where nothing is new, and still tells of the week', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address);
			const latest = (await page.locator('[data-morning]').getAttribute('data-latest')) ?? '';
			await wasHere(page, latest);
			await page.reload();
			await page.locator('[data-morning]', { hasText: 'Nothing new' }).waitFor();
			assert.match(await morning(page), /^Nothing new since your last visit on [\w ]+\. The week /);
		});
	});

	test('stays as it is where the file of news cannot be loaded', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address);
			await wasHere(page, '2026-01-01T00:00:00Z');
			const asked = page.waitForRequest('**/weightiest.json');
			await page.route('**/weightiest.json', (route) =>
				route.fulfill({ status: 200, body: '<!doctype html>' }),
			);
			await page.reload();
			await asked;
			assert.match(await morning(page), /^The week /);
		});
	});

	test('passes axe in light and dark for a reader who comes back', async () => {
		await site.visit({ bypassCSP: true }, async (page) => {
			await page.goto(site.address);
			await wasHere(page, '2026-01-01T00:00:00Z');
			await page.reload();
			await page.locator('[data-morning]', { hasText: 'Since your last visit' }).waitFor();
			assert.deepEqual(await hindrancesOn(page), []);
		});
	});
});
