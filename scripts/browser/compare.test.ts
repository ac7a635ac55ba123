/** Comparing any two days: from the address, by hand, by keyboard, and what is said where it cannot be done. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, placeOf, textOf } from './demo-site.ts';

const site = demoSite();
const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function compare(page: Page, query = '', agreement = 'versolette/terms-of-service'): Promise<void> {
	await page.goto(`${site.address}${agreement}/compare/${query}`);
	await page.locator('[data-said]:not(:empty)').waitFor({ state: 'attached' });
}

/** The worker has answered for the days that are wanted now. */
async function drawn(page: Page): Promise<void> {
	await page.locator('[data-compare]:not([aria-busy])').waitFor();
}

async function days(page: Page): Promise<(string | null)[]> {
	const { searchParams } = new URL(await placeOf(page));
	return [searchParams.get('from'), searchParams.get('to')];
}

for (const [name, options] of [
	['at 1280 px', wide],
	['at 360 px', phone],
	['in the dark', { ...wide, colorScheme: 'dark' }],
] as readonly (readonly [string, BrowserContextOptions])[]) {
	describe(`two days ${name}`, () => {
		test('are compared as the address asks: sentence, marked words, changes between, commits', async () => {
			await site.visit(options, async (page) => {
				await compare(page, '?from=2022-06-01&to=2024-06-30');
				assert.match(await textOf(page.locator('[data-head] h2')), /clauses? added.*reworded/);
				assert.ok((await page.locator('.redline ins').count()) > 3);
				assert.ok((await page.locator('.redline del').count()) > 3);
				assert.match(
					await textOf(page.locator('.sides')),
					/1 June 2022:.*commit [0-9a-f]{12}.*30 June 2024:/,
				);
				await page.locator('[data-map] li').first().waitFor({ state: 'attached' });
				assert.match(await textOf(page.locator('[data-balance] b')), /^\+\d+ −\d+ words\.$/);
				assert.ok((await page.locator('[data-map] a[href^="#c-"]').count()) > 3);
				await page.locator('.between summary').click();
				const links = page.locator('.between a');
				assert.ok((await links.count()) > 1);
				await links.first().click();
				await page.waitForURL(/\/terms-of-service\/2024-\d{2}-\d{2}/);
			});
		});

		test('leave nothing beside the page', async () => {
			await site.visit(options, async (page) => {
				for (const query of ['?from=2022-06-01&to=2024-06-30', '?at=2023-05-01']) {
					await compare(page, query);
					const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
					assert.ok(over <= 0, `${over} px beside the page`);
				}
			});
		});
	});
}

test('two days, and one, pass axe in light and dark', async () => {
	await site.visit({ ...wide, bypassCSP: true }, async (page) => {
		for (const query of ['?from=2022-06-01&to=2024-06-30', '?at=2023-05-01']) {
			await compare(page, query);
			assert.deepEqual(await hindrancesOn(page), [], query);
		}
	});
});

test('a reader finds the page from an agreement, and it begins with all that was recorded', async () => {
	await site.visit(wide, async (page) => {
		await page.goto(`${site.address}versolette/terms-of-service/`);
		await page.getByRole('link', { name: 'Compare two dates' }).click();
		await page.locator('.redline').waitFor();
		assert.match(
			await textOf(page.locator('.sides li').first()),
			/^24 November 2020: version of 24 November 2020/,
		);
	});
});

test('the handles go from version to version by keyboard, and the address, the fields and the redline follow', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-06-01&to=2024-06-30');
		const from = page.getByRole('slider', { name: 'From' });
		await from.focus();
		await page.keyboard.press('ArrowRight');
		const [later] = await days(page);
		assert.ok((later ?? '') > '2022-06-01', `${later}`);
		assert.equal(await page.getByLabel('From', { exact: true }).last().inputValue(), later);
		assert.match((await from.getAttribute('aria-valuetext')) ?? '', /version of/);
		await page.keyboard.press('ArrowLeft');
		await page.keyboard.press('ArrowLeft');
		const [earlier] = await days(page);
		assert.ok((earlier ?? '9') < (later ?? ''));
		await page.keyboard.press('Home');
		assert.deepEqual((await days(page))[0], '2020-11-24');
		await page.keyboard.press('End');
		assert.deepEqual(await days(page), ['2024-06-30', '2024-06-30'], 'a handle stops at the other one');
		await drawn(page);
		assert.match(await textOf(page.locator('[data-head] h2')), /same/);
		await page.keyboard.press('Home');
		const shared = await placeOf(page);
		await drawn(page);
		const sentence = await textOf(page.locator('[data-head] h2'));
		await page.goto(shared);
		await page.locator('.redline').waitFor();
		assert.equal(await textOf(page.locator('[data-head] h2')), sentence);
	});
});

