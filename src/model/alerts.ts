/** `collection.yml` › `alerts`: who is told of changes, of which ones, and by what channel. Secrets are named here, never written. */
import { z } from 'zod';
import { publicText, webAddress } from './web-address.ts';

const secretName = z
	.string()
	.regex(
		/^[A-Z][A-Z0-9_]{0,99}$/,
		'the name of a secret in capitals is expected, such as SLACK_WEBHOOK, and never its value',
	);

/** Keys and messages cross no net in the clear; a server on this machine needs no net. */
export function isPrivateWay(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	return (
		protocol === 'https:' ||
		(protocol === 'http:' && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
	);
}

function destination() {
	return webAddress().refine(isPrivateWay, 'an address that begins with https:// is expected');
}

const said = z.string().min(1);

/** Which changes: all that is named must hold. */
const aboutSchema = z
	.strictObject({
		/** Folder of the platform. */
		platform: said.optional(),
		/** Its name, at that platform or, where none is named, at all of them. */
		agreement: said.optional(),
		/** `Topic.id` of a topic that the changed clauses are on. */
		topic: said.optional(),
		/** `Stance.id` of the topic, or `any`: changes by which an agreement took that side, turned from it or gave it up. */
		stance: said.optional(),
		/** `low`: lesser changes as well, and first records. */
		rank: z.enum(['prominent', 'low']).default('prominent'),
	})
	.refine(({ topic, stance }) => stance === undefined || topic !== undefined, {
		path: ['stance'],
		error: 'name the topic on which it is a side',
	});

/** One, or several of which any may hold. */
const aboutList = z
	.preprocess(
		(written) => (Array.isArray(written) || written === undefined ? written : [written]),
		z.array(aboutSchema).min(1),
	)
	.default([{ rank: 'prominent' }]);

const about = { about: aboutList };
const mailAddress = z
	.string()
	.regex(/^(?:[^<>@\r\n]*<)?[^\s<>@,]+@[^\s<>@,]+>?$/, 'a mail address is expected');

export const alertSchema = z.discriminatedUnion(
	'to',
	[
		/** JSON in a POST, signed by the secret. */
		z.strictObject({ to: z.literal('webhook'), address: destination(), secret: secretName, ...about }),
		/** The secret is the address of an incoming webhook. */
		z.strictObject({ to: z.literal('slack'), secret: secretName, ...about }),
		z.strictObject({ to: z.literal('discord'), secret: secretName, ...about }),
		/** The address ends in the topic; the secret is an access token, for servers that ask for one. */
		z.strictObject({
			to: z.literal('ntfy'),
			address: destination(),
			secret: secretName.optional(),
			...about,
		}),
		/** The secret is the address of the server, with user and password: `smtps://user:password@mail.example.org`. */
		z.strictObject({
			to: z.literal('email'),
			secret: secretName,
			from: mailAddress,
			/** Addresses or, since whatever stands here is public, the name of a secret that holds them. */
			recipients: z.union([z.array(mailAddress).min(1).max(100), secretName], {
				error: 'a list of mail addresses is expected, or the name of a secret that holds them',
			}),
			/** A mail for each change, or one a day or a week (UTC, weeks begin on Monday) where there was one. */
			every: z.enum(['change', 'day', 'week']).default('day'),
			...about,
		}),
		/** The secret is an app password. */
		z.strictObject({
			to: z.literal('bluesky'),
			account: publicText().min(1),
			secret: secretName,
			server: destination().default('https://bsky.social'),
			...about,
		}),
		/** The secret is an access token that may write statuses. */
		z.strictObject({
			to: z.literal('mastodon'),
			server: destination(),
			secret: secretName,
			visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
			...about,
		}),
	],
	{ error: 'one of webhook, slack, discord, ntfy, email, bluesky and mastodon is expected' },
);

export type Alert = z.infer<typeof alertSchema>;
export type AlertTo = Alert['to'];
export type About = z.infer<typeof aboutSchema>;

/** What people, and the ledger of what was sent, know a channel by. It stays while what the alert is about is edited. */
export function channelOf(alert: Alert): string {
	switch (alert.to) {
		case 'webhook':
		case 'ntfy':
			return `${alert.to} ${alert.address}`;
		case 'bluesky':
			return `bluesky ${alert.account}`;
		case 'mastodon':
			return `mastodon ${new URL(alert.server).host} ${alert.secret}`;
		case 'email':
			return `email ${alert.secret} ${typeof alert.recipients === 'string' ? alert.recipients : alert.recipients.join(' ')}`;
		default:
			return `${alert.to} ${alert.secret}`;
	}
}

/** Of two alerts to one channel a reader would be told of some changes twice, and the ledger could not tell them apart. */
export const alertsSchema = z.array(alertSchema).superRefine((alerts, context) => {
	const channels = alerts.map(channelOf);
	for (const [at, channel] of channels.entries())
		if (channels.indexOf(channel) < at)
			context.addIssue({
				code: 'custom',
				path: [at],
				message: `an alert above goes to ${channel} already: make what both are about one list, under its about`,
			});
});

/** Names of the secrets that a channel needs. */
export function secretsOf(alert: Alert): readonly string[] {
	const own = alert.secret === undefined ? [] : [alert.secret];
	return alert.to === 'email' && typeof alert.recipients === 'string' ? [...own, alert.recipients] : own;
}
