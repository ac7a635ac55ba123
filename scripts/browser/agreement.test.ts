/** Reading an agreement through time: ages, a clause's history, clauses that went out, citations, the timeline, paper. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { demoSite, placeOf, textOf } from './demo-site.ts';

const site = demoSite();
const changeAddress = /\/\d{4}-\d{2}-\d{2}(-\d+)?\/#c-/;
const widths = [360, 1280];

function at(width: number) {
	return { viewport: { width, height: 800 } };
}

async function openAgreement(page: Page, anchor = ''): Promise<void> {
	await page.goto(`${site.kinds.agreement ?? ''}${anchor}`);
}

/** Permalink of the first clause that was reworded lately: it has a history. */
function rewordedClause(page: Page): Locator {
	return page.locator('.run:has(.age .new:text("reworded")) .n').first();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
	for (const key of keys) await page.keyboard.press(key);
}

async function focusedText(page: Page): Promise<string> {
	return page.evaluate(() => document.activeElement?.textContent ?? '');
}

for (const [name, options] of [
	['with JavaScript', {}],
	['without JavaScript', { javaScriptEnabled: false }],
] as const) {
	describe(`the ages of clauses ${name}`, () => {
		test('are told in the margin, the latest in the accent, and lead to the change', async () => {
			await site.visit(options, async (page) => {
				await openAgreement(page);
				const recent = page.locator('.age .new').first();
				const [own, accent] = await Promise.all([colour(recent), colour(page.locator('.key-link'))]);
				assert.equal(own, accent);
				assert.notEqual(await colour(page.locator('.age a:not(.new)').first()), accent);
				await recent.click();
				await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
			});
		});

		test('are turned off and on by one control, and no clause moves', async () => {
			for (const width of widths) {
				await site.visit({ ...options, ...at(width) }, async (page) => {
					await openAgreement(page);
					const clause = page.locator('.text p').nth(width === 360 ? 0 : 20);
					const before = (await clause.boundingBox())?.y;
					await page.locator('#ages').click();
					assert.equal(await page.locator('.age').first().isVisible(), false);
					if (width > 700) assert.equal((await clause.boundingBox())?.y, before);
					await page.locator('#ages').click();
					assert.equal(await page.locator('.age').first().isVisible(), true);
				});
			}
		});
	});
}

async function colour(element: Locator): Promise<string> {
	return element.evaluate((found) => getComputedStyle(found).color);
}

test('the choice to see no ages is remembered', async () => {
	await site.visit({}, async (page) => {
		await openAgreement(page);
		await page.locator('#ages').uncheck();
		await page.reload();
		assert.equal(await page.locator('#ages').isChecked(), false);
		assert.equal(await page.locator('.age').first().isVisible(), false);
	});
});

for (const width of widths) {
	test(`by keyboard alone a clause's history is opened, read and closed at ${width} pixels`, async () => {
		await site.visit(at(width), async (page) => {
			await openAgreement(page);
			await rewordedClause(page).focus();
			const number = await focusedText(page);
			await press(page, 'Enter');
			await page.locator('.clause-tools').waitFor();
			assert.match(await textOf(page.locator('main > [role=status]')), /is marked.*History/);
			for (let tabs = 0; tabs < 5 && (await focusedText(page)) !== 'History'; tabs++)
				await press(page, 'Tab');
			assert.equal(await focusedText(page), 'History');
			await press(page, 'Enter');
			const steps = page.locator('.clause-history > li');
			await steps.first().waitFor();
			assert.ok((await steps.count()) > 1);
			assert.match(await textOf(steps.first()), /\d{4} .*(Reworded|Rewritten|Number changed).* Stands today/);
			assert.ok((await steps.first().locator('ins, del').count()) > 0);
			assert.match(await textOf(steps.last()), /(In the first record|Came in)\. Stood until/);
			const open = await page.evaluate(() => document.documentElement.scrollWidth);
			assert.ok(open <= width, `the page is ${open} pixels wide`);
			await press(page, 'Escape');
			assert.equal(await steps.first().isVisible(), false);
			assert.equal(await focusedText(page), 'History');
			await press(page, 'Escape');
			assert.equal(await focusedText(page), number);
		});
	});
}

