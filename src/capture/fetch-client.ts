/** What every request of a run shares: connections, who asks, for which language, within which bounds. */
import { Agent, type Dispatcher, ProxyAgent } from 'undici';

export interface FetchLimits {
	/** For the whole exchange, redirects and body included, in milliseconds. */
	readonly time: number;
	/** Of the unpacked body, in bytes. */
	readonly size: number;
	readonly redirects: number;
}

export interface FetchClient {
	readonly dispatcher: Dispatcher;
	readonly userAgent: string;
	/** Value of Accept-Language. */
	readonly language: string;
	readonly limits: FetchLimits;
}

/**
 * Half a minute is what peers allow. The largest of 86 real pages has 0.8 MB, so 16 leaves ample room. Browsers follow 20
 * redirects; half of that is generous for a page that has been declared by its address.
 */
const usualLimits: FetchLimits = { time: 30_000, size: 16 * 1024 * 1024, redirects: 10 };

export interface ClientOptions {
	readonly userAgent: string;
	/** BCP 47 tags, first choice first. */
	readonly languages: readonly string[];
	/** Address of an HTTP proxy. */
	readonly proxy?: string | undefined;
	readonly limits?: Partial<FetchLimits>;
}

/** Close its dispatcher when done. */
export function createClient(options: ClientOptions): FetchClient {
	const limits = { ...usualLimits, ...options.limits };
	const timeouts = { connectTimeout: limits.time, headersTimeout: limits.time, bodyTimeout: limits.time };
	return {
		dispatcher:
			options.proxy === undefined ? new Agent(timeouts) : new ProxyAgent({ ...timeouts, uri: options.proxy }),
		userAgent: options.userAgent,
		language: acceptLanguage(options.languages),
		limits,
	};
}

/** `['de', 'en']` → `de, en;q=0.9` */
function acceptLanguage(languages: readonly string[]): string {
	return languages.map((tag, at) => (at === 0 ? tag : `${tag};q=${Math.max(0.1, 1 - at / 10)}`)).join(', ');
}
