/** What comparing two days costs a reader: the weight of the ledger files, and the time until the redline stands on a slow machine. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { serveDirectory } from '../../src/build/serve-site.ts';
import { listFiles } from '../../src/build/site-files.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { Fault } from '../../src/model/fault.ts';
import { quantile } from './site-weight.ts';

/** Sizes in bytes, gzipped; times in milliseconds. */
export interface CompareCost {
	readonly files: number;
	readonly median: number;
	readonly p95: number;
	readonly max: number;
	/** The heaviest files, compared from their first record to today. */
	readonly heaviest: readonly {
		readonly file: string;
		readonly bytes: number;
		/** From the request of the page to the frame that shows the redline, middle of three runs with nothing in the cache. */
		readonly shown: number;
	}[];
}

/** How much slower than this machine the reader's is. */
const slowdown = 4;
const runs = 3;

/** @throws Fault where the site holds no ledger file */
export async function measureCompare(directory: string, pages: number): Promise<CompareCost> {
	const weights = await weighLedgers(directory);
	if (weights.length === 0)
		throw new Fault('there is no ledger file in this site', directory, 'Build a site first: npm run build.');
	const sizes = weights.map(({ bytes }) => bytes);
	const serving = await serveDirectory({ directory, port: 0, base: await baseOf(directory) });
	const browser = await launchChromium();
	try {
		const heaviest: CompareCost['heaviest'][number][] = [];
		for (const weight of weights.toReversed().slice(0, pages)) {
			const address = serving.address + weight.file.replace('ledger.json.gz', 'compare/');
			heaviest.push({ ...weight, shown: await medianTime(browser, address) });
		}
		return {
			files: weights.length,
			median: quantile(sizes, 0.5),
			p95: quantile(sizes, 0.95),
			max: sizes.at(-1) ?? 0,
			heaviest,
		};
	} finally {
		await browser.close();
		await serving.close();
	}
}

/** Lightest first. */
async function weighLedgers(directory: string): Promise<{ file: string; bytes: number }[]> {
	const weights: { file: string; bytes: number }[] = [];
	for (const file of await listFiles(directory)) {
		if (!file.endsWith('/ledger.json.gz')) continue;
		weights.push({ file, bytes: (await stat(path.join(directory, file))).size });
	}
	return weights.sort((one, other) => one.bytes - other.bytes);
}

/** The path under which the site expects to be served, as its home page says it. */
async function baseOf(directory: string): Promise<string> {
	const home = await readFile(path.join(directory, 'index.html'), 'utf8');
	const [, canonical = 'http://localhost/'] = /<link rel="canonical" href="([^"]+)"/.exec(home) ?? [];
	return new URL(canonical).pathname;
}

async function medianTime(browser: Browser, address: string): Promise<number> {
	const times: number[] = [];
	for (let run = 0; run < runs; run++) times.push(await timeToRedline(browser, address));
	return Math.round(times.toSorted((one, other) => one - other)[runs >> 1] ?? 0);
}

/** The page's own clock starts with its navigation. */
async function timeToRedline(browser: Browser, address: string): Promise<number> {
	const context = await browser.newContext();
	try {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		await page.addInitScript(watchForRedline);
		const answer = await page.goto(address, { waitUntil: 'commit' });
		if (answer?.ok() !== true)
			throw new Fault(
				'there is no compare page',
				address,
				'The site is older than this program: build it anew.',
			);
		const found = await page.waitForFunction(() => (globalThis as { shownAt?: number }).shownAt, undefined, {
			timeout: 60_000,
		});
		return (await found.jsonValue()) ?? Number.NaN;
	} finally {
		await context.close();
	}
}

/** Runs in the page: notes the moment at which the frame with the outcome has been handed to the screen. */
function watchForRedline(): void {
	const watch = new MutationObserver(() => {
		if (document.querySelector('[data-head] h2, [data-again]') === null) return;
		watch.disconnect();
		requestAnimationFrame(() =>
			setTimeout(() => {
				(globalThis as { shownAt?: number }).shownAt = performance.now();
			}),
		);
	});
	watch.observe(document, { childList: true, subtree: true });
}

export function formatCompare({ files, median, p95, max, heaviest }: CompareCost): string {
	const sizes = `median ${kilobytes(median)}, p95 ${kilobytes(p95)}, largest ${kilobytes(max)}`;
	const times = heaviest.map(
		({ file, bytes, shown }) =>
			`${shown} ms at a quarter of this machine's speed: ${file} (${kilobytes(bytes)})`,
	);
	return [`${files} ledger files, gzipped: ${sizes}`, ...times].join('\n');
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} KB`;
}
