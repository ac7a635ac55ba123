/** From a topic to the clause that is quoted, to the platform, and to two platforms side by side; and what remains without a script. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const wide = { viewport: { width: 1280, height: 900 } };

describe('a topic', () => {
	test('is found from home, quotes each platform, and its quote stands in the clause that it leads to', async () => {
		await site.visit(wide, async (page) => {
			await page.goto(site.address);
			await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Topics' }).click();
			await page.getByRole('link', { name: 'Arbitration', exact: true }).first().click();
			assert.match(await textOf(page.locator('.adopted-words')), /^\s*Of \d+ platforms \d+ /);
			const quote = page.locator('.quote').first();
			const decisive = await textOf(quote.locator('mark').first());
			await quote.locator('.margin a[href*="#c-"]').click();
			await page.waitForURL(/#c-/);
			const clause = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
			assert.ok((await textOf(clause)).includes(decisive), decisive);
		});
	});

	test('filters its quotes by kind of agreement without a script', async () => {
		await site.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
			await page.goto(`${site.address}topics/liability-limit/`);
			const shown = page.locator('.quote:visible');
			const all = await shown.count();
			assert.ok(all > 2, String(all));
			const tabs = page.locator('.quote-tabs label');
			for (let at = 0; at < (await tabs.count()); at++) {
				const said = Number(/\d+$/.exec((await textOf(tabs.nth(at))).trim())?.[0]);
				await tabs.nth(at).click();
				assert.equal(await shown.count(), said);
			}
			assert.equal(await page.locator('[data-find]').isVisible(), false);
		});
	});

	test('filters its quotes by a typed name, and says how many are left', async () => {
		await site.visit(wide, async (page) => {
			await page.goto(`${site.address}topics/liability-limit/`);
			const all = await page.locator('.quote').count();
			await page.getByRole('searchbox', { name: 'Platform' }).fill('VERSO');
			assert.equal(await page.locator('.quote:visible').count(), 1);
			assert.equal(await textOf(page.locator('[data-find] [role=status]')), `1 of ${all}`);
			await page.getByRole('searchbox', { name: 'Platform' }).fill('');
			assert.equal(await page.locator('.quote:visible').count(), all);
		});
	});

	test('shows its rule and says everywhere that nobody reviewed what it finds', async () => {
		await site.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
			for (const path of ['topics/', 'topics/arbitration/', 'topics/compare/', 'versolette/']) {
				await page.goto(site.address + path);
				const note = page.getByRole('link', { name: 'found by a program, unchecked' });
				assert.match((await note.first().getAttribute('href')) ?? '', /methodology\/#topics$/);
			}
			await page.goto(`${site.address}topics/arbitration/`);
			await page.getByText('The rule for English').click();
			assert.ok((await page.locator('.patterns code:visible').count()) > 1);
		});
	});
});

test('a platform says what it has by topic, and leads to the clause, the topic and a comparison', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}versolette/`);
		const rows = page.locator('.said');
		assert.ok((await rows.count()) > 5);
		assert.match(await textOf(rows.last()), /never found/);
		await page.locator('.said a[href*="#c-"]').first().click();
		await page.waitForURL(/#c-/);
		await page.goBack();
		await page.getByRole('link', { name: 'Compare with another platform' }).click();
		await page.waitForURL(/topics\/compare\/\?a=versolette/);
		assert.equal(await page.getByLabel('One platform').inputValue(), 'versolette');
	});
});

test('two platforms stand side by side as the address asks, and another choice becomes the address', async () => {
	for (const options of [wide, { viewport: { width: 360, height: 740 } }]) {
		await site.visit(options, async (page) => {
			await page.goto(`${site.address}topics/compare/?a=versolette&b=tallybird`);
			await page.locator('.pair').first().waitFor();
			assert.match(
				await textOf(page.locator('[data-said]')),
				/^Both have a clause on \d+ topics?; Versolette alone/,
			);
			assert.ok((await page.locator('.pair mark').count()) > 4);
			const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok(over <= 0, `${over} px beside the page`);
			await page.getByLabel('The other').selectOption('pellmell');
			await page.waitForURL(/a=versolette&b=pellmell$/);
			await page.locator('.pair h3', { hasText: 'Pellmell' }).first().waitFor();
			await page.reload();
			await page.locator('.pair h3', { hasText: 'Pellmell' }).first().waitFor();
			await page.locator('.pair a[href*="#c-"]').first().click();
			await page.waitForURL(/#c-/);
		});
	}
});

test('two platforms side by side pass axe in light and dark', async () => {
	await site.visit({ ...wide, bypassCSP: true }, async (page) => {
		await page.goto(`${site.address}topics/compare/?a=versolette&b=tallybird`);
		await page.locator('.pair').first().waitFor();
		assert.deepEqual(await hindrancesOn(page), []);
	});
});

test('two platforms that cannot be compared are said to be so', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}topics/compare/?a=versolette&b=versolette`);
		assert.match(await textOf(page.locator('[data-said]')), /two different platforms/);
		await page.goto(`${site.address}topics/compare/?a=nobody`);
		assert.equal(await page.getByLabel('One platform').inputValue(), '');
	});
	await site.visit({ ...wide, javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}topics/compare/?a=versolette&b=tallybird`);
		assert.match(await textOf(page.locator('[data-without]')), /drawn by a script/);
		assert.equal(await page.locator('.pair-form').isVisible(), false);
	});
});

test('a change names its topics, and each leads to its page', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(site.address);
		const topic = page.locator('article.entry a[href*="/topics/"]').first();
		const name = await textOf(topic);
		await topic.click();
		assert.equal(await textOf(page.locator('h1')), name);
	});
});
