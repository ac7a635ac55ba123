/** Messages as each channel takes them: within its bounds, and harmless whatever an agreement says. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { load } from 'cheerio';
import fc from 'fast-check';
import { alertBody } from '../../model/alert-body.ts';
import { type Alert, alertSchema } from '../../model/alerts.ts';
import type { Archive, Entry } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { graphemes } from '../../text/graphemes.ts';
import { compose, ntfyPlace } from './compose.ts';
import { discordMessage } from './discord.ts';
import { mailOf } from './mail.ts';
import { ntfyMessage } from './ntfy.ts';
import { type Content, messagesOf } from './outgoing.ts';
import { blueskyMessage, mastodonMessage } from './short-posts.ts';
import { slackMessage } from './slack.ts';
import type { ToldChange } from './told-change.ts';

beforeEach(() => {
	process.env.SITE = 'https://example.org/clausetrail/';
});

const now = '2026-06-16T04:12:00.000Z';
const address = 'https://example.org/clausetrail/acme/terms/2026-06-16/';

function toldOf(sentence: string, remark = sentence): ToldChange {
	return {
		id: 'a',
		sentence,
		spelled: sentence,
		quotes: [`New: “${sentence}”`],
		more: 'And 12 more changes.',
		passage: [
			{ kind: 'same', text: 'We ' },
			{ kind: 'del', text: `${sentence} ` },
			{ kind: 'ins', text: sentence },
		],
		remarks: [remark, remark],
		context: [remark],
		whose: 'Acme Terms',
		day: '16 June 2026',
		fetched: now,
		address,
	};
}

function change(told: ToldChange): Content {
	return { kind: 'change', told, entry: {} as Entry };
}

function together(told: readonly ToldChange[], part: 'all' | 'rest' = 'all'): Content {
	return {
		kind: 'together',
		together: { told, more: 7, part, address: 'https://example.org/clausetrail/changes/' },
	};
}

/** What an agreement may hold by chance, or to make mischief. */
const hostile =
	'@everyone <!channel> <@U123> @tern@birds.example #tag [x](https://x.example) **b** ~~s~~ `c` <b onclick=x> &amp; https://x.example/ | > \u2066';

const words = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 900 }),
	fc.constantFrom(
		hostile,
		hostile.repeat(20),
		'👩‍👩‍👧'.repeat(400),
		'a\u0301\u0302\u0303'.repeat(500),
		'x'.repeat(5000),
	),
);
const contents = words.chain((said) =>
	fc.constantFrom(
		change(toldOf(said)),
		together(Array.from({ length: 25 }, () => toldOf(said))),
		together([], 'rest'),
	),
);

