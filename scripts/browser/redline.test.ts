/** Reading one change: inline, side by side, as source, by keyboard, on a phone. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { assertSoon } from '../../src/samples/patience.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 } };

/** Versolette's terms of November 2026 hold every kind of event. */
async function open(page: Page): Promise<void> {
	await page.goto(`${site.address}versolette/terms-of-service/`);
	await page.locator('main header .key-link').click();
	await page.waitForURL(/\/2026-11-20\/$/);
}

function clause(page: Page, number: string) {
	return page
		.locator('.redline .x', { has: page.locator('.m b', { hasText: new RegExp(`^${number}$`) }) })
		.last();
}

describe('a redline', () => {
	test('says at a glance what came in, and leads there', async () => {
		await site.visit(phone, async (page) => {
			await open(page);
			const [first] = await page.locator('.gist a').all();
			assert.ok(first);
			const box = await first.boundingBox();
			assert.ok((box?.y ?? 1e4) < 740, 'the gist stands on the first screen of a phone');
			await first.click();
			assert.ok((await page.locator(':target ins').count()) > 0);
		});
	});

	test('shows the first marked words on the first screen of a desk', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			const box = await page.locator('.redline :is(ins, del)').first().boundingBox();
			assert.ok((box?.y ?? 1e4) < 800);
		});
	});

	test('is walked by the keys n and p, and shows where it stands', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
			await page.keyboard.press('n');
			const first = await focused();
			await page.keyboard.press('n');
			const second = await focused();
			assert.match(first, /^c-/);
			assert.notEqual(second, first);
			await page.keyboard.press('p');
			assert.equal(await focused(), first);
			const frame = page.locator('.map .frame');
			const before = await frame.boundingBox();
			for (let step = 0; step < 6; step++) await page.keyboard.press('n');
			await assertSoon(async () => isDeepStrictEqual(await frame.boundingBox(), before), false);
		});
	});

	test('is told to a screen reader with the words inserted and deleted', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			const said = await clause(page, '8.3').ariaSnapshot();
			assert.match(said, /deletion.*30|deleted.*30/s);
			assert.match(said, /insertion.*14|inserted.*14/s);
		});
	});

	test('stands side by side at a click, each column with its own words, and is so at the next change', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			await page.getByText('Side by side').click();
			const [old = '', fresh = ''] = await clause(page, '8.3').locator('.o, .f').allInnerTexts();
			assert.match(old, /at least 30 days/);
			assert.match(fresh, /at least 14 days/);
			const [lacking, added = ''] = await clause(page, '5.3').locator('.o, .f').allInnerTexts();
			assert.equal(lacking, 'No such clause');
			assert.match(added, /^You may object to training/);
			const spaced = (await page.locator('.redline .f').allInnerTexts()).filter((words) =>
				/\s[.,;:]/.test(words),
			);
			assert.deepEqual(spaced, [], 'no space is left where words of the other column stood');
			await page
				.locator('main header')
				.getByRole('link', { name: /^\d{1,2} \w+ \d{4}$/ })
				.first()
				.click();
			await page.waitForURL((address) => !address.href.includes('2026-11-20'));
			assert.ok(await page.locator('.redline .heads').isVisible());
			await page.getByText('Inline').click();
			assert.ok(await page.locator('.redline .heads').isHidden());
		});
	});

	test('is not offered side by side where two columns have no room', async () => {
		await site.visit(phone, async (page) => {
			await open(page);
			assert.ok(await page.getByText('Side by side').isHidden());
			assert.ok(await page.locator('.strip').isVisible());
		});
	});

	test('is read as source by keyboard alone, drawn when it is first asked for', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			assert.equal(await page.locator('.source table').count(), 0);
			await page.locator('#view-inline').focus();
			await page.keyboard.press('ArrowLeft');
			assert.ok(await page.locator('.redline').isHidden());
			assert.match(await textOf(page.locator('.source caption')), /Markdown/);
			const lines = await page.locator('.source tbody tr').allInnerTexts();
			assert.ok(lines.some((line) => /\+ 5\.3 You may object/.test(line)));
			assert.ok(await page.locator('.source [role="status"]').isHidden());
		});
	});

	test('says without JavaScript where its source is', async () => {
		await site.visit({ ...desk, javaScriptEnabled: false }, async (page) => {
			await open(page);
			await page.getByText('Source', { exact: true }).click();
			assert.ok(await page.locator('.redline').isHidden());
			assert.match(await textOf(page.locator('.source')), /the command below/);
			await page.locator('.source a[href="#evidence"]').click();
			assert.match(await textOf(page.locator('#evidence')), /git (-C \S+ )?show/);
		});
	});

	test('says so where its source cannot be had, and tries again', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			await page.route('**/ledger.json*', (route) => route.fulfill({ status: 200, body: 'no JSON' }), {
				times: 1,
			});
			await page.getByText('Source', { exact: true }).click();
			await page.getByText('It could not be drawn').waitFor();
			await page.getByText('Inline').click();
			await page.getByText('Source', { exact: true }).click();
			assert.match(await textOf(page.locator('.source caption')), /Markdown/);
		});
	});

	test('is cited in three forms, copied at a click', async () => {
		await site.visit({ ...desk, permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
			await open(page);
			await page.locator('.evidence .cite summary').click();
			await page.locator('.evidence .citation').nth(1).getByRole('button').click();
			const copied = await page.evaluate(() => navigator.clipboard.readText());
			assert.match(copied, /^@misc\{versolette-terms-of-service-2026-11-20,/);
			const csl = JSON.parse(await textOf(page.locator('.evidence .citation pre').nth(2)));
			assert.match(JSON.stringify(csl), /2026/);
		});
	});

	test('prints with its address, its commit and the hash of its text, and without navigation', async () => {
		await site.visit(desk, async (page) => {
			await open(page);
			await page.emulateMedia({ media: 'print' });
			const [printed = ''] = await page.locator('body').allInnerTexts();
			assert.match(printed, /\/versolette\/terms-of-service\/2026-11-20\//);
			assert.match(printed, /[0-9a-f]{40}/);
			assert.match(printed, /[0-9a-f]{64}/);
			assert.ok(await page.locator('.masthead nav').isHidden());
			assert.ok(await page.locator('.tabs').isHidden());
		});
	});
});
