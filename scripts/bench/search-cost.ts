/** What the first search costs a reader with a slow phone and a slow net: bytes on the way, and the time until an answer stands. */
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { type HostedSite, hostSite, slow4G } from '../site-check/host-site.ts';
import { siteBase } from './site-base.ts';

/** Sizes in bytes as sent; times in milliseconds. */
export interface SearchCost {
	readonly words: string;
	/** Of the page with its styles and scripts. */
	readonly page: number;
	/** Of what came when the reader went into the field, before they had typed. */
	readonly entered: number;
	/** Of what came then until the first answer stood. */
	readonly asked: number;
	/** From the Enter key to the first answer. */
	readonly first: number;
	readonly answers: number;
}

/** How much slower than this machine the reader's is. */
const slowdown = 4;
/** What a reader takes at least to type a word, in milliseconds. */
const typing = 1500;

export async function measureSearch(directory: string, questions: readonly string[]): Promise<SearchCost[]> {
	const site = await hostSite(directory, await siteBase(directory), slow4G);
	const browser = await launchChromium();
	try {
		const costs: SearchCost[] = [];
		for (const words of questions) costs.push(await searchOnce(browser, site, words));
		return costs;
	} finally {
		await browser.close();
		await site.close();
	}
}

async function searchOnce(browser: Browser, site: HostedSite, words: string): Promise<SearchCost> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		site.takeBytes();
		await page.goto(`${site.address}search/`, { waitUntil: 'networkidle' });
		const ofPage = site.takeBytes();
		const field = page.locator('input[name=q]');
		await field.focus();
		await page.waitForTimeout(typing);
		const entered = site.takeBytes();
		const begun = performance.now();
		// The value at once: each key that is typed would be a search of its own.
		await field.fill(words);
		await field.press('Enter');
		// Where nothing is found, a note says so.
		const outcome = page.locator('[data-search-results] > *, [data-search-note]:not([hidden])');
		await outcome.first().waitFor({ timeout: 60_000 });
		const first = Math.round(performance.now() - begun);
		const asked = site.takeBytes();
		const answers = await page.locator('[data-search-results] > *').count();
		return { words, page: ofPage, entered, asked, first, answers };
	} finally {
		await context.close();
	}
}

export function formatSearch(costs: readonly SearchCost[]): string {
	return costs.map(inWords).join('\n');
}

function inWords({ words, page, entered, asked, first, answers }: SearchCost): string {
	const bytes = `page ${kilobytes(page)}, field entered ${kilobytes(entered)}, asked ${kilobytes(asked)}`;
	return `“${words}”: ${bytes}; first of ${answers} answers ${first} ms after Enter`;
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(0)} kB`;
}
