/** For each alert the one that hands its messages over, with the secrets that it needs. */
import type { Alert } from '../model/alerts.ts';
import type { Collection } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';
import { siteAddress } from '../site/addresses/urls.ts';
import type { Sender } from './envelope.ts';
import type { Patience } from './post.ts';
import { alertsPlace, type Secrets } from './secrets.ts';
import { blueskySender } from './send-bluesky.ts';
import { chatSender, mastodonSender, ntfySender } from './send-chat.ts';
import { mailSender } from './send-mail.ts';
import { webhookSender } from './send-webhook.ts';

/** @throws Fault where a secret is missing or of no use */
export function senderOf(
	alert: Alert,
	{ get }: Secrets,
	{ contact }: Pick<Collection, 'contact'>,
	patience: Patience,
): Sender {
	switch (alert.to) {
		case 'webhook':
			return webhookSender(alert, get(alert.secret), patience);
		case 'slack':
		case 'discord':
			return chatSender(alert, get(alert.secret), patience);
		case 'ntfy':
			return ntfySender(alert, alert.secret === undefined ? null : get(alert.secret), patience);
		case 'mastodon':
			return mastodonSender(alert, get(alert.secret), patience);
		case 'bluesky':
			return blueskySender(alert, get(alert.secret), patience);
		case 'email': {
			const replyTo = contact?.includes('@') === true ? contact : alert.from;
			const recipients = recipientsOf(alert, get);
			const host = new URL(siteAddress()).hostname;
			return mailSender(alert, { server: get(alert.secret), recipients, replyTo, host }, patience);
		}
	}
}

function recipientsOf(
	{ recipients }: Extract<Alert, { to: 'email' }>,
	get: Secrets['get'],
): readonly string[] {
	if (typeof recipients !== 'string') return recipients;
	const listed = get(recipients)
		.split(/[\s,;]+/)
		.filter((each) => each !== '');
	const wrong = listed.findIndex((each) => !/^[^\s<>@]+@[^\s<>@]+$/.test(each));
	if (wrong < 0) return listed;
	throw new Fault(
		`the secret ${recipients} holds no mail address at place ${wrong + 1}`,
		alertsPlace,
		'Write mail addresses with commas between them.',
	);
}
