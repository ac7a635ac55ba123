/** What a first-time reader wants to do, with and without JavaScript. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

/** From the home page to one clause of today's text, by what is written on the pages. */
async function followNewestChange(page: Page): Promise<void> {
	await page.goto(site.address);
	const newest = page.locator('main article').first();
	const name = await textOf(newest.getByRole('link').first());
	const told = await textOf(newest.locator('.what'));
	assert.ok((await newest.locator('ins, del').count()) > 0, 'the newest change shows words that changed');
	await newest.getByRole('link').first().click();
	await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
	assert.ok((await page.locator('main ins, main del').count()) > 0, 'the change page marks words');
	assert.equal(await textOf(page.locator('main h1')), told);
	const agreement = page
		.locator('main header')
		.getByRole('link', { name: /terms|policy|agreement/i })
		.first();
	assert.ok(name.includes((await textOf(agreement)).trim()), `${name} is what the change page is about`);
	await agreement.click();
	await page.waitForURL(/\/[a-z-]+\/[a-z-]+\/$/);
	await page.locator('main a[href^="#c-"]').first().click();
	await page.waitForURL(/#c-/);
	assert.equal(await page.locator(':target').count(), 1);
}

async function readHistory(page: Page): Promise<void> {
	await page.goto(site.kinds.agreement ?? '');
	await page
		.locator('main')
		.getByRole('link', { name: /recorded versions/i })
		.first()
		.click();
	await page.waitForURL(/\/history\/$/);
	const rows = page.locator('main table tbody tr');
	assert.ok((await rows.count()) > 3, 'the history lists every version');
	await rows.getByRole('link').first().click();
	await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
}

for (const [name, options] of [
	['a reader', {}],
	['a reader without JavaScript', { javaScriptEnabled: false }],
] as const) {
	describe(name, () => {
		test('goes from the newest change to its clause in the text of today', async () => {
			await site.visit(options, followNewestChange);
		});

		test('goes from an agreement through its history to an old change', async () => {
			await site.visit(options, readHistory);
		});

		test('finds a platform by its name', async () => {
			await site.visit(options, async (page) => {
				await page.goto(site.address);
				await page.getByRole('navigation').getByRole('link', { name: 'Platforms' }).click();
				await page.locator('main').getByRole('link', { name: 'Pellmell' }).first().click();
				await page.waitForURL(/\/pellmell\/$/);
				assert.match(await textOf(page.locator('main h1')), /Pellmell/);
			});
		});
	});
}

test('a change page names what proves it', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.kinds.change ?? '');
		const evidence = page.locator('#evidence');
		assert.match(await textOf(evidence), /[0-9a-f]{40}/);
		assert.match(await textOf(evidence), /git .*(show|diff)/);
	});
});

test('changes are walked from one to the next', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.kinds.change ?? '');
		const here = page.url();
		const [earlier] = await page
			.locator('main header')
			.getByRole('link', { name: /^\d{1,2} \w+ \d{4}$/ })
			.all();
		await earlier?.click();
		await page.waitForURL((address) => address.href !== here);
		await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
	});
});

test('without JavaScript the search page says so and where else to look', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await page.goto(site.kinds.search ?? '');
		assert.match(await textOf(page.locator('main')), /needs JavaScript/);
		await page
			.locator('main')
			.getByRole('link', { name: /platforms/i })
			.first()
			.click();
		await page.waitForURL(/\/platforms\/$/);
	});
});

test('an address that leads nowhere is answered in words, with a way back', async () => {
	const answer = await fetch(`${site.address}nobody/nothing/`);
	assert.equal(answer.status, 404);
	const html = await answer.text();
	assert.match(html, /href="\/clausetrail\/"/);
});