test('a handle is dragged, and what it names is compared when it comes to rest', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-06-01&to=2024-06-30');
		const before = await textOf(page.locator('[data-head] h2'));
		const box = await page.locator('[data-handle="to"]').boundingBox();
		assert.ok(box !== null);
		await page.mouse.move(box.x + box.width / 2, box.y + 45);
		await page.mouse.down();
		await page.mouse.move(box.x + 200, box.y + 45, { steps: 8 });
		await page.mouse.up();
		const [from, to] = await days(page);
		assert.equal(from, '2022-06-01');
		assert.ok((to ?? '') > '2025-01-01', `${to}`);
		await drawn(page);
		assert.notEqual(await textOf(page.locator('[data-head] h2')), before);
	});
});

test('of days that a reader hurries through the last are compared, whatever is answered first', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-06-01&to=2024-06-30');
		const to = page.getByRole('slider', { name: 'To' });
		await to.focus();
		await page.evaluate(() => {
			const keys = ['End', 'ArrowLeft', 'ArrowLeft', 'Home', 'ArrowRight', 'End', 'ArrowLeft', 'End'];
			for (const key of keys) document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key }));
		});
		await drawn(page);
		const [, last = ''] = await days(page);
		const sentence = await textOf(page.locator('[data-head] h2'));
		await compare(page, `?from=2022-06-01&to=${last}`);
		assert.equal(await textOf(page.locator('[data-head] h2')), sentence);
	});
});

test('a worker that does not run is named like a history that cannot be loaded', async () => {
	await site.visit(wide, async (page) => {
		let failing = true;
		await page.route('**/compare-worker*.js', (route) =>
			failing ? route.fulfill({ body: 'throw 1', contentType: 'text/javascript' }) : route.continue(),
		);
		await compare(page);
		assert.match(await textOf(page.locator('[data-head]')), /could not be loaded/);
		failing = false;
		await page.getByRole('button', { name: 'Try again' }).click();
		await page.locator('.redline').waitFor();
	});
});

test('a day typed into a field is compared; days in the wrong order change places, and it says so', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-06-01&to=2024-06-30');
		await page.locator('input[name="from"]').fill('2025-03-04');
		await page.locator('[data-notes]', { hasText: 'changed places' }).waitFor();
		assert.deepEqual(await days(page), ['2024-06-30', '2025-03-04']);
	});
});