test('a step of the history leads to its change at the clause, and the way back finds the history open', async () => {
	await site.visit({}, async (page) => {
		await openAgreement(page);
		await rewordedClause(page).click();
		const marked = await placeOf(page);
		await page.getByRole('button', { name: 'History' }).click();
		await page.locator('.clause-history > li a').first().click();
		await page.waitForURL(changeAddress);
		assert.equal(await page.locator(':target ins, :target del').first().isVisible(), true);
		await page.goBack();
		assert.equal(await placeOf(page), marked);
		assert.equal(await page.locator('.clause-tools').isVisible(), true);
	});
});

test('a history that was opened stays open while another clause is looked at', async () => {
	await site.visit({}, async (page) => {
		await openAgreement(page);
		await rewordedClause(page).click();
		await page.getByRole('button', { name: 'History' }).click();
		await page.locator('.clause-history').waitFor();
		await page.locator('.n').first().click();
		await page.locator('.clause-history').waitFor({ state: 'hidden' });
		await rewordedClause(page).click();
		await page.locator('.clause-history').waitFor();
	});
});

test('a history that cannot be loaded says so, and may be asked for again', async () => {
	await site.visit({}, async (page) => {
		await openAgreement(page);
		await page.route('**/ledger.json.gz', (route) => route.fulfill({ status: 200, body: 'no JSON' }), {
			times: 1,
		});
		await rewordedClause(page).click();
		const history = page.getByRole('button', { name: 'History' });
		await history.click();
		await page.getByText('could not be loaded').waitFor();
		await history.click();
		await history.click();
		await page.locator('.clause-history').waitFor();
	});
});

test('a row of a table has its history too', async () => {
	await site.visit({}, async (page) => {
		const address = site.kinds['agreement in German'] ?? '';
		await page.goto(address);
		const anchor = await page.locator('.text tbody tr[id]').first().getAttribute('id');
		await page.goto(`${address}#${anchor}`);
		await page.getByRole('button', { name: 'History' }).click();
		await page.locator('.clause-history').waitFor();
	});
});

/** Anchor of a clause that stands no more. */
async function goneAnchor(page: Page): Promise<string> {
	await openAgreement(page);
	return `#${await page.locator('.went-out li').first().getAttribute('id')}`;
}

describe('a link to a clause that stands no more', () => {
	test('lands on the change that took it out', async () => {
		await site.visit({}, async (page) => {
			const anchor = await goneAnchor(page);
			await page.goto('about:blank');
			await openAgreement(page, anchor);
			await page.waitForURL(changeAddress);
			assert.match(await textOf(page.locator(':target')), /Removed/);
		});
	});

	test('opens the list that leads there where there is no JavaScript', async () => {
		await site.visit({ javaScriptEnabled: false }, async (page) => {
			const anchor = await goneAnchor(page);
			await page.goto('about:blank');
			await openAgreement(page, anchor);
			const entry = page.locator(`.went-out ${anchor} a`);
			assert.equal(await entry.isVisible(), true);
			await entry.click();
			await page.waitForURL(changeAddress);
			assert.match(await textOf(page.locator(':target')), /Removed/);
		});
	});

	test('is looked up in the ledger where the list does not reach', async () => {
		await site.visit({}, async (page) => {
			const anchor = await goneAnchor(page);
			await page.goto('about:blank');
			await page.route('**/terms-of-service/', async (route) => {
				const answer = await route.fetch();
				const body = (await answer.text()).replace(/<section class="row went-out">.*?<\/section>/s, '');
				await route.fulfill({ response: answer, body });
			});
			await openAgreement(page, anchor);
			await page.waitForURL(changeAddress);
		});
	});

	test('says so where the agreement never had it', async () => {
		await site.visit({}, async (page) => {
			await openAgreement(page, '#c-nonesuch');
			await page.getByText('never had the clause').waitFor();
		});
	});
});

