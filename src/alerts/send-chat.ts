/** Slack, Discord, ntfy and Mastodon: one request a message. */
import { type Alert, isPrivateWay } from '../model/alerts.ts';
import { Fault } from '../model/fault.ts';
import { ntfyPlace } from '../site/alerts/compose.ts';
import { markOf, type Sender } from './envelope.ts';
import { outcomeOf } from './outcome.ts';
import { type Patience, post } from './post.ts';
import { alertsPlace } from './secrets.ts';

/** @param address the secret itself: whoever knows it may write there */
export function chatSender(
	{ to, secret }: Extract<Alert, { to: 'slack' | 'discord' }>,
	address: string,
	patience: Patience,
): Sender {
	if (!isPrivateWay(address))
		throw new Fault(
			`the secret ${secret} is no address that begins with https://`,
			alertsPlace,
			`Give it the address of an incoming webhook, as ${to === 'slack' ? 'Slack' : 'Discord'} shows it.`,
		);
	return async ({ body }) => outcomeOf(await post({ address, body: JSON.stringify(body) }, patience), secret);
}

/** @param token null where the server asks for none */
export function ntfySender(
	{ address, secret = '' }: Extract<Alert, { to: 'ntfy' }>,
	token: string | null,
	patience: Patience,
): Sender {
	const { server } = ntfyPlace(address);
	const headers = token === null ? {} : bearer(token);
	return async ({ body }) =>
		outcomeOf(await post({ address: server, headers, body: JSON.stringify(body) }, patience), secret);
}

/** The server takes a message of the same key once, within an hour. */
export function mastodonSender(
	{ server, secret }: Extract<Alert, { to: 'mastodon' }>,
	token: string,
	patience: Patience,
): Sender {
	const address = new URL('/api/v1/statuses', server).href;
	return async (envelope) => {
		const headers = { ...bearer(token), 'idempotency-key': markOf(envelope) };
		const request = { address, headers, body: JSON.stringify(envelope.body) };
		return outcomeOf(await post(request, patience), secret);
	};
}

export function bearer(token: string): Readonly<Record<string, string>> {
	return { authorization: `Bearer ${token}` };
}
