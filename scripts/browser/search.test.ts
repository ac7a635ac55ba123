/** Searching over time: what stands, what stood, when the words came in and which change took them out. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

/** Opens the search page with a question and waits for its answer. */
async function search(page: Page, query: string): Promise<void> {
	await page.goto(`${site.address}search/?${query}`);
	await answered(page);
}

async function answered(page: Page): Promise<void> {
	await page.locator('[data-search-status]', { hasText: /clause|change|found/i }).waitFor();
}

/** Number that a tab shows. */
async function countOf(page: Page, what: string): Promise<number> {
	return Number(await textOf(page.locator(`[data-count="${what}"]`)));
}

function tab(page: Page, name: string): Locator {
	return page.locator('.search-tabs label', { hasText: name });
}

describe('search', () => {
	test('finds a clause as one types, marks the words, and its hit jumps to the clause', async () => {
		await site.visit({}, async (page) => {
			await page.goto(`${site.address}search/`);
			await page.getByRole('searchbox').fill('user name used');
			const hit = page.locator('.hit.force').first();
			await hit.waitFor();
			const marked = await hit.locator('mark').allInnerTexts();
			assert.ok(marked.length > 0);
			await page.waitForURL(/\?q=user\+name\+used$/);
			await hit.getByRole('link').first().click();
			await page.waitForURL(/#c-/);
			const clause = await textOf(page.locator(':target'));
			for (const word of marked) assert.ok(clause.includes(word), `${clause} holds ${word}`);
			assert.ok(await page.locator(':target').isVisible());
		});
	});

	test('says when a phrase first appeared, and leads to the change that brought it in', async () => {
		await site.visit({}, async (page) => {
			await search(page, `q=${encodeURIComponent('"What a model has learned cannot be undone"')}`);
			const first = page.locator('[data-search-first]');
			assert.equal(
				await textOf(first),
				'These words first appear on 2 December 2025: Pellmell Privacy Policy',
			);
			await first.getByRole('link').click();
			await page.waitForURL(/\/pellmell\/privacy-policy\/2025-12-02\/#c-/);
			assert.match(await textOf(page.locator(':target')), /What a model has learned cannot be undone/);
		});
	});

	test('does not claim to know when words came in that the first record already holds', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=%22we+show+them+no+advertisements%22');
			assert.match(await textOf(page.locator('[data-search-first]')), /already stand in the first record/);
		});
	});

	test('finds a wording that stands no more, its days, and the clause in the change that took it out', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=%22we+show+them+no+advertisements%22');
			const hit = page.locator('.hit.former');
			assert.equal(await hit.count(), 1);
			assert.equal(await page.locator('.hit').count(), 1);
			assert.match(await textOf(hit), /Former Nov 2020 to Jun 2025/);
			assert.match(await textOf(hit), /Stood from the first record, 24 November 2020, to 17 June 2025/);
			assert.equal(await textOf(hit.locator('mark')), 'we show them no advertisements');
			await hit.getByRole('link', { name: 'The change that took it out' }).click();
			await page.waitForURL(/\/2025-06-17\/#c-/);
			const gone = await page.locator(':target del').allInnerTexts();
			assert.match(gone.join(' '), /no advertisements/);
		});
	});

	test('groups what it finds by agreement and counts it by kind', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=consent');
			const names = await page.locator('.search-group h2').allInnerTexts();
			assert.ok(names.length > 1);
			assert.equal(new Set(names).size, names.length);
			const [all, force, former] = [
				await countOf(page, ''),
				await countOf(page, 'text'),
				await countOf(page, 'former'),
			];
			assert.ok(force > 0 && former > 0);
			assert.equal(all, force + former);
			await tab(page, 'Former').click();
			await page.locator('[data-search-status]', { hasText: `${former} clause` }).waitFor();
			assert.equal(await page.locator('.hit.force').count(), 0);
			await page.waitForURL(/what=former/);
		});
	});

	test('keeps every choice in the address, and a reload keeps the answer', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=days');
			await page.getByLabel('Platform').selectOption('Pellmell');
			await page.getByLabel('Stood in').selectOption('2023');
			await tab(page, 'Newest').click();
			await page.waitForURL(/platform=Pellmell&.*year=2023.*sort=date/);
			await answered(page);
			const before = await textOf(page.locator('.search-results'));
			await page.reload();
			await answered(page);
			assert.equal(await textOf(page.locator('.search-results')), before);
			assert.equal(await page.getByLabel('Platform').inputValue(), 'Pellmell');
			assert.ok(await page.getByLabel('Newest').isChecked());
			const names = await page.locator('.search-group h2').allInnerTexts();
			assert.ok(names.length > 0 && names.every((name) => name.startsWith('Pellmell')), names.join());
		});
	});

	test('shows of a year what stood in it and nothing else', async () => {
		await site.visit({}, async (page) => {
			const question = 'q=%22accounts+of+people+under+16%22';
			await search(page, `${question}&year=2022`);
			assert.ok(
				await page.locator('[data-search-first]').isHidden(),
				'a year knows nothing of the first day',
			);
			assert.equal(await page.locator('.hit.former').count(), 1);
			assert.equal(await page.locator('.hit.force').count(), 0);
			await search(page, `${question}&year=2026`);
			assert.equal(await page.locator('.hit.former').count(), 0);
			assert.equal(await page.locator('.hit.force').count(), 1);
		});
	});

	test('lists the changes that touched the words, newest first', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=training&what=change&sort=date');
			const dates = await page.locator('.hit .margin').allInnerTexts();
			assert.ok(dates.length > 1);
			const firsts = await page.locator('.search-group .hit:first-child .margin').allInnerTexts();
			const days = firsts.map((text) => Date.parse(`${text.match(/\d+ \w+ \d{4}/)?.[0]} UTC`));
			assert.deepEqual(
				days,
				days.toSorted((one, other) => other - one),
			);
			await page.locator('.hit a').first().click();
			await page.waitForURL(/\/\d{4}-\d{2}-\d{2}\/#c-/);
			assert.match(await textOf(page.locator(':target')), /train/i);
		});
	});

	test('finds words of an agreement in another language, in part and with its accents', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=widerrufen+Einwilligung');
			assert.match(await textOf(page.locator('.search-results')), /Hafenblick/);
			assert.ok((await page.locator('.hit-words[lang="de"]').count()) > 0);
		});
	});

	test('says plainly that nothing was found and where it looked, and offers to look everywhere', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=Fahrt&platform=Pellmell&what=former');
			assert.match(
				await textOf(page.locator('[data-search-note]')),
				/Nothing holds “Fahrt”\. Looked at every wording that stood before of Pellmell\./,
			);
			await page.getByRole('button', { name: 'Search everything' }).click();
			await page.locator('.hit').first().waitFor();
			await page.waitForURL(/\?q=Fahrt$/);
			await page.getByRole('searchbox').fill('xyzzyqq');
			await page.locator('[data-search-note]', { hasText: 'Nothing holds “xyzzyqq”' }).waitFor();
			assert.equal(await page.locator('.search-group').count(), 0);
		});
	});

	test('counts a slip of the pen as one: it offers the word that was meant, and asks for it', async () => {
		await site.visit({}, async (page) => {
			await page.goto(`${site.address}search/?q=arbitraton`);
			const meant = page.locator('[data-search-mean]');
			await meant.waitFor();
			assert.equal(await textOf(meant), 'Did you mean arbitration?');
			await meant.getByRole('button').click();
			await page.waitForURL(/\?q=arbitration$/);
			await page.locator('.hit').first().waitFor();
			assert.ok(await meant.isHidden());
		});
	});

	test('loads the words by which a slip is known only where little was found', async () => {
		await site.visit({}, async (page) => {
			const asked: string[] = [];
			page.on('request', (request) => asked.push(new URL(request.url()).pathname));
			await search(page, 'q=consent');
			await page.waitForLoadState('networkidle');
			assert.ok(!asked.some((path) => path.endsWith('/search/words.json')), asked.join(' '));
			assert.ok(asked.some((path) => path.endsWith('/search/names.json')));
		});
	});

	test('takes a platform in the question for a choice, says so, and takes it back when asked', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=pellmell+consent');
			const named = page.locator('[data-search-named]');
			assert.match(await textOf(named), /^At Pellmell, which the question names\./);
			const narrowed = await page.locator('.search-group h2').allInnerTexts();
			assert.ok(
				narrowed.length > 0 && narrowed.every((name) => name.startsWith('Pellmell')),
				narrowed.join(),
			);
			assert.ok((await page.locator('.hit mark', { hasText: /consent/i }).count()) > 0);
			await named.getByRole('button').click();
			await page.waitForURL(/names=words/);
			await page.locator('[data-search-named]', { hasText: 'Only at' }).waitFor();
			await answered(page);
			await page.reload();
			await answered(page);
			assert.match(await textOf(named), /^Only at Pellmell/);
			await named.getByRole('button', { name: 'Pellmell' }).click();
			await page.waitForURL(/platform=Pellmell/);
		});
	});

	test('leads from a word that names a topic to its page, in German as well', async () => {
		await site.visit({}, async (page) => {
			await search(page, 'q=Schiedsverfahren');
			const lead = page.locator('[data-search-pages] a').first();
			assert.match(await textOf(lead), /^Arbitration/);
			await lead.click();
			await page.waitForURL(/\/topics\/arbitration\/$/);
		});
	});

	test('passes axe with clauses, with changes and with nothing found, in light and dark', async () => {
		await site.visit({ bypassCSP: true }, async (page) => {
			for (const query of [
				'q=consent',
				'q=training&what=change',
				'q=zzqqy&platform=Pellmell',
				'q=pellmell+arbitraton',
			]) {
				await search(page, query);
				assert.deepEqual(await hindrancesOn(page), [], query);
			}
		});
	});

	test('takes markup in a question for words', async () => {
		await site.visit({}, async (page) => {
			await search(page, `q=${encodeURIComponent('<img src=x onerror=alert(1)> zzqqy')}`);
			assert.equal(await page.locator('main img').count(), 0);
		});
	});

	test('says so when the index cannot be loaded, and tries again when asked', async () => {
		await site.visit({}, async (page) => {
			let broken = true;
			await page.route('**/pagefind/pagefind.js', (route) => {
				if (broken)
					return route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken")' });
				return route.continue();
			});
			await page.goto(`${site.address}search/?q=consent`);
			const again = page.getByRole('button', { name: 'Try again' });
			await again.waitFor();
			assert.match(await textOf(page.locator('[data-search-note]')), /index could not be loaded/);
			broken = false;
			await again.click();
			await page.locator('.hit').first().waitFor();
		});
	});

	test('says without JavaScript what it needs and where else to look', async () => {
		await site.visit({ javaScriptEnabled: false }, async (page) => {
			await page.goto(`${site.address}search/`);
			const words = page.locator('noscript p');
			assert.ok(await words.isVisible());
			assert.match(await textOf(words), /Search needs JavaScript/);
		});
	});

	test('can be used by keyboard alone, on a phone’s width', async () => {
		await site.visit({ viewport: { width: 360, height: 740 } }, async (page) => {
			await page.goto(`${site.address}search/`);
			await page.keyboard.press('/');
			await page.keyboard.type('fees');
			await page.keyboard.press('Enter');
			await answered(page);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok(wide <= 0, `${wide} px beyond the edge`);
			for (let step = 0; step < 5; step++) await page.keyboard.press('Tab');
			assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).name), 'what');
			await page.keyboard.press('ArrowRight');
			await page.waitForURL(/what=text/);
			await page.keyboard.press('Tab');
			await page.keyboard.press('Tab');
			assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'A');
			await page.keyboard.press('Enter');
			await page.waitForURL((address) => !address.pathname.endsWith('/search/'));
		});
	});
});
