/** Two ways through the whole site, each as one reader would go it: by links and buttons alone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { dayLength } from '../../src/text/day-length.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

test('from home over a change and its clause to the provision, to what another platform says and since when', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.address);
		await page.locator('.entry h3 a[href*="/versolette/terms-of-service/2026-"]').first().click();
		await page.locator('.gist a').first().click();
		await page.locator(':target ins').first().waitFor();
		await page.getByRole('link', { name: 'What you write may train Versolette' }).click();
		await page.waitForURL(/\/versolette\/provisions\/training-on-input\/$/);
		assert.match(await textOf(page.locator('.exhibit-quote')), /training and evaluating/);

		const other = page.locator('.others .whose a[href*="#c-"]').first();
		const address = (await other.getAttribute('href')) ?? '';
		assert.doesNotMatch(address, /\/versolette\//);
		await other.click();
		await page.waitForURL((place) => place.href.endsWith(address));
		const clause = page.locator(new URL(address, site.address).hash);
		await clause.waitFor();
		await openHistory(page);
		assert.ok((await page.locator('.clause-history > li').count()) > 0);
	});
});

test('from a topic to what a platform says on it, to the watchlist, and back after some days to what changed since', async () => {
	await site.visit({}, async (page) => {
		await page.goto(`${site.address}topics/`);
		await page.getByRole('link', { name: 'AI training' }).first().click();
		await page.getByRole('heading', { name: 'AI training', level: 1 }).waitFor();
		await page.locator('.quotes .who a', { hasText: 'Versolette' }).first().click();
		await page.getByRole('heading', { name: 'AI training at Versolette', level: 1 }).waitFor();
		await page.getByRole('button', { name: 'Watch on this device' }).click();
		await page.getByRole('link', { name: 'Your watchlist' }).click();
		await page.locator('[data-headline]', { hasText: 'In the last 30 days' }).waitFor();

		await lookedLast(page, '2026-09-20');
		await page.reload();
		const headline = page.locator('[data-headline]', { hasText: 'Since your last visit' });
		await headline.waitFor();
		const days = await page
			.locator('[data-fresh] .entry h3 a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
		assert.ok(days.length > 0 && days.every((day) => day > '2026-09-20'), days.join());
	});
});

/** The history of the clause that the address names. */
async function openHistory(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'History' }).first().click();
	await page.locator('.clause-history').first().waitFor();
}

/** As if the reader had looked ten days ago, at an archive that ended on `day`. */
async function lookedLast(page: Page, day: string): Promise<void> {
	// The page knows nothing of this file: what it needs is handed over.
	const visit = { at: new Date(Date.now() - 10 * dayLength).toISOString(), seen: `${day}T12:00:00Z` };
	await page.evaluate((visit) => {
		const key = Object.keys(localStorage).find((name) => name.startsWith('clausetrail.watch')) ?? '';
		const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
		localStorage.setItem(key, JSON.stringify({ ...kept, visit, before: null }));
	}, visit);
}
