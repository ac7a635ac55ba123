/** Bluesky, by the procedures of the AT Protocol. A post has its key from the change: one that may have arrived is looked for first. */
import { z } from 'zod';
import type { Alert } from '../model/alerts.ts';
import type { Outcome } from '../site/alerts/settle.ts';
import { type Envelope, markOf, type Sender } from './envelope.ts';
import { outcomeOf, refused } from './outcome.ts';
import { type Answer, type Patience, post } from './post.ts';
import { bearer } from './send-chat.ts';

const sessionSchema = z.object({ accessJwt: z.string(), did: z.string() });
type Session = z.infer<typeof sessionSchema>;

const collection = 'app.bsky.feed.post';

/** One session a run: servers count how often somebody signs in. */
export function blueskySender(
	{ server, account, secret }: Extract<Alert, { to: 'bluesky' }>,
	password: string,
	patience: Patience,
): Sender {
	let session: Session | null = null;
	const call = (
		procedure: string,
		headers: Readonly<Record<string, string>>,
		body?: unknown,
	): Promise<Answer> => {
		const address = new URL(`/xrpc/${procedure}`, server).href;
		return post(
			{ address, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
			patience,
		);
	};
	async function signIn(): Promise<Session | Outcome> {
		const answer = await call('com.atproto.server.createSession', {}, { identifier: account, password });
		// Nothing was posted yet, whatever became of the answer.
		if (answer.kind !== 'taken')
			return refused(
				'channel',
				answer.reason,
				`See to account, and to the secret ${secret}: an app password is expected.`,
			);
		const parsed = sessionSchema.safeParse(parseJson(answer.body));
		return parsed.success
			? parsed.data
			: refused(
					'channel',
					'it opened no session',
					'See to server: the address of an AT Protocol server is expected.',
				);
	}
	return async (envelope) => {
		const opened = session ?? (await signIn());
		if ('kind' in opened) return opened;
		session = opened;
		const { did: repo, accessJwt } = opened;
		const rkey = recordKey(envelope);
		if (envelope.isAgain) {
			const query = new URLSearchParams({ repo, collection, rkey });
			const found = await call(`com.atproto.repo.getRecord?${query}`, bearer(accessJwt));
			if (found.kind === 'taken') return { kind: 'sent' };
		}
		const record = { repo, collection, rkey, record: envelope.body };
		return outcomeOf(await call('com.atproto.repo.createRecord', bearer(accessJwt), record), secret);
	};
}

const sortable = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A timestamp identifier: 53 bits of microseconds, 10 bits that tell apart what has the same; here of the message, lest two fetched at once collide.
 * @see https://atproto.com/specs/tid
 */
export function recordKey(envelope: Envelope): string {
	const mark = BigInt(`0x${markOf(envelope)}`);
	const millis = BigInt(Date.parse(envelope.fetched ?? new Date().toISOString()));
	const bits = ((millis * 1000n + (mark % 1000n)) << 10n) | ((mark >> 64n) & 1023n);
	return Array.from({ length: 13 }, (_, at) => sortable[Number((bits >> BigInt(5 * (12 - at))) & 31n)]).join(
		'',
	);
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