describe('citing', () => {
	test('a clause, an agreement and a change are cited, and copied at a click', async () => {
		await site.visit({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
			const copied = () => page.evaluate(() => navigator.clipboard.readText());
			for (const kind of ['agreement', 'change']) {
				await page.goto(site.kinds[kind] ?? '');
				await page.locator('.cite summary').click();
				await page.locator('.cite .citation button').nth(1).click();
				await page.getByRole('button', { name: 'Copied' }).waitFor();
				assert.match(
					await copied(),
					/^@misc\{[a-z0-9-]+,.*commit [0-9a-f]{40}; SHA-256 of the text [0-9a-f]{64}/s,
				);
			}
			await openAgreement(page);
			await rewordedClause(page).click();
			await page.getByRole('button', { name: 'Copy link' }).click();
			await page.getByRole('button', { name: 'Link copied' }).waitFor();
			assert.equal(await copied(), await placeOf(page));
			await page.locator('.tools').getByRole('button', { name: 'Cite' }).click();
			assert.match(await textOf(page.locator('.opened pre').first()), /, clause [\d.]+”, .*#c-/);
		});
	});

	test('without JavaScript the plain form can be read and selected, and no button promises what it cannot do', async () => {
		await site.visit({ javaScriptEnabled: false }, async (page) => {
			await openAgreement(page);
			await page.locator('.cite summary').click();
			assert.match(await textOf(page.locator('.cite pre:visible')), /fetched .*commit [0-9a-f]{40}/);
			assert.equal(await page.locator('.cite button:visible').count(), 0);
		});
	});
});

for (const width of widths) {
	test(`marks of the timeline are walked by keyboard and lead to their change at ${width} pixels`, async () => {
		await site.visit({ javaScriptEnabled: false, ...at(width) }, async (page) => {
			await openAgreement(page);
			const marks = page.locator('.track .timeline a');
			for (const mark of await marks.all()) assert.match(await textOf(mark), /\d{1,2} \w+ \d{4}: \S/);
			await page.getByRole('link', { name: 'Past the timeline' }).focus();
			await press(page, 'Tab');
			assert.equal(await marks.first().evaluate((mark) => mark === document.activeElement), true);
			assert.notEqual(await marks.first().evaluate((mark) => getComputedStyle(mark).outlineStyle), 'none');
			await press(page, 'Enter');
			await page.waitForURL(/\/\d{4}-\d{2}-\d{2}(-\d+)?\/$/);
		});
	});
}

test('who walks by keyboard can pass the timeline', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await openAgreement(page);
		await page.getByRole('link', { name: 'Past the timeline' }).focus();
		await press(page, 'Enter', 'Tab');
		assert.equal(await page.locator('article :focus').count(), 1);
	});
});

describe('on paper', () => {
	test('address, commit and hash stand at the foot, and what only a screen can use does not', async () => {
		await site.visit({}, async (page) => {
			for (const kind of ['agreement', 'change']) {
				await page.goto(site.kinds[kind] ?? '');
				await page.emulateMedia({ media: 'print' });
				const foot = page.locator('.sheet-foot');
				assert.match(
					await textOf(foot),
					/^https:\/\/.*commit [0-9a-f]{40}, SHA-256 of the text [0-9a-f]{64}/s,
				);
				assert.equal(await foot.evaluate((found) => getComputedStyle(found).display), 'table-footer-group');
				assert.equal(
					await page.locator('.masthead nav:visible, .controls:visible, .clause-tools:visible').count(),
					0,
				);
			}
		});
	});

	test('one clause is printed alone, and the page is whole again afterwards', async () => {
		await site.visit({}, async (page) => {
			await page.addInitScript('window.print = () => {}');
			await openAgreement(page);
			await rewordedClause(page).click();
			await page.getByRole('button', { name: 'Print' }).click();
			await page.emulateMedia({ media: 'print' });
			assert.equal(await page.locator('.text :is(p, li)[id]:visible').count(), 1);
			assert.match(await textOf(page.locator('.proof:visible')), /clause [\d.]+”.*commit/);
			await page.evaluate(() => dispatchEvent(new Event('afterprint')));
			assert.ok((await page.locator('.text :is(p, li)[id]:visible').count()) > 10);
		});
	});
});
