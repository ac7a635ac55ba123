/** Every channel against a server that speaks as the real one does, on this machine: what arrives, once, and what is said of trouble. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { Webhook } from 'standardwebhooks';
import { readAlertLedger } from '../archive/alert-ledger-file.ts';
import { alertBody } from '../model/alert-body.ts';
import { alertsSchema } from '../model/alerts.ts';
import type { Archive } from '../model/archive.ts';
import { sampleArchive } from '../samples/sample-archive.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { type AlertRun, runAlerts } from './run-alerts.ts';
import { secretsOf } from './secrets.ts';

interface Got {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** What the next requests are answered with; 200 and `{}` where nothing stands there. `null`: no answer at all. */
type Reply = {
	readonly status: number;
	readonly body?: string;
	readonly headers?: Record<string, string>;
} | null;

let server: Server;
let smtp: SMTPServer;
let base: string;
let mailServer: string;
let got: Got[] = [];
let replies: Reply[] = [];
let mails: { readonly from: string; readonly to: readonly string[]; readonly text: string }[] = [];
let file: string;

before(async () => {
	server = createServer(receive);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	smtp = new SMTPServer({
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _, done) =>
			password === 'open sesame'
				? done(null, { user: username })
				: done(new Error('no such user or password')),
		onRcptTo: ({ address }, _, done) =>
			done(address.startsWith('gone@') ? new Error('no such user here') : null),
		onData(stream, { envelope }, done) {
			const parts: Buffer[] = [];
			stream.on('data', (part) => parts.push(part));
			stream.on('end', () => {
				const from = envelope.mailFrom === false ? '' : (envelope.mailFrom?.address ?? '');
				mails.push({
					from,
					to: envelope.rcptTo.map(({ address }) => address),
					text: Buffer.concat(parts).toString(),
				});
				done();
			});
		},
	});
	await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
	mailServer = `127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});

after(async () => {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

beforeEach(() => {
	process.env.SITE = 'https://example.org/clausetrail/';
	[got, replies, mails] = [[], [], []];
	file = path.join(temporaryFolder(), 'alerts.json');
});

function receive(request: IncomingMessage, response: ServerResponse): void {
	let body = '';
	request.on('data', (part) => (body += part));
	request.on('end', () => {
		got.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
		const reply = replies.length === 0 ? { status: 200 } : (replies.shift() as Reply);
		if (reply === null) return void request.socket.destroy();
		response.writeHead(reply.status, reply.headers ?? {}).end(reply.body ?? '{}');
	});
}

const opening =
	'# Terms\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const texts = [
	`${opening}We may end your account after we have told you by letter and waited thirty days for an answer.\n`,
	`${opening}We may end your account at once and without telling you, if we believe that you broke these terms.\n`,
	`${opening}We may end your account at once. You agree that we may sell what you write to anybody who asks for it.\n`,
];

/** The same about other things: changes that are alike at two platforms are told once. */
const other = texts.map((text) =>
	text.replace('account', 'boat').replace('sell what you write', 'rent what you draw'),
);

/** @param versions so many of each of its agreements */
function archive(versions: number, alerts: readonly unknown[], platforms: 1 | 2 = 1): Archive {
	const blue = platforms === 1 ? {} : { Blue: { Terms: other.slice(0, versions) } };
	const made = sampleArchive({ Acme: { Terms: texts.slice(0, versions) }, ...blue });
	return {
		...made,
		collection: { ...made.collection, name: 'Tern Watch', alerts: alertsSchema.parse(alerts) },
	};
}

const patience = { timeout: 5000, rests: [1, 1], longestRest: 2000 };

function run(
	archive: Archive,
	environment: Record<string, string>,
	stage: 'note' | 'send' | 'show' | null = null,
	newest: number | null = null,
	now = '2024-06-01T04:30:00.000Z',
): Promise<AlertRun> {
	return runAlerts(archive, file, stage, newest, { secrets: secretsOf(environment), patience, now });
}

/** A first run, which tells nothing, and one after a change. */
async function tellOne(alerts: readonly unknown[], environment: Record<string, string>): Promise<AlertRun> {
	await run(archive(2, alerts), environment);
	assert.equal(got.length + mails.length, 0);
	return run(archive(3, alerts), environment);
}

test('Slack and Discord are posted to at the address that the secret is', async () => {
	for (const to of ['slack', 'discord']) {
		const alerts = [{ to, secret: 'HOOK' }];
		const { sent } = await tellOne(alerts, { HOOK: `${base}/services/secret` });
		assert.deepEqual(sent, [
			{ channel: `${to} HOOK`, messages: 1, changes: 1, waiting: 0, warnings: [], failure: null },
		]);
		assert.equal(got.length, 1);
		assert.equal(got[0]?.url, '/services/secret');
		assert.match(got[0]?.body ?? '', /sell what you write/);
		await run(archive(3, alerts), { HOOK: `${base}/services/secret` });
		assert.equal(got.length, 1, 'each change is sent once');
		[got, file] = [[], path.join(temporaryFolder(), 'alerts.json')];
	}
});

test('a webhook is signed so that the library of Standard Webhooks takes it, and nothing else', async () => {
	const key = `whsec_${Buffer.from('twenty-four bytes of key').toString('base64')}`;
	await tellOne([{ to: 'webhook', address: `${base}/hook`, secret: 'KEY' }], { KEY: key });
	const [{ body, headers } = { body: '', headers: {} as Got['headers'] }] = got;
	const given = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
	const { data } = alertBody.parse(new Webhook(key).verify(body, given));
	assert.equal(data.id, headers['webhook-id']);
	assert.equal(data.agreement, 'Terms');
	assert.throws(() => new Webhook(key).verify(body.replace('Acme', 'Acne'), given));
});

test('ntfy is told at the root of its server, with a token where there is one', async () => {
	await tellOne([{ to: 'ntfy', address: `${base}/tern`, secret: 'TOKEN' }], { TOKEN: 'tk_secret' });
	const [{ url, body, headers } = { url: '', body: '', headers: {} as Got['headers'] }] = got;
	assert.equal(url, '/');
	assert.equal(headers.authorization, 'Bearer tk_secret');
	const said = JSON.parse(body);
	assert.equal(said.topic, 'tern');
	assert.equal(said.click, 'https://example.org/clausetrail/acme/terms/2024-03-01/');
});

test('Mastodon gets a status with a key by which it knows one that it has', async () => {
	await tellOne([{ to: 'mastodon', server: base, secret: 'TOKEN' }], { TOKEN: 'secret' });
	const [{ url, body, headers } = { url: '', body: '', headers: {} as Got['headers'] }] = got;
	assert.equal(url, '/api/v1/statuses');
	assert.equal(headers.authorization, 'Bearer secret');
	assert.match(String(headers['idempotency-key']), /^[0-9a-f]{32}$/);
	assert.match(
		JSON.parse(body).status,
		/sell what you write[\s\S]*1 March 2024, found by a program\nhttps:\/\/example\.org/,
	);
});

describe('Bluesky', () => {
	const alerts = [{ to: 'bluesky', account: 'tern.example', secret: 'PASSWORD', server: '' }];
	const session: Reply = { status: 200, body: '{"accessJwt":"jwt","did":"did:plc:tern"}' };
	const here = () => [{ ...alerts[0], server: base }];

	test('is signed in to once, and gets a post whose link is where its facet says', async () => {
		await run(archive(2, here(), 2), { PASSWORD: 'secret' });
		replies = [session];
		await run(archive(3, here(), 2), { PASSWORD: 'secret' });
		assert.deepEqual(
			got.map(({ url }) => url),
			[
				'/xrpc/com.atproto.server.createSession',
				'/xrpc/com.atproto.repo.createRecord',
				'/xrpc/com.atproto.repo.createRecord',
			],
		);
		const posts = got.slice(1).map(({ body }) => JSON.parse(body));
		assert.equal(got[1]?.headers.authorization, 'Bearer jwt');
		for (const { repo, rkey, record } of posts) {
			assert.equal(repo, 'did:plc:tern');
			assert.match(rkey, /^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
			const { byteStart, byteEnd } = record.facets[0].index;
			assert.equal(Buffer.from(record.text).subarray(byteStart, byteEnd).toString(), 'Read the change');
		}
		assert.notEqual(posts[0].rkey, posts[1].rkey);
	});

	test('is asked whether it has a post that may have arrived, and then is not sent it again', async () => {
		await run(archive(2, here()), { PASSWORD: 'secret' });
		replies = [session, null];
		const { sent } = await run(archive(3, here()), { PASSWORD: 'secret' });
		assert.match(sent[0]?.failure?.remedy ?? '', /once more, and no third time/);
		const { rkey } = JSON.parse(got[1]?.body ?? '{}');
		[got, replies] = [[], [session, { status: 200 }]];
		const again = await run(archive(3, here()), { PASSWORD: 'secret' });
		assert.equal(again.sent[0]?.messages, 1);
		assert.deepEqual(
			got.map(({ method, url }) => `${method} ${url.split('?')[0]}`),
			['POST /xrpc/com.atproto.server.createSession', 'GET /xrpc/com.atproto.repo.getRecord'],
		);
		assert.match(got[1]?.url ?? '', new RegExp(`rkey=${rkey}`));
	});
});

describe('mail', () => {
	const alert = { to: 'email', secret: 'SMTP', from: 'Tern Watch <watch@tern.example>', every: 'change' };
	const environment = (password = 'open%20sesame') => ({
		SMTP: `smtp://tern:${password}@${mailServer}`,
		PEOPLE: 'a@people.example, b@people.example',
	});

	test('goes to people who do not see each other, in text and HTML, with a name that stays', async () => {
		await tellOne([{ ...alert, recipients: 'PEOPLE' }], environment());
		const [{ from, to, text } = { from: '', to: [], text: '' }] = mails;
		assert.equal(from, 'watch@tern.example');
		assert.deepEqual(to, ['a@people.example', 'b@people.example']);
		assert.doesNotMatch(text, /people\.example/);
		assert.match(text, /^Message-ID: <[0-9a-f]{32}@example\.org>/m);
		assert.match(text, /^Auto-Submitted: auto-generated/m);
		assert.match(text, /^Content-Type: text\/plain/m);
		assert.match(text, /^Content-Type: text\/html/m);
	});

	test('by day holds all that waited, once the day is over', async () => {
		const alerts = [{ ...alert, every: 'day', recipients: ['a@people.example'] }];
		const days = ['2024-06-01', '2024-06-01', '2024-06-02', '2024-06-03'];
		for (const [at, day] of days.entries())
			await run(archive(at === 0 ? 2 : 3, alerts, 2), environment(), null, null, `${day}T04:30:00.000Z`);
		assert.equal(mails.length, 1);
		// A long subject goes in several encoded words (RFC 2047), which may part within a word of ours.
		const whole = (mails[0]?.text ?? '').replaceAll('?=\r\n =?UTF-8?Q?', '');
		assert.match(whole, /^Subject: .*more_change/m);
		assert.match(mails[0]?.text ?? '', /^To: a@people\.example/m);
	});

	test('tells of a recipient that the server refuses, and of a password that it does not know', async () => {
		const some = await tellOne(
			[{ ...alert, recipients: ['a@people.example', 'gone@people.example'] }],
			environment(),
		);
		assert.deepEqual(some.sent[0]?.warnings, ['the server refused 1 of the recipients']);
		assert.equal(some.sent[0]?.messages, 1);
		file = path.join(temporaryFolder(), 'alerts.json');
		mails = [];
		const none = await tellOne(
			[{ ...alert, recipients: ['a@people.example'] }],
			environment('wrong-password'),
		);
		assert.match(none.sent[0]?.failure?.remedy ?? '', /user and password/);
		assert.doesNotMatch(JSON.stringify(none), /wrong-password/);
	});
});

