/** What a platform does on a topic: from the topic to its page, to the clause, its history and a change of it, and back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
/** Of a platform of the demonstration that changed sides (scripts/demo/texts). */
const sided = 'versolette/on/ai-training/';

function at(width: number) {
	return { javaScriptEnabled: false, viewport: { width, height: 800 } };
}

for (const width of [360, 1280]) {
	test(`from the topic to the platform’s page, its clause, a change of it and back, at ${width} pixels without JavaScript`, async () => {
		await site.visit(at(width), async (page) => {
			await page.goto(`${site.address}topics/ai-training/`);
			await page.locator('.quotes .who a', { hasText: 'Versolette' }).first().click();
			await page.waitForURL(/\/versolette\/on\/ai-training\/$/);
			await page.getByRole('heading', { name: 'AI training at Versolette', level: 1 }).waitFor();
			const quoted = await textOf(page.locator('.proof blockquote').first());

			await page.locator('.proof .margin a[href*="#c-"]').first().click();
			assert.ok((await textOf(page.locator(':target'))).includes(quoted.replace(/ ?… ?/g, '')));
			await page.goBack();

			await page.locator('.steps a[href*="/20"]').first().click();
			await page.waitForURL(/\/versolette\/[a-z-]+\/\d{4}-\d\d-\d\d\//);
			await page.locator('.found a, .turns a', { hasText: 'AI training' }).first().click();
			await page.waitForURL(/\/versolette\/on\/ai-training\/$/);
		});
	});
}

describe('the page of a platform on a topic', () => {
	test('shows what the platform does, since when, and the proof, before a reader scrolls', async () => {
		for (const viewport of [
			{ width: 390, height: 844 },
			{ width: 1280, height: 800 },
		])
			await site.visit({ viewport }, async (page) => {
				await page.goto(site.address + sided);
				for (const shown of ['.plain-lead', '.since', '.proof blockquote'])
					assert.ok((await bottomOf(page, shown)) <= viewport.height, `${shown} at ${viewport.width} pixels`);
			});
	});

	test('begins with what a person wrote of it, and says so', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address + sided);
			await page
				.locator('.by-person')
				.getByRole('link', { name: /^Explained/ })
				.click();
			await page.waitForURL(/\/versolette\/provisions\/training-on-input\/$/);
		});
	});

	test('keeps fact and interpretation apart, and says of which it speaks', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address + sided);
			const onTint = (selector: string) =>
				page
					.locator(selector)
					.evaluateAll((all) => all.map((one) => one.closest('.exhibit, .evidence-band') !== null));
			assert.ok((await onTint('.proof blockquote, .steps .t, .other blockquote')).every(Boolean));
			assert.ok((await onTint('.plain-lead, .interpretation .reading')).every((tinted) => !tinted));
			await page.getByText('About clauses of this kind, not about this platform').waitFor();
		});
	});

	test('is found by the words of both, and watched from there', async () => {
		await site.visit({}, async (page) => {
			await page.goto(`${site.address}search/?q=versolette+ai+training`);
			await page.locator('[data-search-pages] a', { hasText: 'AI training at Versolette' }).click();
			await page.getByRole('button', { name: 'Watch on this device' }).click();
			await page.getByRole('link', { name: 'Your watchlist' }).click();
			await page.locator('[data-watched] a', { hasText: 'AI training at Versolette' }).waitFor();
		});
	});

	test('hinders nobody', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address + sided);
			assert.deepEqual(await hindrancesOn(page), []);
		});
	});
});

async function bottomOf(page: Page, selector: string): Promise<number> {
	const box = await page.locator(selector).first().boundingBox();
	return box === null ? Number.POSITIVE_INFINITY : box.y + box.height;
}
