/** Asks each host for its robots.txt once a run and keeps to it. */

import { CaptureFault } from '../capture-fault.ts';
import type { FetchClient } from '../client.ts';
import { refusePrivate, refusePrivateName } from '../isolation/address-guard.ts';
import { longestCrawlDelay, longestRobots, robotsRedirects } from '../politeness/limits.ts';
import { persistently } from '../politeness/retry.ts';
import { isAllowed, noRules, parseRobots, type RobotsRules } from '../politeness/robots.ts';
import { follow, retryAfterOf } from './redirects.ts';
import type { Response } from './request.ts';
import { statusFault } from './status-fault.ts';

/** By this name a robots.txt speaks to this program. */
const product = 'Clausetrail';

/**
 * Asks whether a page may be fetched: not in a private network, not against robots.txt. Whether its name leads into a private network is
 * left to the connection.
 * @throws CaptureFault
 */
export async function allowAddress(address: string, client: FetchClient): Promise<void> {
	if (!client.privateAddresses) refusePrivateName(address);
	await obeyRobots(address, client);
}

/**
 * For whoever connects by other means than this room's requests, such as a browser: asks the same as `allowAddress`, looks the name
 * up as well, and runs `work` in the host's turn.
 * @throws CaptureFault, and what `work` throws
 */
export async function visit<Result>(
	address: string,
	client: FetchClient,
	work: () => Promise<Result>,
): Promise<Result> {
	await refusePrivateHost(address, client);
	await obeyRobots(address, client);
	return client.queue.turn(new URL(address).host, work);
}

/**
 * For what a page loads besides itself: refuses private networks as the client is told to.
 * @throws CaptureFault `private-address`
 */
export async function refusePrivateHost(address: string, client: FetchClient): Promise<void> {
	if (client.privateAddresses) return;
	if (client.proxied) refusePrivateName(address);
	else await refusePrivate(address, client.lookup);
}

async function obeyRobots(address: string, client: FetchClient): Promise<void> {
	const { origin, host } = new URL(address);
	const { known, passedOver } = client.robots;
	if (passedOver.has(host)) return;
	const reading = known.get(origin) ?? readRobots(origin, client);
	known.set(origin, reading);
	const rules = await reading.catch((fault: unknown) => {
		throw fault instanceof CaptureFault ? unreadFault(fault, address) : fault;
	});
	if (!isAllowed(rules, address)) throw new CaptureFault('robots-forbid', address, {});
}

/**
 * A site that cannot be reached has no other fault for its pages. One that answers with an error forbids everything for this run.
 * @see https://www.rfc-editor.org/rfc/rfc9309.html#section-2.3.1.4
 */
function unreadFault(fault: CaptureFault, address: string): CaptureFault {
	const said = fault.what;
	if (fault.code === 'unavailable') return new CaptureFault('robots-unavailable', address, { said }, fault);
	if (fault.code === 'rate-limited')
		return new CaptureFault('robots-asked-too-often', address, { said }, fault);
	return new CaptureFault(fault.kind, address, fault.facts, fault);
}

async function readRobots(origin: string, client: FetchClient): Promise<RobotsRules> {
	const response = await persistently(client.clock, () => requestRobots(`${origin}/robots.txt`, client));
	// A site without one leaves everything to everybody.
	if (response === null || response.status !== 200) return noRules;
	const rules = parseRobots(response.bytes.toString('utf8'), product);
	if (rules.crawlDelay !== null)
		client.queue.slowDown(new URL(origin).host, Math.min(rules.crawlDelay * 1000, longestCrawlDelay));
	return rules;
}

/** Null where the redirects lead nowhere, which counts as having none (2.3.1.2). */
async function requestRobots(address: string, client: FetchClient): Promise<Response | null> {
	const response = await follow(address, client, {
		redirects: robotsRedirects,
		allow: (at) => {
			if (!client.privateAddresses) refusePrivateName(at);
		},
		request: () => ({
			headers: { accept: 'text/plain,*/*;q=0.1' },
			size: longestRobots,
			tooLarge: 'cut',
			refuse: () => null,
		}),
	}).catch((fault: unknown) => {
		if (fault instanceof CaptureFault && fault.code === 'redirects') return null;
		throw fault;
	});
	// RFC 9309 counts 429 among the statuses of a site without one; a server that is asked too often means the opposite.
	if (response !== null && (response.status >= 500 || response.status === 429))
		throw statusFault(response.status, response.address, retryAfterOf(response, client));
	return response;
}
