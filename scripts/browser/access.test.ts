/** Every kind of page can be read by everybody: on a phone, in the dark, with assistive technology. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { crowdedOn, hindrancesOn } from './access-rules.ts';
import { demoSite } from './demo-site.ts';

const site = demoSite();

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 720 };

/** One visit for all that is asked of a kind: loading a page costs more than looking at it. */
test('every kind of page can be read by everybody', async (context) => {
	for (const [kind, address] of Object.entries(site.kinds)) {
		await context.test(kind, async () => {
			await site.visit({ bypassCSP: true, viewport: phone }, async (page) => {
				await page.goto(address);
				await assertNamed(page);
				const width = await page.evaluate(() => document.documentElement.scrollWidth);
				assert.ok(width <= phone.width, `on a phone the page is ${width} pixels wide`);
				assert.deepEqual(await crowdedOn(page), []);
				await page.setViewportSize(desk);
				assert.deepEqual(await hindrancesOn(page), []);
			});
		});
	}
});

test('what hinders a reader is found, in the light, in the dark and under a finger', async () => {
	await site.visit({ bypassCSP: true }, async (page) => {
		await page.goto(site.kinds.about as string);
		await page.evaluate(() => {
			const style =
				'@media (prefers-color-scheme: dark) { #faint { color: #222; background: #111 } } .near { display: block; line-height: 16px }';
			const links = '<div><a class="near" href="#a">one</a><a class="near" href="#b">another</a></div>';
			const image = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';
			document
				.querySelector('main')
				?.insertAdjacentHTML('beforeend', `<style>${style}</style>${image}${links}<p id="faint">faint</p>`);
		});
		const found = await hindrancesOn(page);
		assert.deepEqual(
			found.map((each) => each.replace(/^((?:in the dark: )?[\w-]+):.*/s, '$1')),
			['image-alt', 'in the dark: color-contrast'],
		);
		await page.setViewportSize(phone);
		const crowded = await crowdedOn(page);
		assert.equal(crowded.length, 1);
		assert.match(crowded.join(), /^target-size: .*>one<.*>another</);
	});
});

/** Its language, its title and one heading of the first level. */
async function assertNamed(page: Page): Promise<void> {
	assert.match((await page.locator('html').getAttribute('lang')) ?? '', /^[a-z]{2}/);
	assert.match(await page.title(), /Clausetrail/);
	assert.equal(await page.locator('h1').count(), 1);
}

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

test('the keyboard reaches the text past the navigation', async () => {
	await site.visit({}, async (page) => {
		await page.goto(site.address);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.waitForURL(/#main$/);
	});
});
