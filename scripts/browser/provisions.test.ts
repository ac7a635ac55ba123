/** Reading what a clause means: the quote and its proof, what a person reads in it, its time, and what is said where the words moved on. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();
const widths = [360, 1280];

function at(width: number) {
	return { javaScriptEnabled: false, viewport: { width, height: 800 } };
}

/** Provisions of the demonstration in each state; their texts say which (scripts/demo/editorial.test.ts). */
const states = {
	current: 'versolette/provisions/training-on-input/',
	reworded: 'tallybird/provisions/time-to-dispute-a-payment/',
	removed: 'pellmell/provisions/feed-in-order-of-time/',
	restored: 'versolette/provisions/never-sells-data/',
	short: 'marrowfield-market/provisions/ended-on-thirty-days/',
};

async function open(page: Page, state: keyof typeof states): Promise<void> {
	await page.goto(site.address + states[state]);
}

for (const width of widths) {
	test(`from the list to a provision, its change and its clause, at ${width} pixels without JavaScript`, async () => {
		await site.visit(at(width), async (page) => {
			await page.goto(site.address);
			await page.getByRole('link', { name: 'Explained', exact: true }).first().click();
			await page.getByRole('link', { name: /write may train/ }).click();
			await page.waitForURL(/provisions\/training-on-input\/$/);
			assert.match(await textOf(page.locator('.exhibit-quote')), /You grant us a worldwide/);
			await page.locator('.steps a', { hasText: 'the change' }).first().click();
			await page.waitForURL(/\/2026-11-20\/#c-/);
			await page.getByRole('link', { name: /write may train/ }).click();
			await page.locator('.proven a', { hasText: '#c-' }).click();
			const clause = page.locator(':target');
			assert.match(await textOf(clause.locator('.explained')), /^You grant us.*runs on\.$/);
			await page.locator('.run', { has: clause }).locator('.explains a').click();
			await page.waitForURL(/provisions\/training-on-input\/$/);
		});
	});
}

describe('fact and interpretation', () => {
	test('never share a box: what is typed stands on bare paper, what is proven on tint', async () => {
		await site.visit({}, async (page) => {
			await open(page, 'current');
			for (const fact of await page.locator('.quote, .proven, .steps .t').all())
				assert.equal(await isOnTint(fact), true);
			for (const typed of await page.locator('.plain-lead, .interpretation .reading, .questions').all())
				assert.equal(await isOnTint(typed), false);
			assert.equal(await page.getByText('Interpretation, written by a person').count(), 1);
		});
	});

	test('are told apart in each state, and each page answers whether the archive is independent', async () => {
		await site.visit({}, async (page) => {
			for (const state of Object.keys(states) as (keyof typeof states)[]) {
				await open(page, state);
				assert.match(await textOf(page.locator('.proven')), /in commit [0-9a-f]{7}, found exactly once/);
				assert.match(await textOf(page.locator('.questions')), /Is Clausetrail connected with .*\?No\./s);
			}
		});
	});
});

async function isOnTint(element: Locator): Promise<boolean> {
	return element.evaluate((found) => found.closest('.exhibit, .evidence-band') !== null);
}

describe('where the words moved on', () => {
	test('the page says so above the lead, says until when they stood, and shows today’s against them', async () => {
		await site.visit(at(360), async (page) => {
			await open(page, 'reworded');
			const notice = page.locator('.moved-on');
			assert.match(await textOf(notice), /The wording changed on 17 November 2026, after this was written/);
			const lead = await page.locator('.plain-lead').boundingBox();
			assert.ok(((await notice.boundingBox())?.y ?? Number.NaN) < (lead?.y ?? Number.NaN));
			assert.equal(await textOf(page.locator('.until')), 'stood until 17 November 2026');
			assert.equal(await textOf(page.locator('.today del')), '45');
			assert.equal(await textOf(page.locator('.today ins')), '30');
			await notice.getByRole('link').click();
			await page.waitForURL(/\/2026-11-17\/$/);
		});
	});

	test('a clause that is gone and words that came back are told as such', async () => {
		await site.visit({}, async (page) => {
			await open(page, 'removed');
			assert.match(await textOf(page.locator('.moved-on')), /was taken out on .*, after this was written/);
			assert.match(await textOf(page.locator('.today')), /No clause in these or similar words/);
			await open(page, 'restored');
			assert.match(await textOf(page.locator('.provision-head')), /went out on .* and came back on/);
			assert.equal(await page.locator('.until').count(), 0);
		});
	});

	test('the agreement says it in the margin and underlines nothing', async () => {
		await site.visit({}, async (page) => {
			await open(page, 'reworded');
			await page.locator('.proven a', { hasText: '#c-' }).click();
			const clause = page.locator(':target');
			assert.equal(await clause.locator('.explained').count(), 0);
			const margin = page.locator('.run', { has: clause }).locator('.explains');
			assert.match(await textOf(margin), /wording changed 17 November 2026/);
		});
	});
});

test('every state passes axe in light and dark', async () => {
	await site.visit({ bypassCSP: true }, async (page) => {
		for (const state of Object.keys(states) as (keyof typeof states)[]) {
			await open(page, state);
			assert.deepEqual(await hindrancesOn(page), [], state);
		}
	});
});

test('the page carries its annotation as data that the policy lets stand and no browser runs', async () => {
	await site.visit({}, async (page) => {
		await open(page, 'current');
		const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
		const [annotation, schema] = blocks.map((block) => JSON.parse(block));
		const { selector, source } = annotation.target;
		assert.equal(selector.type, 'TextQuoteSelector');
		assert.match(selector.exact, /^You grant us/);
		await page.goto(source.replace(/^.*?\/clausetrail\//, site.address));
		assert.ok((await textOf(page.locator('article'))).includes(selector.exact));
		assert.equal(schema['@graph'].length, 4);
	});
});

describe('on paper', () => {
	test('the whole analysis is one document, with its address, its commit and the plain citation', async () => {
		await site.visit({}, async (page) => {
			await open(page, 'current');
			await page.emulateMedia({ media: 'print' });
			for (const part of ['.exhibit-quote', '.proven', '.analysis', '.steps', '.questions'])
				assert.equal(await page.locator(part).isVisible(), true, part);
			assert.match(
				await textOf(page.locator('.sheet-foot')),
				/provisions\/training-on-input\/.*commit [0-9a-f]{40}/s,
			);
			assert.equal(await page.locator('.masthead nav:visible, .clause-axis a:focus').count(), 0);
			assert.match(await textOf(page.locator('.citation pre').first()), /R\. Amsel, “What you write/);
		});
	});
});

test('a regulation leads to the provisions that touch it, and they lead back', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await open(page, 'current');
		await page.locator('.analysis').getByRole('link', { name: 'GDPR', exact: true }).click();
		await page.waitForURL(/\/regulations\/gdpr\/$/);
		await page.getByRole('link', { name: /write may train/ }).click();
		await page.waitForURL(/provisions\/training-on-input\/$/);
	});
});