describe('trouble', () => {
	const alerts = [{ to: 'slack', secret: 'HOOK' }];
	const environment = () => ({ HOOK: `${base}/services/T0AAAAAA/secretpart` });

	test('of one channel is not that of the others, and what it did not take waits for it', async () => {
		const both = [
			{ to: 'slack', secret: 'MISSING' },
			{ to: 'discord', secret: 'HOOK' },
		];
		const { sent } = await tellOne(both, environment());
		assert.match(sent[0]?.failure?.reason ?? '', /the secret MISSING is missing/);
		assert.deepEqual([sent[0]?.messages, sent[0]?.waiting], [0, 1]);
		assert.deepEqual([sent[1]?.messages, sent[1]?.failure], [1, null]);
		const mended = await run(archive(3, both), { ...environment(), MISSING: `${base}/mended` });
		assert.deepEqual(
			mended.sent.map(({ messages }) => messages),
			[1, 0],
		);
		assert.equal((await readAlertLedger(file))?.channels['slack MISSING']?.failing, undefined);
	});

	test('that passes is waited for as long as the server asks', async () => {
		await run(archive(2, alerts), environment());
		replies = [{ status: 429, headers: { 'retry-after': '1' } }, { status: 503 }, { status: 200 }];
		const started = performance.now();
		const { sent } = await run(archive(3, alerts), environment());
		assert.equal(sent[0]?.messages, 1);
		assert.equal(got.length, 3);
		assert.ok(performance.now() - started >= 1000);
	});

	test('for longer than a run has is left to the next one', async () => {
		await run(archive(2, alerts), environment());
		replies = [{ status: 429, headers: { 'retry-after': '3600' } }];
		const { sent } = await run(archive(3, alerts), environment());
		assert.equal(got.length, 1);
		assert.match(sent[0]?.failure?.reason ?? '', /answered 429/);
	});

	test('that stays is told without the secret, and with what to do', async () => {
		await run(archive(2, alerts), environment());
		replies = [{ status: 404, body: 'no_service /services/T0AAAAAA/secretpart' }];
		const { sent } = await run(archive(3, alerts), environment());
		assert.equal(sent[0]?.failure?.reason, 'it answered 404: no_service (HOOK)');
		assert.match(sent[0]?.failure?.remedy ?? '', /the secret HOOK/);
		assert.equal(got.length, 1);
		const kept = JSON.stringify(await readAlertLedger(file));
		assert.doesNotMatch(kept, /secretpart/);
	});

	test('of a server that leads elsewhere never takes the key along', async () => {
		await run(archive(2, alerts), environment());
		replies = [{ status: 307, headers: { location: `${base}/elsewhere` } }];
		const { sent } = await run(archive(3, alerts), environment());
		assert.equal(got.length, 1);
		assert.notEqual(sent[0]?.failure, null);
	});

	test('with one message does not keep the next from going out', async () => {
		await run(archive(2, alerts, 2), environment());
		replies = [{ status: 400, body: 'invalid_blocks' }];
		const { sent } = await run(archive(3, alerts, 2), environment());
		assert.deepEqual([sent[0]?.messages, sent[0]?.waiting], [1, 1]);
		assert.match(sent[0]?.failure?.reason ?? '', /invalid_blocks/);
	});

	test('between sending and writing down sends once more, says so, and no third time', async () => {
		await run(archive(2, alerts), environment());
		for (const expected of [1, 1, 0]) {
			const { noted } = await run(archive(3, alerts), environment(), 'note');
			assert.equal(noted?.ledger.channels['slack HOOK']?.waiting.length, expected);
			// Killed here: what it sent, if it did, is written down nowhere.
		}
		const { sent } = await run(archive(3, alerts), environment());
		assert.equal(sent[0]?.messages, 0);
	});
});

