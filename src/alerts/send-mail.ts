/** Mails by SMTP, never in the clear over a net. */

import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Alert } from '../model/alerts.ts';
import { Fault } from '../model/fault.ts';
import type { Mail } from '../site/alerts/mail.ts';
import type { Outcome } from '../site/alerts/settle.ts';
import { legibleLine } from '../text/legible.ts';
import { markOf, type Sender } from './envelope.ts';
import { refused } from './outcome.ts';
import type { Patience } from './post.ts';
import { alertsPlace } from './secrets.ts';

type MailAlert = Extract<Alert, { to: 'email' }>;

export interface MailPost {
	/** `smtps://user:password@mail.example.org`, or `smtp://` with a port: 587 where none is named. */
	readonly server: string;
	readonly recipients: readonly string[];
	/** Address to which people answer. */
	readonly replyTo: string;
	/** Host of the site, for the names of messages. */
	readonly host: string;
}

/** A mail that is sent once more bears the same Message-ID: many servers and programs show it once. */
export function mailSender(alert: MailAlert, mailPost: MailPost, patience: Patience): Sender {
	const { recipients, replyTo, host } = mailPost;
	const transport = createTransport(optionsOf(alert, mailPost.server, patience));
	// Nobody sees who else gets it.
	const to =
		recipients.length === 1 ? { to: recipients[0] as string } : { to: alert.from, bcc: [...recipients] };
	return async (envelope) => {
		const { subject, text, html } = envelope.body as Mail;
		const message = {
			from: alert.from,
			...to,
			replyTo,
			subject,
			text,
			html,
			messageId: `<${markOf(envelope)}@${host}>`,
			headers: { 'Auto-Submitted': 'auto-generated' },
			list: { unsubscribe: `mailto:${bareAddress(replyTo)}?subject=unsubscribe` },
			envelope: { from: bareAddress(alert.from), to: recipients.map(bareAddress) },
			disableFileAccess: true,
			disableUrlAccess: true,
		};
		for (const rest of [...patience.rests, null]) {
			const outcome = await transport.sendMail(message).then(acceptance, failureOf);
			if (rest === null || !outcome.isPassing) return outcome.outcome;
			await sleep(rest);
		}
		throw new Error('the last try is answered above');
	};
}

function optionsOf({ secret }: MailAlert, server: string, patience: Patience) {
	const url = URL.canParse(server) ? new URL(server) : null;
	if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
		throw new Fault(
			`the secret ${secret} is no address of a mail server`,
			alertsPlace,
			'Write it like smtps://user:password@mail.example.org, with %40 for an @ in user or password.',
		);
	const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
	const secure = url.protocol === 'smtps:';
	const user = decodeURIComponent(url.username);
	return {
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
		secure,
		requireTLS: !secure && !isHere,
		...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
		connectionTimeout: patience.timeout,
		greetingTimeout: patience.timeout,
		socketTimeout: patience.timeout,
	};
}

interface Tried {
	readonly outcome: Outcome;
	/** True where nobody was reached and the next try may do better. */
	readonly isPassing: boolean;
}

function acceptance({ rejected }: { readonly rejected?: readonly unknown[] | undefined }): Tried {
	const left = rejected?.length ?? 0;
	const warning = left === 0 ? {} : { warning: `the server refused ${left} of the recipients` };
	return { outcome: { kind: 'sent', ...warning }, isPassing: false };
}

/** What a server answers before it has the message, and what fails before it is reached. */
const before: ReadonlySet<string> = new Set(['EAUTH', 'EENVELOPE', 'EDNS', 'ETLS', 'ENOAUTH', 'EOAUTH2']);

function failureOf(error: Error & { code?: string; command?: string; responseCode?: number }): Tried {
	const { code = '', command, responseCode } = error;
	const reason = legibleLine(error.message, 300);
	const next = 'The next run tries again.';
	if (code === 'EAUTH')
		return final(refused('channel', reason, 'See to user and password in the secret that holds the server.'));
	if (code === 'EENVELOPE')
		return final(
			refused('channel', reason, 'See to from and recipients: the server takes no mail for them.'),
		);
	if (code === 'EMESSAGE' || (responseCode ?? 0) >= 500) return final(refused('message', reason, next));
	if (command === 'CONN' || before.has(code))
		return {
			outcome: refused('channel', reason, `${next} If it stays so, see to the server.`),
			isPassing: true,
		};
	if (responseCode !== undefined) return final(refused('channel', reason, next));
	return final({ kind: 'unknown', reason, remedy: 'The next run sends it once more, and no third time.' });
}

function final(outcome: Outcome): Tried {
	return { outcome, isPassing: false };
}

/** `Clausetrail <alerts@example.org>` → `alerts@example.org` */
export function bareAddress(address: string): string {
	return /<([^<>]+)>$/.exec(address)?.[1] ?? address;
}
