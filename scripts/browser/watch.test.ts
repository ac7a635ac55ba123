/** The watchlist: chosen on any page, kept by the browser alone, and telling what changed since the last visit, with or without a connection. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { serveDirectory } from '../../src/build/serve-site.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { assertSoon, patience } from '../../src/samples/patience.ts';
import { dayLength } from '../../src/text/day-length.ts';
import { testAddress, testSite } from '../test/test-site.ts';
import { hindrancesOn } from './access-rules.ts';
import { demoSite, textOf } from './demo-site.ts';

const site = demoSite();

/** Opens the watchlist and waits until it says what there is. */
async function openList(page: Page, address = site.address): Promise<void> {
	await page.goto(`${address}watch/`);
	await answered(page);
}

async function answered(page: Page): Promise<void> {
	await page.locator('[data-headline]', { hasText: /^(?!Looking)/ }).waitFor();
}

async function watchHere(page: Page, path: string): Promise<void> {
	await page.goto(`${site.address}${path}`);
	await page.getByRole('button', { name: 'Watch on this device' }).click();
}

function headline(page: Page): Promise<string> {
	return textOf(page.locator('[data-headline]'));
}

async function watched(page: Page): Promise<string[]> {
	const names = await page.locator('[data-watched] li > :first-child').allInnerTexts();
	return names.map((name) => name.replace(/\s+/g, ' ').trim());
}

