/** Opens what the requests of a run share, and ends it. What is left out has the careful value. */
import type { LookupFunction } from 'node:net';
import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { createPageBrowser } from './browser/page-browser.ts';
import type { FetchClient, FetchLimits, PageBrowser } from './client.ts';
import { guardLookup } from './isolation/address-guard.ts';
import { type Clock, systemClock } from './politeness/clock.ts';
import { createHostQueue } from './politeness/host-queue.ts';
import { requestsAtOnce } from './politeness/limits.ts';

/**
 * Half a minute is what peers allow. The largest of 86 real pages has 0.8 MB, so 16 leaves ample room. Browsers follow 20
 * redirects; half of that is generous for a page that has been declared by its address.
 */
const usualLimits: FetchLimits = { time: 30_000, size: 16 * 1024 * 1024, redirects: 10 };

/** Addresses of HTTP proxies by the protocol of the page, and hosts that need none, as HTTP_PROXY, HTTPS_PROXY and NO_PROXY hold them. */
export interface Proxies {
	readonly http?: string | undefined;
	readonly https?: string | undefined;
	readonly except?: string | undefined;
}

export interface ClientOptions {
	readonly userAgent: string;
	/** BCP 47 tags, first choice first. */
	readonly languages: readonly string[];
	/** One address is a proxy for everything. */
	readonly proxy?: string | Proxies | undefined;
	readonly limits?: Partial<FetchLimits>;
	/** Rest of a host after each request, in milliseconds. */
	readonly delay?: number;
	/** Hosts whose robots.txt is not asked. */
	readonly robotsPassedOver?: readonly string[];
	readonly privateAddresses?: boolean;
	readonly clock?: Clock | undefined;
	readonly lookup?: LookupFunction | undefined;
	readonly browser?: PageBrowser;
}

/** Close it when done. */
export function createClient(options: ClientOptions): FetchClient {
	const { clock = systemClock, privateAddresses = false, delay = 2000, lookup } = options;
	const limits = { ...usualLimits, ...options.limits };
	return {
		dispatcher: createDispatcher(options, limits),
		userAgent: options.userAgent,
		language: acceptLanguage(options.languages),
		limits,
		clock,
		queue: createHostQueue({ delay, atOnce: requestsAtOnce, clock }),
		robots: { known: new Map(), passedOver: new Set(options.robotsPassedOver) },
		privateAddresses,
		lookup,
		browser: options.browser ?? createPageBrowser(),
		proxied: options.proxy !== undefined && Object.values(proxiesOf(options.proxy)).some(Boolean),
	};
}

/** Ends all connections, and the browser if there is one. */
export async function closeClient(client: FetchClient): Promise<void> {
	await Promise.all([client.dispatcher.destroy(), client.browser.close()]);
}

function createDispatcher(
	{ proxy, privateAddresses = false, lookup }: ClientOptions,
	{ time }: FetchLimits,
): Dispatcher {
	const found = privateAddresses ? lookup : guardLookup(lookup);
	const options = {
		connectTimeout: time,
		headersTimeout: time,
		bodyTimeout: time,
		connect: found === undefined ? {} : { lookup: found },
	};
	if (proxy === undefined) return new Agent(options);
	const { http = '', https = '', except = '' } = proxiesOf(proxy);
	return new EnvHttpProxyAgent({ ...options, httpProxy: http, httpsProxy: https, noProxy: except });
}

function proxiesOf(proxy: string | Proxies): Proxies {
	return typeof proxy === 'string' ? { http: proxy, https: proxy } : proxy;
}

/** `['de', 'en']` → `de, en;q=0.9` */
function acceptLanguage(languages: readonly string[]): string {
	return languages.map((tag, at) => (at === 0 ? tag : `${tag};q=${Math.max(0.1, 1 - at / 10)}`)).join(', ');
}