test('days that are none, days before the first record and days without a difference are said in words', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-02-31&to=yesterday');
		assert.match(await textOf(page.locator('[data-notes]')), /“2022-02-31” is no day.*“yesterday” is no day/);
		assert.ok((await page.locator('.redline ins').count()) > 0);
		await compare(page, '?from=1999-01-01&to=2024-06-30');
		assert.match(await textOf(page.locator('.sides')), /this is the first record/);
		await compare(page, '?from=2022-06-01&to=2022-06-02');
		assert.match(
			await textOf(page.locator('[data-head] h2')),
			/No word differs between 1\sJune\s2022\sand\s2\sJune\s2022/,
		);
		await compare(page, `?from=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
		assert.equal(await page.locator('main img').count(), 0);
	});
});

test('keys n and p walk the changed clauses, side by side shows both days', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-06-01&to=2024-06-30');
		await page.locator('main h1').click();
		await page.keyboard.press('n');
		const first = await page.evaluate(() => document.activeElement?.id);
		await page.keyboard.press('n');
		const second = await page.evaluate(() => document.activeElement?.id);
		assert.match(first ?? '', /^c-/);
		assert.notEqual(second, first);
		await page.getByText('Side by side').click();
		assert.match(await textOf(page.locator('.redline .heads')), /On 1 June 2022.*On 30 June 2024/);
		await page.getByRole('slider', { name: 'From' }).press('ArrowRight');
		await drawn(page);
		assert.match(await textOf(page.locator('.redline .heads')), /On 30 June 2024/);
		assert.ok(await page.locator('.redline .heads').isVisible(), 'the columns stay for other days');
	});
});

test('the whole text of a day has headings, tables and links, and says which commit it is', async () => {
	await site.visit(wide, async (page) => {
		await compare(page, '?from=2022-06-01&to=2024-05-01', 'gannetry-cloud/developer-terms');
		await page.getByRole('link', { name: '1 May 2024' }).click();
		await page.locator('article.document').waitFor();
		await page.waitForURL(/\?at=2024-05-01$/);
		assert.match(await textOf(page.locator('[data-head]')), /1 May 2024: version of .*commit [0-9a-f]{12}/);
		assert.ok((await page.locator('article.document h2, article.document h3').count()) > 5);
		assert.ok((await page.locator('article.document table th').count()) > 1);
		assert.ok((await page.locator('article.document a[href^="http"]').count()) > 0);
		await page.getByRole('slider').press('Home');
		await page.waitForURL(/\?at=20\d\d-/);
		await page.getByRole('link', { name: 'Compare two dates' }).click();
		await page.locator('.redline').waitFor();
	});
});

test('hostile Markdown in an archived text becomes words', async () => {
	const hostile = [
		'<img src=x onerror=alert(1)><b onclick=alert(2)>bold</b> <svg><script>alert(3)</script></svg>',
		'[a](javascript:alert(4)) [b](JaVa&#115;cript:alert(5)) [c](//evil.example) [d](data:text/html,x) [e](https://a.example)',
		'<math><mtext><style><img src=x onerror=alert(6)></style></mtext></math><a href=" javascript:alert(7)">f</a>',
		'<form action=//evil.example><input autofocus onfocus=alert(8)></form><base href=//evil.example>',
		'</p></article><template><img src=x onerror=alert(9)></template><noscript><img src=x></noscript>',
	];
	await site.visit(wide, async (page) => {
		let alerts = 0;
		page.on('dialog', (dialog) => {
			alerts++;
			void dialog.dismiss();
		});
		await page.route('**/ledger.json.gz', async (route) => {
			const file = JSON.parse(gunzipSync(await (await route.fetch()).body()).toString());
			const pieces = file.ledger.pieces.map((piece: string, at: number) => hostile[at % 12] ?? piece);
			await route.fulfill({ json: { ...file, ledger: { ...file.ledger, pieces } } });
		});
		await compare(page, '?at=2024-05-01');
		const found = await page.locator('article.document').evaluate((article) => {
			const elements = [...article.querySelectorAll('*')];
			return {
				names: [...new Set(elements.map(({ localName }) => localName))],
				attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
				links: elements.flatMap((element) =>
					element instanceof HTMLAnchorElement ? [element.protocol] : [],
				),
				words: article.textContent ?? '',
			};
		});
		assert.match(found.words, /bold/);
		const known = [
			'div',
			'p',
			'h2',
			'h3',
			'h4',
			'ul',
			'li',
			'table',
			'thead',
			'tbody',
			'tr',
			'th',
			'td',
			'a',
			'b',
		];
		assert.deepEqual(
			found.names.filter((name) => !known.includes(name)),
			[],
		);
		const harmless = ['id', 'class', 'href', 'rel', 'tabindex', 'role', 'aria-label'];
		assert.deepEqual(
			found.attributes.filter((name) => !harmless.includes(name)),
			[],
		);
		assert.ok(found.links.length > 0 && found.links.every((scheme) => /^(https?|mailto):$/.test(scheme)));
		await compare(page, '?from=2022-06-01&to=2024-06-30');
		assert.equal(
			await page.locator('main img, main svg script, [data-body] :is(script, style, form, base)').count(),
			0,
		);
		assert.equal(alerts, 0);
	});
});

test('a history that cannot be loaded is named, with a way to try again and another to read', async () => {
	await site.visit(wide, async (page) => {
		let failing = true;
		await page.route('**/ledger.json.gz', (route) =>
			failing ? route.fulfill({ json: { format: 99 } }) : route.continue(),
		);
		await compare(page);
		assert.match(await textOf(page.locator('[data-head]')), /could not be loaded/);
		assert.ok(await page.getByRole('link', { name: 'every recorded change' }).isVisible());
		failing = false;
		await page.getByRole('button', { name: 'Try again' }).click();
		await page.locator('.redline').waitFor();
	});
});

test('without JavaScript the page says what it needs, leads to the history and tells the command', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}versolette/terms-of-service/compare/`);
		const main = page.locator('main');
		assert.match(await textOf(main), /needs JavaScript/);
		assert.match(await textOf(main), /git diff --word-diff [0-9a-f]{12} [0-9a-f]{12} -- "/);
		assert.equal(await page.locator('[data-compare]').isVisible(), false);
		await main.getByRole('link', { name: /history/ }).click();
		await page.waitForURL(/\/history\/$/);
	});
});
