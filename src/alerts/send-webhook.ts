/** Webhooks: signed as Standard Webhooks says, so that receivers can prove them by a library in most languages. */
import { createHmac } from 'node:crypto';
import type { Alert } from '../model/alerts.ts';
import type { Sender } from './envelope.ts';
import { outcomeOf } from './outcome.ts';
import { type Patience, post } from './post.ts';

export function webhookSender(
	{ address, secret }: Extract<Alert, { to: 'webhook' }>,
	key: string,
	patience: Patience,
): Sender {
	return async ({ body, changes: [id = ''] }) => {
		const text = JSON.stringify(body);
		const headers = signedHeaders(key, id, Math.floor(Date.now() / 1000), text);
		return outcomeOf(await post({ address, headers, body: text }, patience), secret);
	};
}

/**
 * The signature is HMAC-SHA256 over `<id>.<timestamp>.<body>`, in base64.
 * @param key `whsec_` and base64, else its own bytes
 * @param timestamp seconds since 1970: a receiver refuses old ones, so that nobody can play a message again
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function signedHeaders(
	key: string,
	id: string,
	timestamp: number,
	body: string,
): Readonly<Record<string, string>> {
	const bytes = key.startsWith('whsec_')
		? Buffer.from(key.slice('whsec_'.length), 'base64')
		: Buffer.from(key);
	const signature = createHmac('sha256', bytes).update(`${id}.${timestamp}.${body}`).digest('base64');
	return {
		'webhook-id': id,
		'webhook-timestamp': String(timestamp),
		'webhook-signature': `v1,${signature}`,
	};
}
