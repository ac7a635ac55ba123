/** What every request of a run shares: connections, who asks, for which language, within which bounds, with which regard for others. */
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import type { Source } from '../model/declaration.ts';
import type { Page } from './page.ts';
import type { Clock } from './politeness/clock.ts';
import type { HostQueue } from './politeness/host-queue.ts';
import type { RobotsRules } from './politeness/robots.ts';

export interface FetchLimits {
	/** For the whole exchange, redirects and body included, waiting for one's turn left aside; in milliseconds. */
	readonly time: number;
	/** Of the decoded body, in bytes. */
	readonly size: number;
	readonly redirects: number;
}

export interface FetchClient {
	readonly dispatcher: Dispatcher;
	readonly userAgent: string;
	/** Value of Accept-Language. */
	readonly language: string;
	readonly limits: FetchLimits;
	readonly clock: Clock;
	readonly queue: HostQueue;
	readonly robots: {
		/** Origin → its rules, asked for once a run. */
		readonly known: Map<string, Promise<RobotsRules>>;
		/** Hosts whose robots.txt is not asked. */
		readonly passedOver: ReadonlySet<string>;
	};
	/** True: private networks may be reached. */
	readonly privateAddresses: boolean;
	/** How names are resolved; left out: as the system does. */
	readonly lookup: LookupFunction | undefined;
	/** True where a proxy resolves names. */
	readonly proxied: boolean;
	/** For pages that scripts write; started when the first one comes. */
	readonly browser: PageBrowser;
}

export interface PageBrowser {
	/**
	 * The page as its scripts have written it, once the declared parts are there and its text rests.
	 * @throws CaptureFault `browser` where there is none or it failed, and those of a plain fetch
	 */
	readonly render: (source: Source, client: FetchClient) => Promise<Page>;
	/** Ends the browser if there is one. Where the process is killed instead, the browser ends with the pipe between them. */
	readonly close: () => Promise<void>;
}
