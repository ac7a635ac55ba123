/** Every kind of page can be read by everybody: on a phone, in the dark, with assistive technology. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { demoSite } from './demo-site.ts';

const site = demoSite();

test('every kind of page passes axe in light and dark', async (context) => {
	for (const [kind, address] of Object.entries(site.kinds)) {
		await context.test(kind, async () => {
			await site.visit({ bypassCSP: true }, async (page) => {
				await page.goto(address);
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme });
					const { violations } = await new AxeBuilder({ page }).analyze();
					const found = violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`);
					assert.deepEqual(found, []);
				}
			});
		});
	}
});

test('no kind of page scrolls sideways on a phone of 360 pixels', async (context) => {
	for (const [kind, address] of Object.entries(site.kinds)) {
		await context.test(kind, async () => {
			await site.visit({ viewport: { width: 360, height: 740 } }, async (page) => {
				await page.goto(address);
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				assert.ok(width <= 360, `the page is ${width} pixels wide`);
			});
		});
	}
});

describe('the dark design', () => {
	test('is dark where the reader asks for it, and light else', async () => {
		const lightness = async (colorScheme: 'light' | 'dark') => {
			let value = Number.NaN;
			await site.visit({ colorScheme }, async (page) => {
				await page.goto(site.address);
				const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
				const html = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
				const channels = (/rgba\(.*, 0\)/.test(colour) ? html : colour).match(/\d+/g)?.map(Number) ?? [];
				value = Math.max(...channels.slice(0, 3));
			});
			return value;
		};
		assert.ok((await lightness('dark')) < 64);
		assert.ok((await lightness('light')) > 192);
	});
});

test('every kind of page says its language, its title and one heading of the first level', async (context) => {
	for (const [kind, address] of Object.entries(site.kinds)) {
		await context.test(kind, async () => {
			await site.visit({}, async (page) => {
				await page.goto(address);
				assert.match((await page.locator('html').getAttribute('lang')) ?? '', /^[a-z]{2}/);
				assert.match(await page.title(), /Clausetrail/);
				assert.equal(await page.locator('h1').count(), 1);
			});
		});
	}
});

test('the keyboard reaches the text past the navigation', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.address);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		assert.match(page.url(), /#main$/);
	});
});
