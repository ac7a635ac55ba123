/** A number of what was recorded leads to as many versions as it says, without JavaScript: from home to a month, from a platform to a history. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const plain = { javaScriptEnabled: false };

/** What links say and where they lead: a few of each kind. */
async function numbersIn(
	page: Page,
	table: string,
): Promise<readonly (readonly [count: number, href: string])[]> {
	const links = await page
		.locator(`${table} td a[href*="#"]`)
		.evaluateAll((all) =>
			all.map(
				(link) => [Number(link.textContent?.replaceAll(',', '')), (link as HTMLAnchorElement).href] as const,
			),
		);
	const kinds = Map.groupBy(links, ([, href]) => new URL(href).hash);
	return [...kinds.values()].flatMap((own) => own.slice(0, 3));
}

test('from home a number leads to the months, and from there to one that shows those of its kind alone', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.address);
		await page.locator('.holdings .strong a').click();
		await page.waitForURL(/\/changes\/#months$/);
		const numbers = await numbersIn(page, '#months');
		assert.ok(numbers.length > 4);
		for (const [count, href] of numbers) {
			await page.goto(href);
			const kind = new URL(href).hash.slice(1);
			assert.match(await textOf(page.locator(':target')), new RegExp(`^${count} `));
			const items = page.locator('main .col li:visible');
			const lines = await items.allTextContents();
			const told = lines.map((line) => Number(/, (\d+) times\s*$/.exec(line)?.[1] ?? 1));
			assert.equal(
				told.reduce((sum, times) => sum + times, 0),
				count,
				`${kind} of ${href}`,
			);
		}
	});
});

test('from a platform a number leads to a history that shows those of its kind alone', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(site.kinds.platform ?? '');
		const numbers = await numbersIn(page, '#recorded');
		assert.ok(numbers.length > 1);
		for (const [count, href] of numbers) {
			await page.goto(href);
			const rows = page.locator('.history [id^="v-"]:visible');
			assert.equal(await rows.count(), count, href);
			await page.locator('#recorded').click();
			assert.ok((await rows.count()) >= count);
		}
	});
});

test('what a week counts stands behind its number, open where the number was followed', async () => {
	await site.visit(plain, async (page) => {
		await page.goto(`${site.address}digest/2025-W44/`);
		await page.locator('.counts a[href="#unchanged"]').click();
		assert.equal(await page.locator('details:has(#unchanged)').getAttribute('open'), '');
	});
});
