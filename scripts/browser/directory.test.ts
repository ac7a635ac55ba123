/** The directory of platforms: to letters, by name and by kind of agreement, and from a line to what it tells of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

test('without JavaScript a letter leads to its platforms, and no field is there that does nothing', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}platforms/`);
		await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'V' }).click();
		assert.match(await textOf(page.locator(':target')), /Versolette/);
		assert.equal(await page.getByRole('searchbox').filter({ visible: true }).count(), 0);
		const last = page.locator('.directory .last a').first();
		const told = (await textOf(last)).trim();
		await last.click();
		await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		assert.equal((await textOf(page.locator('h1'))).replace(/\s+/g, ' ').trim(), told.replace(/\s+/g, ' '));
	});
});

test('a name and a kind of agreement narrow it, and say to how many', async () => {
	await site.visit({}, async (page) => {
		await page.goto(`${site.address}platforms/`);
		const lines = page.locator('.directory > li').filter({ visible: true });
		const all = await lines.count();
		await page.getByRole('searchbox').fill('pell');
		assert.equal(await lines.count(), 1);
		assert.match(await textOf(lines), /Pellmell/);
		assert.equal(await textOf(page.locator('[data-directory-status]')), `1 platform of ${all}`);
		assert.equal(await page.locator('.letters li').filter({ visible: true }).count(), 1);
		await page.getByRole('searchbox').fill('');
		await page.getByLabel('With agreements on').selectOption('privacy');
		const kinds = await lines.evaluateAll((items) =>
			items.map((item) => (item as HTMLElement).dataset.kinds ?? ''),
		);
		assert.ok(kinds.length > 0 && kinds.every((kind) => kind.split(' ').includes('privacy')), kinds.join());
	});
});

test('passes axe in light and dark, and stays within a phone’s width', async () => {
	await site.visit({ bypassCSP: true, viewport: { width: 360, height: 740 } }, async (page) => {
		await page.goto(`${site.address}platforms/`);
		assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
		const menu = await page
			.locator('.nav a')
			.evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top));
		assert.equal(new Set(menu).size, 1, 'the menu stands on one line');
		assert.deepEqual(await hindrancesOn(page), []);
	});
});
