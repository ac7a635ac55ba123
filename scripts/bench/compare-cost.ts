/** What comparing two days costs a reader: the weight of the ledger files, and the time until the redline stands on a slow machine. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { serveDirectory } from '../../src/build/serve-site.ts';
import { listFiles } from '../../src/build/site-files.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { Fault } from '../../src/model/fault.ts';
import { siteBase } from './site-base.ts';
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
		/** Longest time that the page did not answer its reader, of the run of that middle. */
		readonly longestTask: number;
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
	const serving = await serveDirectory({ directory, port: 0, base: await siteBase(directory) });
	const browser = await launchChromium();
	try {
		const heaviest: CompareCost['heaviest'][number][] = [];
		for (const weight of weights.toReversed().slice(0, pages)) {
			const address = serving.address + weight.file.replace('ledger.json.gz', 'compare/');
			heaviest.push({ ...weight, ...(await medianRun(browser, address)) });
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
	for (const file of listFiles(directory)) {
		if (!file.endsWith('/ledger.json.gz')) continue;
		weights.push({ file, bytes: (await stat(path.join(directory, file))).size });
	}
	return weights.sort((one, other) => one.bytes - other.bytes);
}

type Run = Pick<CompareCost['heaviest'][number], 'shown' | 'longestTask'>;

async function medianRun(browser: Browser, address: string): Promise<Run> {
	const found: Run[] = [];
	for (let run = 0; run < runs; run++) found.push(await runOnce(browser, address));
	return found.toSorted((one, other) => one.shown - other.shown)[runs >> 1] as Run;
}

/** What the watch in the page leaves. */
interface Watched {
	/** The page's own clock starts with its navigation. */
	shownAt?: number;
	workers?: number;
	longestTask?: number;
}

async function runOnce(browser: Browser, address: string): Promise<Run> {
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
		await page.waitForFunction(() => (globalThis as Watched).shownAt, undefined, { timeout: 60_000 });
		const { shownAt, workers, longestTask } = await page.evaluate(() => {
			const { shownAt = Number.NaN, workers = 0, longestTask = 0 } = globalThis as Watched;
			return { shownAt, workers, longestTask };
		});
		// The browser slows the page alone: what the page waited for its worker is what this machine takes.
		const shown = shownAt + (slowdown - 1) * workers;
		return { shown: Math.round(shown), longestTask: Math.round(longestTask) };
	} finally {
		await context.close();
	}
}

/** Runs in the page: notes the moment at which the frame with the outcome has been handed to the screen, and for how long workers were waited for. */
function watchForRedline(): void {
	const watched = globalThis as Watched;
	const { postMessage } = Worker.prototype;
	Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]): void {
		const asked = performance.now();
		const answered = (): void => {
			watched.workers = (watched.workers ?? 0) + performance.now() - asked;
		};
		this.addEventListener('message', answered, { once: true });
		Reflect.apply(postMessage, this, message);
	};
	new PerformanceObserver((list) => {
		const tasks = list.getEntries().map(({ duration }) => duration);
		watched.longestTask = Math.max(watched.longestTask ?? 0, ...tasks);
	}).observe({ type: 'longtask', buffered: true });
	const watch = new MutationObserver(() => {
		if (document.querySelector('[data-head] h2, [data-again]') === null) return;
		watch.disconnect();
		requestAnimationFrame(() =>
			setTimeout(() => {
				watched.shownAt = performance.now();
			}),
		);
	});
	watch.observe(document, { childList: true, subtree: true });
}

export function formatCompare({ files, median, p95, max, heaviest }: CompareCost): string {
	const sizes = `median ${kilobytes(median)}, p95 ${kilobytes(p95)}, largest ${kilobytes(max)}`;
	const times = heaviest.map(
		({ file, bytes, shown, longestTask }) =>
			`${shown} ms at a quarter of this machine's speed, longest task of the page ${longestTask} ms: ${file} (${kilobytes(bytes)})`,
	);
	return [`${files} ledger files, gzipped: ${sizes}`, ...times].join('\n');
}

function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} KB`;
}