describe('every message is within the bounds of its channel and leads to the site, whatever was changed', () => {
	for (const [channel, check] of [
		[
			'Slack',
			(content: Content) => {
				const { body } = slackMessage(content, 'Tern Watch');
				assert.ok(body.text.length <= 3000);
				assert.ok(JSON.stringify(body.blocks).length < 30_000);
				assert.match(JSON.stringify(body.blocks), /"url":"https:\/\/example\.org/);
			},
		],
		[
			'Discord',
			(content: Content) => {
				const { body } = discordMessage(content, 'Tern Watch');
				assert.ok(body.content.length <= 2000, String(body.content.length));
				assert.match(body.content, /<https:\/\/example\.org\/[^>]*>/);
			},
		],
		[
			'ntfy',
			(content: Content) => {
				const { body } = ntfyMessage(content, 'tern', 'Tern Watch');
				assert.ok(Buffer.byteLength(body.message) <= 4096);
				assert.ok(body.message.trim() !== '');
				assert.ok(body.title.length <= 130);
			},
		],
		[
			'Mastodon',
			(content: Content) => {
				const { body } = mastodonMessage(content, 'public');
				assert.ok(graphemes(body.status, 600) <= 500);
				assert.match(body.status, /https:\/\/example\.org\/clausetrail\/\S+$/);
			},
		],
		[
			'Bluesky',
			(content: Content) => {
				const { body } = blueskyMessage(content, now);
				assert.ok(graphemes(body.text, 400) <= 300);
				assert.ok(Buffer.byteLength(body.text) <= 3000);
				const [{ index }] = body.facets;
				const link = Buffer.from(body.text).subarray(index.byteStart, index.byteEnd).toString();
				assert.match(link, /^Read the changes?$/);
			},
		],
		[
			'e-mail',
			(content: Content) => {
				const { subject, html } = mailOf(content, 'Tern Watch', 'https://example.org/clausetrail/');
				assert.ok(subject.length <= 130);
				const $ = load(html, null, false);
				const tags = html.matchAll(/<([a-z]\w*)/g);
				for (const [, tag = ''] of tags)
					assert.ok(['h3', 'a', 'p', 'blockquote', 'del', 'ins', 'small', 'hr', 'br'].includes(tag), tag);
				$('a').each((_, each) => assert.match($(each).attr('href') ?? '', /^https:\/\/example\.org\//));
			},
		],
	] as const)
		test(channel, () => fc.assert(fc.property(contents, check), { numRuns: 60 }));
});

test('Discord sees no mark, mention or link in the words of an agreement', () => {
	const { body } = discordMessage(change(toldOf(hostile)), 'Tern Watch');
	assert.deepEqual(body.allowed_mentions, { parse: [] });
	const bare = body.content
		.replaceAll(/<https:\/\/example\.org[^>]*>/g, '')
		.replaceAll(/\\[^A-Za-z0-9\s]/g, '')
		.replaceAll(/^(?:> |-# )/gm, '');
	assert.doesNotMatch(bare.replaceAll(/\*\*|~~/g, ''), /[@<>[\]`_|#*~]|:\/\//);
});

test('Slack takes the words as values, and its notification holds no mark of its own', () => {
	const { body } = slackMessage(change(toldOf(hostile)), 'Tern Watch');
	assert.doesNotMatch(body.text, /<|>|&(?!(?:amp|lt|gt);)/);
	const [rich] = body.blocks;
	assert.ok(
		rich.elements.every(({ elements }) => elements.every(({ type }) => type === 'text' || type === 'link')),
	);
});

test('a post mentions, tags and links nobody but the change', () => {
	const { body } = mastodonMessage(change(toldOf('@tern@birds.example #tag https://x.example')), 'unlisted');
	assert.equal(body.visibility, 'unlisted');
	assert.doesNotMatch(body.status, /[@#]\w/);
	assert.deepEqual(body.status.match(/https?:\/\/\S+/g), [address]);
});

test('signs that nobody sees are shown in a mail, and its subject is one line', () => {
	const entries = archive().entries.slice(0, 1);
	const mail = alertSchema.parse({
		to: 'email',
		secret: 'SMTP',
		from: 'a@x.example',
		recipients: ['b@x.example'],
	});
	const [message] = messagesOf(mail, entries, 0, archive());
	assert.ok(message);
	const { body } = compose(mail, message.content, archive(), now) as {
		readonly body: { readonly subject: string };
	};
	assert.doesNotMatch(body.subject, /[\r\n\u2066]/);
});

function archive(): Archive {
	const text = (end: string) =>
		`# Terms\n\nYou pay us a fee for each order that you place with us.\n\nWe may end your account ${end}.\n`;
	return sampleArchive({
		Acme: {
			Terms: [text('after thirty days'), text('at once, without \u2066telling you anything about it')],
		},
		Blue: {
			Terms: [text('after thirty days'), text('at once, without \u2066telling you anything about it')],
		},
	});
}

const alerts: readonly unknown[] = [
	{ to: 'slack', secret: 'A' },
	{ to: 'discord', secret: 'A' },
	{ to: 'ntfy', address: 'https://ntfy.example/tern' },
	{ to: 'mastodon', server: 'https://birds.example', secret: 'A' },
	{ to: 'bluesky', account: 'tern.example', secret: 'A' },
	{ to: 'email', secret: 'A', from: 'a@x.example', recipients: ['b@x.example'], every: 'change' },
	{ to: 'webhook', address: 'https://hooks.example.org/', secret: 'A' },
];

test('each message says what happened, where, and that a program found it or where to read it', () => {
	for (const written of alerts) {
		const alert: Alert = alertSchema.parse(written);
		const told = archive();
		const [message] = messagesOf(
			alert,
			told.entries.filter(({ change }) => change.rank === 'prominent').slice(-1),
			0,
			told,
		);
		assert.ok(message);
		const { reads } = compose(alert, message.content, told, now);
		assert.match(reads, /Acme/, alert.to);
		assert.match(reads, /Terms/, alert.to);
		assert.match(reads, /at once|ends|telling/, alert.to);
	}
});

test('a webhook gets a change in the form that is described, with the id by which it is known', () => {
	const alert = alertSchema.parse({ to: 'webhook', address: 'https://hooks.example.org/', secret: 'A' });
	const told = archive();
	const [message] = messagesOf(alert, told.entries.slice(0, 1), 0, told);
	assert.ok(message);
	const { data } = alertBody.parse(compose(alert, message.content, told, now).body);
	assert.deepEqual([data.id], message.changes);
	assert.match(data.address, /^https:\/\/example\.org\/clausetrail\//);
});

test('the topic of ntfy is the last part of its address', () => {
	assert.deepEqual(ntfyPlace('https://ntfy.example/tern'), {
		server: 'https://ntfy.example/',
		topic: 'tern',
	});
	assert.deepEqual(ntfyPlace('https://x.example/ntfy/tern%20watch/'), {
		server: 'https://x.example/ntfy/',
		topic: 'tern watch',
	});
});

test('a sentence that was cut is spelled out where a message shows no words beside it', () => {
	const text = (end: string) => `# Terms\n\nYou pay us a fee for each order that you place with us.${end}\n`;
	const long =
		'If you are between the least age and the age of majority where you live, you must show us a permit of a court before you order.';
	const told = sampleArchive({ Acme: { Terms: [text(''), text(`\n\n${long}`)] } });
	const read = alerts.map((written) => {
		const alert = alertSchema.parse(written);
		const [message] = messagesOf(alert, told.entries.slice(0, 1), 0, told);
		assert.ok(message);
		return compose(alert, message.content, told, now).reads;
	});
	for (const reads of read.slice(0, 6)) assert.match(reads, /you must show us a permit of a court/);
});

test('what was reworded stands as it is and as it was, and nothing that a headline tells is left out', () => {
	const text = (who: string, end: string) =>
		`# Terms\n\nWe ${who} who reported you, which we do in writing and within the time that the law sets for it.\n\nYou pay us a fee for each order.${end}\n`;
	const told = sampleArchive({
		Acme: {
			Terms: [
				text('do not tell anyone', ''),
				text('may tell a person', '\n\nThe terms apply fifteen days after they are posted here.'),
			],
		},
	});
	const [ntfy] = [alertSchema.parse(alerts[2])];
	const [message] = messagesOf(ntfy, told.entries.slice(0, 1), 0, told);
	assert.ok(message);
	const { reads } = compose(ntfy, message.content, told, now);
	assert.match(reads, /do not tell anyone who reported you/);
	assert.match(reads, /may tell a person who reported you/);
	assert.match(reads, /fifteen days|1 more change/);
});