test('what would be sent is shown with the channel, and nothing is sent, written, or told of a secret', async () => {
	const alerts = [
		{ to: 'slack', secret: 'HOOK' },
		{ to: 'discord', secret: 'MISSING' },
	];
	const { shown } = await run(archive(3, alerts), { HOOK: `${base}/services/secretpart` }, 'show', 1);
	assert.equal(got.length, 0);
	assert.equal(await readAlertLedger(file), null);
	assert.match(shown[0]?.messages[0] ?? '', /sell what you write/);
	assert.equal(shown[0]?.complaint, null);
	assert.match(shown[1]?.complaint ?? '', /MISSING is missing/);
	assert.doesNotMatch(JSON.stringify(shown), /secretpart/);
	const first = await run(archive(3, alerts), {}, 'show');
	assert.deepEqual(
		first.shown.map(({ messages, isBeginning }) => [messages.length, isBeginning]),
		[
			[0, true],
			[0, true],
		],
	);
});

test('the newest change can be sent to try a channel, and is noted nowhere', async () => {
	const { sent } = await run(archive(3, [{ to: 'slack', secret: 'HOOK' }]), { HOOK: `${base}/x` }, null, 1);
	assert.equal(sent[0]?.messages, 1);
	assert.equal(got.length, 1);
	assert.equal(await readAlertLedger(file), null);
});
