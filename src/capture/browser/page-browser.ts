/** Shows pages in a real browser, for those that scripts write: one browser for a run, started when the first page needs it, one context a page. */
import type { Browser, BrowserContext, Route, Page as Tab } from 'playwright-core';
import type { Source } from '../../model/declaration.ts';
import { withoutCredentials } from '../../model/web-address.ts';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient, PageBrowser } from '../client.ts';
import { visit } from '../http/robots-policy.ts';
import { statusFault } from '../http/status-fault.ts';
import { guardLookup, refusePrivateName } from '../isolation/address-guard.ts';
import { type GuardProxy, openGuardProxy } from '../isolation/guard-proxy.ts';
import type { Page } from '../page.ts';
import { launchForStrangers } from './chromium.ts';
import { keepClosedTrees, shownHtml } from './shown-page.ts';
import { settle } from './wait-for-page.ts';

export interface RenderBounds {
	/** For a page from the first request on, in milliseconds: twice what a plain fetch has, as there are scripts to load and to run. */
	readonly time: number;
	/** Of the page as its scripts have written it, in characters: what a plain fetch allows in bytes. */
	readonly size: number;
}

const usualBounds: RenderBounds = { time: 60_000, size: 16 * 1024 * 1024 };

/** @param launch starts the browser; at most once, and again after it was lost */
export function createPageBrowser(
	launch: () => Promise<Browser> = launchForStrangers,
	bounds: RenderBounds = usualBounds,
): PageBrowser {
	let starting: Promise<Browser> | undefined;
	const browserFor = async (address: string): Promise<Browser> => {
		const lost =
			starting !== undefined &&
			!(await starting.then(
				(browser) => browser.isConnected(),
				() => false,
			));
		if (starting === undefined || lost) starting = launch();
		return starting.catch((error: unknown) => {
			throw new CaptureFault('no-browser', address, {}, error);
		});
	};
	return {
		render: (source, client) =>
			visit(source.address, client, async () =>
				renderIn(await browserFor(source.address), source, client, bounds),
			),
		close: async () => {
			const browser = await starting?.catch(() => undefined);
			starting = undefined;
			await browser?.close();
		},
	};
}

async function renderIn(
	browser: Browser,
	source: Source,
	client: FetchClient,
	bounds: RenderBounds,
): Promise<Page> {
	const guard = await guardFor(client);
	const context = await browser.newContext({
		userAgent: client.userAgent,
		extraHTTPHeaders: { 'accept-language': client.language },
		viewport: { width: 1280, height: 1600 },
		acceptDownloads: false,
		serviceWorkers: 'block',
		...(guard === null ? {} : { proxy: { server: guard.address } }),
	});
	try {
		return await withinTime(renderPage(context, source, guard, bounds), source.address, bounds.time);
	} catch (error) {
		throw error instanceof CaptureFault ? error : renderingFault(error, source.address);
	} finally {
		await context.close().catch(() => {});
		guard?.close();
	}
}

/** Null where private networks may be reached, and where a proxy resolves the names: it must see to them then. */
async function guardFor({ privateAddresses, proxied, lookup }: FetchClient): Promise<GuardProxy | null> {
	if (privateAddresses || proxied) return null;
	return openGuardProxy({ refuseName: refusePrivateName, lookup: guardLookup(lookup) });
}

/** A page that never gives its scripts a rest answers nobody: then the context is closed over its head. */
async function withinTime<Result>(work: Promise<Result>, address: string, time: number): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(
			() => reject(new CaptureFault('not-shown-in-time', address, { seconds: time / 1000 })),
			time,
		);
	});
	work.catch(() => {});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

async function renderPage(
	context: BrowserContext,
	source: Source,
	guard: GuardProxy | null,
	{ time, size }: RenderBounds,
): Promise<Page> {
	await context.route('**/*', (route) => letThrough(route).catch(() => {}));
	await keepClosedTrees(context);
	const tab = await context.newPage();
	// A dialog would stop the page until somebody answers.
	tab.on('dialog', (dialog) => dialog.dismiss().catch(() => {}));
	const way = followWay(tab);
	await tab.goto(source.address, { waitUntil: 'domcontentloaded', timeout: time }).catch((error: unknown) => {
		throw guard?.refusalOf(way.host) ?? error;
	});
	await settle(tab, source);
	const refusal = guard?.refusalOf(way.host);
	if (refusal !== undefined) throw refusal;
	if (way.status !== 200 && way.status !== 203)
		throw statusFault(way.status, withoutCredentials(tab.url()), null);
	return pageOf(tab, way.status, size);
}

/** Nobody reads pictures, fonts and films of an agreement. */
const wanted = new Set([
	'document',
	'stylesheet',
	'script',
	'xhr',
	'fetch',
	'preflight',
	'websocket',
	'other',
]);

async function letThrough(route: Route): Promise<void> {
	const request = route.request();
	const may = /^https?:/.test(request.url()) && wanted.has(request.resourceType());
	await (may ? route.continue() : route.abort('blockedbyclient'));
}

/** Where the page leads, redirects and scripts followed: a wall for robots lets a browser in by loading the page again. */
function followWay(tab: Tab): { host: string; status: number } {
	const way = { host: '', status: 0 };
	tab.on('request', (request) => {
		if (request.isNavigationRequest() && request.frame() === tab.mainFrame())
			way.host = new URL(request.url()).host;
	});
	tab.on('response', (response) => {
		if (response.request().isNavigationRequest() && response.frame() === tab.mainFrame())
			way.status = response.status();
	});
	return way;
}

async function pageOf(tab: Tab, status: number, size: number): Promise<Page> {
	const address = withoutCredentials(tab.url());
	const html = await shownHtml(tab);
	if (html.length > size)
		throw new CaptureFault('shown-page-too-large', address, { megabytes: Math.round(size / 1024 / 1024) });
	// What the page says of its own characters was true of the bytes that the browser got; these are ours.
	const contentType = 'text/html; charset=utf-8';
	return { address, status, contentType, bytes: Buffer.from(html), html, warnings: [], validators: {} };
}

function renderingFault(error: unknown, address: string): CaptureFault {
	const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
	const name = /net::(\w+)/.exec(said)?.[1];
	return new CaptureFault('browser-failed', address, { said: name ?? said }, error);
}
