/** Follows an address to where it ends, each step in its host's turn. */
import { withoutCredentials } from '../../model/web-address.ts';
import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { firstBackOff } from '../politeness/limits.ts';
import { parseRetryAfter } from '../politeness/retry.ts';
import { type Request, type Response, send } from './request.ts';

export interface Route {
	/** Most redirects that are followed. */
	readonly redirects: number;
	/** Throws where an address may not be asked for. */
	readonly allow: (address: string) => Promise<void> | void;
	/** What each address is sent; its time is the client's. */
	readonly request: (address: string) => Omit<Request, 'time'>;
	/** Where a page that is no redirect sends its readers on, as it writes it; null where it does not. */
	readonly sentOn?: (response: Response) => string | null;
}

/**
 * @returns the first response that is no redirect, of any status
 * @throws CaptureFault
 */
export async function follow(start: string, client: FetchClient, route: Route): Promise<Response> {
	const seen = new Set<string>();
	let address = start;
	// Only what the servers take counts, not the time until it was their turn.
	let time = client.limits.time;
	while (seen.size <= route.redirects) {
		if (seen.has(address)) throw new CaptureFault('redirect-in-circle', start, { target: address });
		seen.add(address);
		await route.allow(address);
		const response = await client.queue.turn(new URL(address).host, async () => {
			const begun = performance.now();
			const request = { ...route.request(address), time };
			return sendPolitely(address, client, request).finally(() => {
				time -= performance.now() - begun;
			});
		});
		const target = targetOf(response, route);
		if (target === null) return response;
		address = target;
	}
	throw new CaptureFault('too-many-redirects', start, { most: route.redirects, target: address });
}

/** Inside the turn, so that nobody asks this host again before its word is known. */
async function sendPolitely(address: string, client: FetchClient, request: Request): Promise<Response> {
	const response = await send(address, client, request);
	if (response.status === 429)
		client.queue.rest(new URL(address).host, retryAfterOf(response, client) ?? firstBackOff);
	return response;
}

/** Milliseconds; null where the response does not say. */
export function retryAfterOf({ header }: Response, { clock }: FetchClient): number | null {
	return parseRetryAfter(header('retry-after'), header('date'), clock.now());
}

/** Null where the response is no redirect. */
function targetOf(response: Response, { sentOn }: Route): string | null {
	const { address, status, header } = response;
	const isRedirect = [301, 302, 303, 307, 308].includes(status);
	const location = isRedirect ? header('location') : (sentOn?.(response) ?? null);
	if (location === null) return null;
	const target = URL.canParse(location, address) ? new URL(location, address) : null;
	if (location === '' || target === null || !/^https?:$/.test(target.protocol))
		throw nowhere(address, location === '' ? '' : (target?.href ?? location));
	target.hash = '';
	// What is recorded, said and sent is public: nobody declared this password.
	[target.username, target.password] = ['', ''];
	return withoutDowngrade(target, address).href;
}

function nowhere(from: string, target: string): CaptureFault {
	return new CaptureFault('redirect-to-nowhere', from, { target: withoutCredentials(target).slice(0, 200) });
}

/**
 * Sites behind a proxy often name themselves by http. What was declared by https is never read over a connection on which anybody
 * could have changed it: the same address is asked for by https, as browsers do for sites that they know.
 */
function withoutDowngrade(target: URL, from: string): URL {
	if (target.protocol === 'http:' && target.port === '' && from.startsWith('https:'))
		target.protocol = 'https:';
	if (target.protocol === 'https:' || from.startsWith('http:')) return target;
	throw new CaptureFault('redirect-to-unsafe', from, { target: target.href });
}
