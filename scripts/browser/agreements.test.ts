/** Two agreements compared: by clause and by topic, as the address asks and as a reader chooses; and what remains without a script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const ofOne = '?a=pellmell/terms-of-service&b=pellmell/community-guidelines';
const ofTwo = '?a=versolette/terms-of-service&b=pellmell/terms-of-service';

async function compare(page: Page, query = ''): Promise<void> {
	await page.goto(`${site.address}compare/${query}`);
	await page.locator('[data-said]', { hasNotText: /^(Loading …)?$/ }).waitFor({ state: 'attached' });
}

test('agreements of one platform stand clause by clause, with the commits that prove them', async () => {
	for (const options of [wide, phone]) {
		await site.visit(options, async (page) => {
			await compare(page, ofOne);
			assert.match(await textOf(page.locator('[data-head] h2')), /word for word in both|in other words/);
			assert.ok((await page.locator('.redline .x').count()) > 5);
			assert.ok((await page.getByText('Only in the second').count()) > 0);
			assert.equal(await page.getByText('Added', { exact: true }).count(), 0);
			assert.match(
				await textOf(page.locator('.sides')),
				/Pellmell Terms of Service:.*commit [0-9a-f]{12}.*Pellmell Community Guidelines:.*commit [0-9a-f]{12}/,
			);
			assert.match(await textOf(page.locator('[data-foot]')), /git diff --word-diff [0-9a-f]{12}:/);
			await page.locator('[data-map] li').first().waitFor({ state: 'attached' });
			const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok(over <= 0, `${over} px beside the page`);
		});
	}
});

test('agreements of two platforms stand topic by topic, each quote of these agreements alone', async () => {
	for (const options of [wide, phone]) {
		await site.visit(options, async (page) => {
			await compare(page, ofTwo);
			assert.match(
				await textOf(page.locator('[data-said]')),
				/^Both have a clause on \d+ topics?; Versolette Terms of Service alone/,
			);
			const links = await page
				.locator('.pair a[href*="#c-"]')
				.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
			assert.ok(links.length > 10);
			assert.deepEqual(
				links.filter((href) => !href?.includes('/terms-of-service/')),
				[],
			);
			assert.ok((await page.locator('.pair .side').count()) > 3, 'stances are told');
			const onTopic = await page.locator('.pair h3 a').first().getAttribute('href');
			assert.match(onTopic ?? '', /\/(versolette|pellmell)\/on\/[a-z-]+\/$/);
			const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok(over <= 0, `${over} px beside the page`);
			const platforms = page.getByRole('link', { name: 'Two platforms with all their agreements' });
			assert.match(
				(await platforms.getAttribute('href')) ?? '',
				/topics\/compare\/\?a=versolette&b=pellmell$/,
			);
		});
	}
});

test('either way can be asked for, and what is chosen becomes the address', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, ofTwo);
		await page.getByText('By clause', { exact: true }).click();
		await page.locator('.redline').waitFor();
		await page.waitForURL(/&by=clause$/);
		await page.reload();
		await page.locator('.redline').waitFor();
		await page.getByText('Side by side').click();
		assert.match(
			await textOf(page.locator('.redline .heads')),
			/Versolette Terms of Service.*Pellmell Terms of Service/,
		);
		await page.getByText('By topic', { exact: true }).click();
		await page.locator('.pair').first().waitFor();
		assert.equal(await page.locator('.redline').count(), 0);
	});
});

test('a reader comes from an agreement, chooses another by keys, and goes back to a clause of it', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}versolette/terms-of-service/`);
		await page.getByRole('link', { name: 'Compare with another agreement' }).press('Enter');
		await page.waitForURL(/compare\/\?a=versolette\/terms-of-service$/);
		await page.locator('[data-said]', { hasText: 'Choose two agreements' }).waitFor();
		const other = page.getByRole('group', { name: 'The other' });
		await other.getByLabel('Platform').selectOption('tallybird');
		await other.getByLabel('Agreement').selectOption('tallybird/customer-agreement');
		await page.waitForURL(/\?a=versolette\/terms-of-service&b=tallybird\/customer-agreement$/);
		await page.locator('.pair a[href*="tallybird/customer-agreement/#c-"]').first().press('Enter');
		await page.waitForURL(/tallybird\/customer-agreement\/#c-/);
	});
});

test('agreements in two languages are told to have hardly a clause in common, and those in one are not', async () => {
	await site.visit(wide, async (page) => {
		const german = 'hafenblick/nutzungsbedingungen';
		await compare(page, `?a=${german}&b=tallybird/customer-agreement&by=clause`);
		assert.match(await textOf(page.locator('[data-foreign]')), /different languages/);
		await compare(page, `?a=${german}&b=hafenblick/datenschutzerklarung`);
		assert.equal(await page.locator('.redline').getAttribute('lang'), 'de');
		assert.equal(await textOf(page.locator('[data-foreign]')), '');
	});
});

test('what cannot be compared is said to be so', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?a=versolette/terms-of-service&b=versolette/terms-of-service');
		assert.match(await textOf(page.locator('[data-said]')), /two different agreements/);
		await compare(page, '?a=nobody/terms&b=topics/arbitration');
		assert.equal(await page.locator('select[name="a-platform"]').inputValue(), '');
		assert.match(await textOf(page.locator('[data-said]')), /Choose two agreements/);
		await compare(page, `?a=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
		assert.equal(await page.locator('main img').count(), 0);
		await page.route('**/ledger.json.gz', (route) => route.fulfill({ json: { format: 99 } }));
		await compare(page, ofOne);
		assert.match(await textOf(page.locator('[data-said]')), /could not be compared \(The page is older/);
	});
});

test('both ways pass axe in light and dark', async () => {
	await site.visit({ ...wide, bypassCSP: true }, async (page) => {
		for (const query of [ofOne, ofTwo]) {
			await compare(page, query);
			assert.deepEqual(await hindrancesOn(page), [], query);
		}
	});
});

test('without a script the page says what it needs, and leads to the agreements', async () => {
	await site.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}compare/${ofOne}`);
		assert.match(await textOf(page.locator('[data-without]')), /drawn by a script/);
		assert.equal(await page.locator('[data-pair]').isVisible(), false);
		await page.getByRole('link', { name: 'every platform' }).click();
		await page.waitForURL(/\/platforms\/$/);
	});
});
