/** The message of one channel. Pure: what is sent where, and with which secret, others know. */
import type { Alert } from '../../model/alerts.ts';
import type { Archive } from '../../model/archive.ts';
import { siteAddress } from '../addresses/urls.ts';
import { discordMessage } from './discord.ts';
import { type Mail, mailOf } from './mail.ts';
import type { Message } from './message-parts.ts';
import { ntfyMessage } from './ntfy.ts';
import type { Content } from './outgoing.ts';
import { blueskyMessage, mastodonMessage } from './short-posts.ts';
import { slackMessage } from './slack.ts';
import { webhookMessage } from './webhook.ts';

/** @param now ISO 8601, UTC */
export function compose(alert: Alert, content: Content, archive: Archive, now: string): Message<unknown> {
	const { name } = archive.collection;
	switch (alert.to) {
		case 'webhook':
			if (content.kind === 'together') throw new Error('a webhook is told of each change');
			return webhookMessage(content, now);
		case 'slack':
			return slackMessage(content, name);
		case 'discord':
			return discordMessage(content, name);
		case 'ntfy':
			return ntfyMessage(content, ntfyPlace(alert.address).topic, name);
		case 'mastodon':
			return mastodonMessage(content, alert.visibility);
		case 'bluesky':
			return blueskyMessage(content, now);
		case 'email':
			return asMessage(mailOf(content, name, siteAddress()));
	}
}

function asMessage(mail: Mail): Message<Mail> {
	return { body: mail, reads: `${mail.subject}\n\n${mail.text}` };
}

/** `https://ntfy.example/tern` → the server that takes JSON, and the topic in it. */
export function ntfyPlace(address: string): { readonly server: string; readonly topic: string } {
	const server = new URL('.', address.replace(/\/$/, '')).href;
	return { server, topic: decodeURIComponent(address.replace(/\/$/, '').slice(server.length)) };
}
