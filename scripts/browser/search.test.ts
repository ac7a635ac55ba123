/** Searching: a hit leads to the clause that it stands in. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

async function search(page: Page, query: string): Promise<void> {
	await page.goto(`${site.address}search/?${query}`);
	await page.locator('[data-search-status]', { hasText: /found/i }).waitFor();
}

describe('search', () => {
	test('finds a clause, marks the words, and its hit jumps to the clause', async () => {
		await site.visit({}, async (page) => {
			await page.goto(`${site.address}search/`);
			await page.getByRole('searchbox').last().fill('user name used');
			const hit = page.locator('.hit-text').first();
			await hit.waitFor();
			const marked = await hit.locator('mark').allInnerTexts();
			assert.ok(marked.length > 0);
			assert.match(page.url(), /\?q=user\+name\+used/);
			await hit.getByRole('link').click();
			await page.waitForURL(/#c-/);
			const clause = await textOf(page.locator(':target'));
			for (const word of marked) assert.ok(clause.includes(word), `${clause} holds ${word}`);
			assert.ok(await page.locator(':target').isVisible());
		});
	});

	test('groups what it finds by agreement', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=arbitration');
			const names = await page.locator('.search-group h2').allInnerTexts();
			assert.ok(names.length > 1);
			assert.equal(new Set(names).size, names.length);
		});
	});

	test('narrows to one platform, and to changes, newest first', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=days&platform=Pellmell&what=change&sort=date');
			const names = await page.locator('.search-group h2').allInnerTexts();
			assert.ok(names.length > 0 && names.every((name) => name.startsWith('Pellmell')), names.join());
			assert.equal(await page.locator('.hit-text').count(), 0);
			const [first] = await page.locator('.search-group').all();
			const times = (await first?.locator('.hit time').all()) ?? [];
			const days = await Promise.all(times.map((time) => time.getAttribute('datetime')));
			assert.ok(days.length > 0);
			assert.deepEqual(days, days.toSorted().reverse());
			await first?.locator('.hit-change a').first().click();
			await page.waitForURL(/\/pellmell\/.*\/\d{4}-\d{2}-\d{2}/);
		});
	});

	test('finds words of an agreement in another language', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=Nutzungsbedingungen');
			assert.match(await textOf(page.locator('.search-results')), /Hafenblick/);
			assert.ok((await page.locator('.hit-words[lang="de"]').count()) > 0);
		});
	});

	test('says plainly that nothing was found, and forgets what was found before', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=arbitration');
			await page.getByRole('searchbox').last().fill('xyzzyqq');
			await page.locator('[data-search-status]', { hasText: 'Nothing found for “xyzzyqq”' }).waitFor();
			assert.equal(await page.locator('.search-group').count(), 0);
		});
	});

	test('takes markup in a question for words', async () => {
		await site.visit({}, async (page) => {
			await search(page, `q=${encodeURIComponent('<img src=x onerror=alert(1)> zzqqy')}`);
			assert.equal(await page.locator('main img').count(), 0);
		});
	});
});
