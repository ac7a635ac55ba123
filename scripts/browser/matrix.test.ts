/** Who has what, at a glance: by keyboard alone, for platforms of a reader's choice, on a phone, on paper, and without a script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function names(page: Page): Promise<string[]> {
	return page.locator('.matrix tbody th').allTextContents();
}

/** The script has answered. */
async function said(page: Page, words: RegExp): Promise<void> {
	await page.locator('[data-said]', { hasText: words }).waitFor();
}

/** Goes on by the tab key alone. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let steps = 0; steps < 60; steps++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
	}
	throw new Error(`the tab key does not come to ${selector}`);
}

test('keys alone filter the table, sort it, and open a cell', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}topics/`);
		await page.getByRole('link', { name: 'Who has what, at a glance' }).press('Enter');
		await page.waitForURL(/\/matrix\/$/);
		const all = await names(page);
		assert.ok(all.length > 5, `${all.length} rows`);

		await tabTo(page, 'input[name="platform"]');
		await page.keyboard.type('pell');
		await page.keyboard.press('Enter');
		await said(page, /^1 of \d+ platforms/);
		await page.keyboard.type('VERSO');
		await page.keyboard.press('Enter');
		await said(page, /^2 of \d+ platforms/);
		assert.deepEqual(await names(page), ['Pellmell', 'Versolette']);
		await page.waitForURL(/\?platforms=pellmell,versolette$/);

		await tabTo(page, 'input[name="changed"]');
		await page.keyboard.press('Space');
		await said(page, /platforms/);
		await page.waitForURL(/&changed=1$/);
		await page.keyboard.press('Space');
		await page.waitForURL(/versolette$/);

		await tabTo(page, '[data-sort="training"], [data-sort="ai-training"]');
		await page.keyboard.press('Enter');
		await said(page, /sorted by AI training\./);
		assert.equal(await page.locator('th[aria-sort="ascending"] a').textContent(), 'AI training');
		await page.keyboard.press('Enter');
		await said(page, /backwards/);
		const sorted = page.locator('th[aria-sort="descending"]');
		assert.equal(await sorted.locator('a').textContent(), 'AI training');
		assert.ok(
			await sorted.locator('button').evaluate((button) => button === document.activeElement),
			'the button keeps the focus',
		);

		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Home');
		assert.equal(await page.evaluate(() => document.activeElement?.closest('th')?.scope), 'row');
		await page.keyboard.press('ArrowRight');
		const cell = page.locator('td a:focus');
		assert.equal(await cell.count(), 1);
		const words = await textOf(cell);
		assert.notEqual(words, '');
		const href = await cell.getAttribute('href');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname === href?.split('#')[0]);
	});
});

test('an address names platforms, topics and a kind of agreement, and says which it does not know', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(
			`${site.address}matrix/?platforms=tallybird,versolette,nobody&topics=arbitration,sale-of-data&kind=privacy`,
		);
		await said(page, /^2 of \d+ platforms, 2 topics\. Not in this archive: nobody\.$/);
		assert.deepEqual(await names(page), ['Tallybird', 'Versolette']);
		assert.equal(await page.locator('.matrix thead th').count(), 3);
		assert.equal(await page.getByLabel('Kind of agreement').inputValue(), 'privacy');
		await page.getByRole('button', { name: 'Tallybird: show no more' }).click();
		await said(page, /^1 of/);
		await page.getByRole('button', { name: 'Reset' }).click();
		await page.waitForURL(/\/matrix\/\?$/);
	});
});

test('a chosen topic becomes a column, and all of them are shown at once', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}matrix/`);
		const columns = page.locator('.matrix thead th');
		const usual = await columns.count();
		await page.getByText(/^Topics: \d+ of \d+/).click();
		const box = page.locator('.ticks input:not(:checked)').first();
		await box.check();
		await said(page, /topics/);
		assert.equal(await columns.count(), usual + 1);
		await page.getByRole('button', { name: 'All', exact: true }).click();
		await page.waitForURL(/topics=all/);
		assert.equal(await columns.count(), 1 + (await page.locator('.ticks input').count()));
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		assert.ok(over <= 0, `${over} px beside the page`);
	});
});

test('a table that cannot be loaded is said to be so, and stands as it came', async () => {
	await site.visit(wide, async (page) => {
		let failing = true;
		await page.route('**/sides.json.gz', (route) =>
			failing ? route.fulfill({ json: { format: 99 } }) : route.continue(),
		);
		await page.goto(`${site.address}matrix/`);
		const before = await names(page);
		await page.getByRole('checkbox', { name: 'Changed within a year' }).check();
		await said(page, /could not be loaded/);
		assert.deepEqual(await names(page), before);
		failing = false;
		await page.getByRole('button', { name: 'Sort by Platform' }).click();
		await said(page, /platforms/);
	});
});

test('on a phone names and heads stay in sight while the rest goes by', async () => {
	await site.visit(phone, async (page) => {
		await page.goto(`${site.address}matrix/`);
		const box = page.locator('.matrix');
		await box.scrollIntoViewIfNeeded();
		await box.evaluate((element) => element.scrollTo(400, 120));
		const at = await box.evaluate((element) => {
			const left = element.getBoundingClientRect();
			const name = element.querySelector('tbody tr:last-child th')?.getBoundingClientRect();
			const head = element.querySelector('thead th:last-child')?.getBoundingClientRect();
			return {
				moved: element.scrollLeft,
				name: (name?.left ?? 99) - left.left,
				head: (head?.top ?? 99) - left.top,
			};
		});
		assert.ok(at.moved > 100, `${at.moved}`);
		assert.ok(Math.abs(at.name) < 2 && Math.abs(at.head) < 2, JSON.stringify(at));
	});
});

test('without a script it is a plain table in sheets, which says what takes a script', async () => {
	await site.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}matrix/?platforms=versolette`);
		assert.match(await textOf(page.locator('[data-without]')), /takes a script/);
		assert.equal(await page.locator('.matrix-form').isVisible(), false);
		assert.equal(await page.locator('.matrix thead button:visible').count(), 0);
		const first = await page.locator('.matrix thead th').nth(1).textContent();
		await page.getByRole('link', { name: 'Sheet 2' }).click();
		await page.waitForURL(/\/matrix\/2\/$/);
		assert.notEqual(await page.locator('.matrix thead th').nth(1).textContent(), first);
		await page.locator('.matrix td a').first().click();
		await page.waitForURL((url) => !url.pathname.includes('/matrix/'));
	});
});

test('on paper the whole table lies open, without what only a screen can do', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}matrix/`);
		await page.emulateMedia({ media: 'print' });
		const box = page.locator('.matrix');
		const hidden = await box.evaluate((element) => element.scrollHeight - element.clientHeight);
		assert.ok(hidden <= 0, `${hidden} px of it are out of sight`);
		assert.equal(await page.locator('.matrix-form').isVisible(), false);
		assert.equal(
			await page.locator('thead').evaluate((head) => getComputedStyle(head).display),
			'table-header-group',
		);
		const swatch = page.locator('.matrix i.y').first();
		assert.equal(
			await swatch.evaluate((element) => getComputedStyle(element).getPropertyValue('print-color-adjust')),
			'exact',
		);
	});
});

test('filtered and sorted, it passes axe in light and dark', async () => {
	await site.visit({ ...wide, bypassCSP: true }, async (page) => {
		await page.goto(`${site.address}matrix/?platforms=pellmell,versolette&changed=1&sort=ai-training`);
		await said(page, /platforms/);
		assert.deepEqual(await hindrancesOn(page), []);
	});
});