/** Days of the changes that are shown as new. */
function freshDays(page: Page): Promise<string[]> {
	return page
		.locator('[data-fresh] .entry h3 a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split('/').at(-2) ?? ''));
}

/** As if the reader had looked ten days ago, at an archive that ended on `day`. */
async function pretendLastVisit(page: Page, day: string): Promise<void> {
	// The page knows nothing of this file: what it needs is handed over.
	const visit = { at: new Date(Date.now() - 10 * dayLength).toISOString(), seen: `${day}T12:00:00Z` };
	await page.evaluate((visit) => {
		const key = Object.keys(localStorage).find((name) => name.startsWith('clausetrail.watch')) ?? '';
		const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
		localStorage.setItem(key, JSON.stringify({ ...kept, visit, before: null }));
	}, visit);
}

/** Puts on the list what the field finds by these words. */
async function choose(page: Page, words: string, name: string): Promise<void> {
	await page.getByRole('searchbox').fill(words);
	await page.getByRole('button', { name: `Watch ${name}`, exact: true }).click();
}

function upload(page: Page, name: string, text: string): Promise<void> {
	const file = { name, mimeType: 'text/x-opml', buffer: Buffer.from(text) };
	return page.getByLabel('Add from an OPML file').setInputFiles(file);
}

describe('the watchlist', () => {
	test('shows what is watched from its page, what is new since the last visit, and goes out and back as OPML', async () => {
		await site.visit({ acceptDownloads: true }, async (page) => {
			await watchHere(page, 'pellmell/');
			await watchHere(page, 'versolette/terms-of-service/');
			await page.getByRole('link', { name: 'Your watchlist' }).click();
			await answered(page);
			assert.deepEqual(await watched(page), ['Pellmell', 'Versolette Terms of Service']);
			assert.match(await headline(page), /^In the last 30 days of the archive: \d+ changes$/);

			await pretendLastVisit(page, '2026-11-12');
			await openList(page);
			const days = await freshDays(page);
			assert.ok(days.length > 1 && days.every((day) => day > '2026-11-12'), days.join());
			assert.deepEqual(days, days.toSorted().reverse());
			assert.match(
				await headline(page),
				/^Since your last visit on \d+ \p{Lu}\p{Ll}+( \d{4})?: \d+ changes$/u,
			);
			assert.ok((await headline(page)).endsWith(`: ${days.length} changes`));
			const names = await page.locator('[data-fresh] h3').allInnerTexts();
			assert.ok(
				names.every((name) => /^Pellmell |^Versolette Terms/.test(name)),
				names.join(),
			);
			const older = await page.locator('[data-earlier] .entry').count();
			assert.ok(older > 0);
			await page.reload();
			await answered(page);
			assert.deepEqual(await freshDays(page), days, 'a reload is the same visit');

			const download = page.waitForEvent('download');
			await page.getByRole('link', { name: 'Download as OPML' }).click();
			assert.equal((await download).suggestedFilename(), 'watchlist.opml');
			const opml = await readFile(await (await download).path(), 'utf8');
			assert.ok(opml.includes(`xmlUrl="${site.address}pellmell/feed.xml"`), opml);

			await page.getByRole('button', { name: 'Remove the list from this device' }).click();
			await page.locator('[data-headline]', { hasText: 'Nothing is watched yet' }).waitFor();
			assert.deepEqual(await watched(page), []);
			assert.equal(await page.evaluate(() => localStorage.length), 0);
			await upload(page, 'watchlist.opml', opml);
			await page.locator('[data-imported]', { hasText: '2 taken.' }).waitFor();
			assert.deepEqual(await watched(page), ['Pellmell', 'Versolette Terms of Service']);
		});
	});

	test('leads from a new change to its page', async () => {
		await site.visit({}, async (page) => {
			await watchHere(page, 'pellmell/');
			await openList(page);
			const [day = ''] = await freshDays(page);
			await page.locator('[data-fresh] h3 a').first().click();
			await page.waitForURL(new RegExp(`/pellmell/[^/]+/${day}/$`));
			assert.equal(await page.locator('h1').count(), 1);
		});
	});

	test('has nothing new once all is marked as seen, in another tab too', async () => {
		await site.visit({}, async (page) => {
			await watchHere(page, 'pellmell/');
			await openList(page);
			const before = await page.locator('.watch-news .entry').count();
			assert.ok(before > 0);
			const other = await page.context().newPage();
			await openList(other);
			await page.getByRole('button', { name: 'Mark all as seen' }).click();
			const words = /^Since you marked all as seen today: no change in the terms$/;
			await page.locator('[data-headline]', { hasText: words }).waitFor();
			await other.locator('[data-headline]', { hasText: words }).waitFor();
			assert.equal(await page.locator('[data-earlier] .entry').count(), before);
			assert.ok(await page.getByRole('button', { name: 'Mark all as seen' }).isHidden());
		});
	});

	test('takes in what another tab chose, and shows on the page of a platform that it is watched', async () => {
		await site.visit({}, async (page) => {
			await openList(page);
			const other = await page.context().newPage();
			await other.goto(`${site.address}ostlery/`);
			const button = other.getByRole('button', { name: 'Watch on this device' });
			await button.click();
			await page.locator('[data-watched] li', { hasText: 'Ostlery' }).waitFor();
			await other.reload();
			assert.equal(await button.getAttribute('aria-pressed'), 'true');
			await button.click();
			await page.locator('[data-headline]', { hasText: 'Nothing is watched yet' }).waitFor();
			assert.equal(await button.getAttribute('aria-pressed'), 'false');
		});
	});

	test('puts a list back that was removed by mistake', async () => {
		await site.visit({}, async (page) => {
			await watchHere(page, 'pellmell/');
			await openList(page);
			await page.getByRole('button', { name: 'Remove the list from this device' }).click();
			await page.getByRole('button', { name: 'Put the list back' }).click();
			await page.locator('[data-watched] li', { hasText: 'Pellmell' }).waitFor();
		});
	});

	test('says on the home page what changed, and only to those who have a list', async () => {
		await site.visit({}, async (page) => {
			await page.goto(site.address);
			assert.ok(await page.locator('[data-watch-line]').isHidden());
			await watchHere(page, 'pellmell/');
			await openList(page);
			await pretendLastVisit(page, '2026-11-12');
			await page.goto(site.address);
			const line = page.locator('[data-watch-line]', { hasText: 'since your last visit' });
			const count = Number((await textOf(line)).match(/\d+/)?.[0]);
			await line.getByRole('link').click();
			await answered(page);
			assert.equal((await freshDays(page)).length, count);
		});
	});
});

describe('the choosing', () => {
	test('works by keyboard alone, on a phone’s width', async () => {
		await site.visit({ viewport: { width: 360, height: 740 } }, async (page) => {
			await openList(page);
			const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			assert.ok((await wide()) <= 0);
			await page.getByRole('searchbox').focus();
			await page.keyboard.type('terms');
			await page.locator('[data-found-status]', { hasText: /names found/ }).waitFor();
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('ArrowDown');
			const second = page.locator('[data-found] li').nth(1).getByRole('button');
			assert.ok(await second.evaluate((button) => button === document.activeElement));
			await page.keyboard.press('Space');
			await page.locator('[data-watched] li').waitFor();
			assert.equal(await second.getAttribute('aria-pressed'), 'true');
			await page.locator('[data-said]', { hasText: /is watched$/ }).waitFor({ state: 'attached' });
			assert.ok((await wide()) <= 0);
			await page.keyboard.press('ArrowUp');
			await page.keyboard.press('ArrowUp');
			await page.keyboard.press('Escape');
			assert.equal(await page.getByRole('searchbox').inputValue(), '');
			assert.equal(await page.locator('[data-found] li').count(), 0);
			const remove = page.locator('[data-watched]').getByRole('button', { name: /^Remove/ });
			await remove.focus();
			await page.keyboard.press('Enter');
			await page.locator('[data-headline]', { hasText: 'Nothing is watched yet' }).waitFor();
			const place = await page.evaluate(() => document.activeElement?.textContent);
			assert.equal(place, 'Nothing is watched yet', 'the focus is not lost');
			assert.ok(
				await page.getByText('What you watch', { exact: true }).isHidden(),
				'no heading stands above nothing',
			);
		});
	});

	test('finds topics, and says so when no name holds the words', async () => {
		await site.visit({}, async (page) => {
			await openList(page);
			await choose(page, 'arbitra', 'Arbitration');
			await page.locator('[data-watched] li', { hasText: 'Arbitration' }).waitFor();
			await page.locator('[data-headline]', { hasText: /^\s*In the last 30 days/ }).waitFor();
			await page.getByRole('searchbox').fill('<b>zzqqy');
			await page.locator('[data-found-status]', { hasText: 'holds “<b>zzqqy”' }).waitFor();
		});
	});

	test('passes axe with a list, in light and dark', async () => {
		await site.visit({ bypassCSP: true }, async (page) => {
			await openList(page);
			await choose(page, 'pellmell', 'Pellmell');
			await page.locator('[data-fresh] .entry').first().waitFor();
			assert.deepEqual(await hindrancesOn(page), []);
		});
	});
});

describe('an import', () => {
	test('takes feeds of this site, at its public address too, and says what it left out and why', async () => {
		await site.visit({}, async (page) => {
			await openList(page);
			const feeds = [`${testAddress}ostlery/feed.xml`, 'https://weather.example/feed.xml'];
			const outlines = feeds
				.map((feed, index) => `<outline text="Feed ${index}" xmlUrl="${feed}"/>`)
				.join('');
			const opml = `<opml version="1.0"><body><outline text="Folder">${outlines}</outline></body></opml>`;
			await upload(page, 'mine.xml', opml);
			const report = page.locator('[data-imported]');
			await report.getByText('1 taken, 1 left out:').waitFor();
			assert.match(await textOf(report), /no feed of this archive: Feed 1/);
			assert.deepEqual(await watched(page), ['Ostlery']);
		});
	});

	test('refuses what is no list of feeds, and what would blow up its parser', async () => {
		// The browser's own report of a broken file has a style in it, which the policy refuses with a complaint.
		await site.visit({ bypassCSP: true }, async (page) => {
			await openList(page);
			const report = page.locator('[data-imported]');
			const entities = '<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">';
			const files = [
				['broken.opml', '<opml><body>', /is no OPML/],
				['page.opml', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', /is no OPML/],
				['bomb.opml', `<!DOCTYPE opml [${entities}]><opml><body>&b;</body></opml>`, /entities/],
				['large.opml', `<opml>${' '.repeat(1_000_000)}</opml>`, /too large/],
				['empty.opml', '<opml><body/></opml>', /no feed in this file/],
			] as const;
			for (const [name, text, said] of files) {
				await upload(page, name, text);
				await report.getByText(said).waitFor();
			}
			assert.deepEqual(await watched(page), []);
		});
	});
});

describe('a browser that does not keep it', () => {
	test('says so where storage is switched off, and the list lasts as long as the page', async () => {
		await site.visit({}, async (page) => {
			await page.addInitScript(() => {
				Object.defineProperty(window, 'localStorage', {
					get: () => {
						throw new DOMException('denied', 'SecurityError');
					},
				});
			});
			await openList(page);
			const trouble = page.locator('[data-trouble]');
			assert.match(await textOf(trouble), /does not let the site keep anything/);
			await choose(page, 'pellmell', 'Pellmell');
			await page.locator('[data-fresh] .entry').first().waitFor();
			assert.deepEqual(await watched(page), ['Pellmell']);
			assert.ok(await trouble.isVisible());
			assert.ok(await page.getByRole('link', { name: 'Download as OPML' }).isVisible());
		});
	});

	test('says so where its storage is full', async () => {
		await site.visit({}, async (page) => {
			await page.addInitScript(() => {
				Storage.prototype.setItem = () => {
					throw new DOMException('full', 'QuotaExceededError');
				};
			});
			await page.goto(`${site.address}pellmell/`);
			await page.getByRole('button', { name: 'Watch on this device' }).click();
			await page.locator('.watch-button [role=status]', { hasText: 'no room left' }).waitFor();
		});
	});

	test('begins anew where what it kept is damaged, and says so', async () => {
		await site.visit({}, async (page) => {
			await watchHere(page, 'pellmell/');
			await page.evaluate(() => {
				const key = Object.keys(localStorage)[0] ?? '';
				localStorage.setItem(key, `${localStorage.getItem(key)}"`);
			});
			await openList(page);
			assert.match(await textOf(page.locator('[data-trouble]')), /damaged/);
			await choose(page, 'ostlery', 'Ostlery');
			await page.locator('[data-watched] li', { hasText: 'Ostlery' }).waitFor();
			await page.reload();
			await answered(page);
			assert.deepEqual(await watched(page), ['Ostlery']);
			assert.ok(await page.locator('[data-trouble]').isHidden());
		});
	});

	test('leaves a list alone that a later edition of the page wrote', async () => {
		await site.visit({}, async (page) => {
			await watchHere(page, 'pellmell/');
			const later = '{"format":9,"items":"elsewhere"}';
			await page.evaluate((later) => {
				localStorage.setItem(Object.keys(localStorage)[0] ?? '', later);
			}, later);
			await openList(page);
			assert.match(await textOf(page.locator('[data-trouble]')), /newer edition/);
			await choose(page, 'ostlery', 'Ostlery');
			const kept = await page.evaluate(() => localStorage.getItem(Object.keys(localStorage)[0] ?? ''));
			assert.equal(kept, later);
		});
	});
});

test('names what is gone from the archive, and it can be removed', async () => {
	await site.visit({}, async (page) => {
		await watchHere(page, 'pellmell/');
		await page.evaluate(() => {
			const key = Object.keys(localStorage)[0] ?? '';
			const items = [{ path: 'gone/terms', name: 'Gone Terms' }];
			localStorage.setItem(key, JSON.stringify({ format: 1, items }));
		});
		await openList(page);
		assert.match(await textOf(page.locator('[data-watched]')), /Gone Terms.*No longer in the archive/);
		await page.getByRole('button', { name: 'Remove Gone Terms' }).click();
		await page.locator('[data-headline]', { hasText: 'Nothing is watched yet' }).waitFor();
	});
});

test('says without JavaScript what it needs, and offers the feeds; no page shows a button that does nothing', async () => {
	await site.visit({ javaScriptEnabled: false }, async (page) => {
		await page.goto(`${site.address}watch/`);
		const words = page.locator('noscript p');
		assert.match(await textOf(words), /needs JavaScript/);
		await words.getByRole('link', { name: /OPML/ }).waitFor();
		assert.ok(await page.getByRole('searchbox').isHidden());
		await page.goto(`${site.address}pellmell/`);
		assert.ok(await page.getByText('Watch on this device').isHidden());
	});
});

describe('without a connection', () => {
	let browser: Browser;

	before(async () => {
		browser = await launchChromium();
	});

	after(() => browser.close());

	/** A server of its own, which the test stops; what the browser then complains of is what the test is about. */
	async function withServer(
		use: (page: Page, address: string, stop: () => Promise<void>) => Promise<void>,
	): Promise<void> {
		const base = new URL(testAddress).pathname;
		const serving = await serveDirectory({ directory: testSite, port: 0, base });
		let stopped = false;
		const stop = async () => {
			if (!stopped) await serving.close();
			stopped = true;
		};
		const context = await browser.newContext();
		context.setDefaultTimeout(patience);
		try {
			await use(await context.newPage(), serving.address, stop);
		} finally {
			await context.close();
			await stop();
		}
	}

	function workers(page: Page): Promise<number> {
		return page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
	}

	test('opens with what it showed last, and says of when that is', async () => {
		await withServer(async (page, address, stop) => {
			await openList(page, address);
			assert.equal(await workers(page), 0, 'nothing is kept before there is a list');
			await choose(page, 'pellmell', 'Pellmell');
			await page.locator('[data-kept]', { hasText: 'opens without a connection' }).waitFor();
			const shown = await page.locator('[data-fresh] .entry').allInnerTexts();
			assert.ok(shown.length > 0);
			await stop();
			await page.reload();
			await answered(page);
			assert.match(
				await textOf(page.locator('[data-as-of]')),
				/^Offline, as of \d+ \w+ \d{4}, \d\d:\d\d UTC$/,
			);
			assert.deepEqual(await page.locator('[data-fresh] .entry').allInnerTexts(), shown);
			assert.deepEqual(await watched(page), ['Pellmell']);
			const font = await page.locator('h1').evaluate((title) => getComputedStyle(title).fontFamily);
			assert.match(font, /Charter/, 'the style is there too');
		});
	});

	test('keeps to its own page: others fail as they do without it', async () => {
		await withServer(async (page, address, stop) => {
			await openList(page, address);
			await choose(page, 'pellmell', 'Pellmell');
			await page.locator('[data-kept]', { hasText: 'opens without a connection' }).waitFor();
			await page.goto(`${address}pellmell/`);
			assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
			await stop();
			await assert.rejects(page.reload());
		});
	});

	test('shows the network’s answer as soon as there is one', async () => {
		await withServer(async (page, address) => {
			await openList(page, address);
			await choose(page, 'pellmell', 'Pellmell');
			await page.locator('[data-kept]', { hasText: 'opens without a connection' }).waitFor();
			await page.evaluate(async () => {
				const [name = ''] = await caches.keys();
				const cache = await caches.open(name);
				for (const { url } of await cache.keys())
					if (url.endsWith('.json')) await cache.put(url, new Response('{"format":1,"changes":[]}'));
			});
			await page.reload();
			await answered(page);
			assert.ok((await page.locator('[data-fresh] .entry').count()) > 0);
			assert.equal(await textOf(page.locator('[data-as-of]')), '');
		});
	});

	test('keeps no more than the list needs, and nothing once it is removed', async () => {
		await withServer(async (page, address) => {
			const kept = () =>
				page.evaluate(async () => {
					const names = await caches.keys();
					const caught = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
					return caught.flat().map(({ url }) => new URL(url).pathname.split('/').slice(2).join('/'));
				});
			const data = async () => (await kept()).filter((path) => path.endsWith('.json')).toSorted();
			await openList(page, address);
			await choose(page, 'pellmell', 'Pellmell');
			await page.locator('[data-kept]', { hasText: 'opens without a connection' }).waitFor();
			await choose(page, 'ostlery', 'Ostlery');
			await page.getByRole('button', { name: 'Remove Pellmell' }).click();
			await assertSoon(data, ['ostlery/changes.json', 'watch/choices.json']);
			assert.ok((await kept()).includes('watch/'));
			await page.getByRole('button', { name: 'Remove Ostlery' }).click();
			await assertSoon(kept, []);
			await assertSoon(() => workers(page), 0);
		});
	});
});
