/** The demonstration's built site in a real browser, for the browser tests: started before a test file, closed after it. */
import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Serving, serveDirectory } from '../../src/build/serve-site.ts';
import { listFiles } from '../../src/build/site-files.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { Fault } from '../../src/model/fault.ts';
import { patience } from '../../src/samples/patience.ts';
import { testAddress, testSite } from '../test/test-site.ts';

export interface DemoSite {
	/** Address of the home page. */
	readonly address: string;
	/** One page of each kind: what it is → its address. */
	readonly kinds: Readonly<Record<string, string>>;
	/** Runs `use` in a fresh page; what the page asked for or complained about that it should not makes it fail. */
	visit(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void>;
}

/** Call at the top of a test file; the returned value may be used inside its tests. */
export function demoSite(): DemoSite {
	let serving: Serving;
	let browser: Browser;
	let kinds: Record<string, string> = {};
	before(async () => {
		const directory = testSite;
		if (!existsSync(directory)) {
			throw new Fault('the demonstration is not built', directory, 'Run npm test, which builds it first.');
		}
		serving = await serveDirectory({ directory, port: 0, base: new URL(testAddress).pathname });
		kinds = kindsOf(listFiles(directory), serving.address);
		browser = await launchChromium();
	});
	after(async () => {
		await browser?.close();
		await serving?.close();
	});
	return {
		get address() {
			return serving.address;
		},
		get kinds() {
			return kinds;
		},
		visit: (options, use) => visit(browser, serving.address, options, use),
	};
}

async function visit(
	browser: Browser,
	address: string,
	options: BrowserContextOptions,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const context = await browser.newContext(options);
	context.setDefaultTimeout(patience);
	const complaints: string[] = [];
	context.on('request', (request) => {
		if (!request.url().startsWith(new URL(address).origin)) complaints.push(`asked ${request.url()}`);
	});
	context.on('response', (response) => {
		if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
	});
	context.on('weberror', (error) => complaints.push(String(error.error())));
	context.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) complaints.push(`console: ${message.text()}`);
	});
	try {
		await use(await context.newPage());
	} finally {
		await context.close();
	}
	if (complaints.length > 0) throw new Error(`The page misbehaved:\n${complaints.join('\n')}`);
}

/** Where the page says that it is: the driver hears of it a moment later. */
export function placeOf(page: Page): Promise<string> {
	return page.evaluate(() => location.href);
}

/** The text of one element. */
export async function textOf(locator: Locator): Promise<string> {
	return (await locator.textContent()) ?? '';
}

/** Names of kinds are for the reader of a test's report. */
const shapes: readonly (readonly [string, RegExp])[] = [
	['home', /^index\.html$/],
	['topics', /^topics\/index\.html$/],
	['topic', /^topics\/arbitration\/index\.html$/],
	['two platforms', /^topics\/compare\/index\.html$/],
	['matrix', /^matrix\/index\.html$/],
	['two agreements', /^compare\/index\.html$/],
	['month', /^changes\/\d{4}-\d{2}\/index\.html$/],
	['weeks', /^digest\/index\.html$/],
	['week', /^digest\/2026-W\d{2}\/index\.html$/],
	['posts', /^posts\/index\.html$/],
	['post', /^posts\/[^/]+\/index\.html$/],
	['platforms', /^platforms\/index\.html$/],
	['search', /^search\/index\.html$/],
	['status', /^status\/index\.html$/],
	['watch', /^watch\/index\.html$/],
	['feeds', /^feeds\/index\.html$/],
	['notice', /^notice\/index\.html$/],
	['notice of a platform', /^[^/]+\/notice\/index\.html$/],
	['data', /^data\/index\.html$/],
	['methodology', /^methodology\/index\.html$/],
	['about', /^about\/index\.html$/],
	['explained', /^explained\/index\.html$/],
	['platform on a topic', /^[^/]+\/on\/[^/]+\/index\.html$/],
	['provision', /^[^/]+\/provisions\/[^/]+\/index\.html$/],
	['regulations', /^regulations\/index\.html$/],
	['regulation', /^regulations\/[^/]+\/index\.html$/],
	['change', /^[^/]+\/terms-of-service\/2026-\d{2}-\d{2}\/index\.html$/],
	['first record', /^[^/]+\/terms-of-service\/2020-\d{2}-\d{2}\/index\.html$/],
	['history', /^[^/]+\/terms-of-service\/history\/index\.html$/],
	['compare', /^[^/]+\/terms-of-service\/compare\/index\.html$/],
	['agreement', /^[^/]+\/terms-of-service\/index\.html$/],
	['agreement in German', /^[^/]+\/nutzungsbedingungen\/index\.html$/],
	[
		'platform',
		/^(?!changes|compare|data|matrix|platforms|search|feeds|methodology|about|status|topics|watch|explained|regulations|digest|posts|notice)[^/]+\/index\.html$/,
	],
];

function kindsOf(files: readonly string[], address: string): Record<string, string> {
	return Object.fromEntries(
		shapes.map(([kind, shape]) => {
			const file = files.find((candidate) => shape.test(candidate));
			if (file === undefined) throw new Error(`The demonstration has no page of the kind "${kind}"`);
			return [kind, address + file.replace(/index\.html$/, '')];
		}),
	);
}
