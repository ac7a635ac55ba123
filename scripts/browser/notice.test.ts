/** From the archive's figures on notice to the change that one of them counts, without a script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

test('each number of the table leads to as many changes, and each of these says why it is there', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await page.goto(site.kinds.notice ?? '');
		const links = await page.locator('#platforms tbody td a').all();
		const counts = await Promise.all(
			links.map(
				async (link) => [Number(await textOf(link)), (await link.getAttribute('href')) ?? ''] as const,
			),
		);
		assert.ok(counts.some(([, href]) => href.endsWith('#ahead')));
		for (const [count, href] of counts) {
			await page.goto(new URL(href, site.address).href);
			const { hash } = new URL(href, site.address);
			const section = page.locator(hash === '' ? 'main' : hash);
			assert.equal(await section.locator('.entry').count(), count, href);
		}
		const ahead = counts.find(([, href]) => href.endsWith('#ahead'))?.[1] ?? '';
		await page.goto(new URL(ahead, site.address).href);
		await page.locator('#ahead .entry a').first().click();
		await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		assert.match(await textOf(page.locator('main')), /Announced at least \d+ days? ahead: on /);
	});
});

test('the agreement says its own day, and leads to the record of its platform', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}ostlery/driver-terms/`);
		assert.match(
			await textOf(page.locator('main')),
			/The page says of itself: in force from 10 November 2026/,
		);
		await page.getByRole('link', { name: /^\d+ dated changes:/ }).click();
		await page.waitForURL(/\/ostlery\/notice\/$/);
	});
});
