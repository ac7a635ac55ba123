/** What a maintainer may write under `alerts`, and what is refused with a sentence that says why. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelOf } from './alerts.ts';
import { collectionSchema } from './collection.ts';
import { Fault } from './fault.ts';
import { validate } from './validation.ts';

function parsed(alerts: unknown) {
	return validate(collectionSchema, { alerts }, 'collection.yml', 'Mend it.').alerts;
}

function complaintOf(alerts: unknown): string {
	try {
		parsed(alerts);
	} catch (error) {
		assert.ok(error instanceof Fault);
		return error.what;
	}
	return 'nothing is wrong';
}

test('an alert is about all prominent changes unless it says otherwise, one thing or any of several', () => {
	const secret = 'SLACK_WEBHOOK';
	const abouts = [
		undefined,
		{ platform: 'Tern' },
		[{ topic: 'ai-training', stance: 'any' }, { rank: 'low' }],
	].map((about) => parsed([{ to: 'slack', secret, ...(about === undefined ? {} : { about }) }])[0]?.about);
	assert.deepEqual(abouts, [
		[{ rank: 'prominent' }],
		[{ platform: 'Tern', rank: 'prominent' }],
		[{ topic: 'ai-training', stance: 'any', rank: 'prominent' }, { rank: 'low' }],
	]);
});

test('a channel keeps its name while what it is about is edited', () => {
	const channel = { to: 'bluesky', account: 'tern.example', secret: 'BLUESKY_PASSWORD' };
	const [one] = parsed([channel]);
	const [other] = parsed([{ ...channel, about: { platform: 'Tern' } }]);
	assert.ok(one && other);
	assert.equal(channelOf(one), 'bluesky tern.example');
	assert.equal(channelOf(other), channelOf(one));
});

const mail = { to: 'email', secret: 'SMTP', from: 'Tern <a@tern.example>', recipients: ['b@tern.example'] };

for (const [what, alert, complaint] of [
	[
		'the value of a secret in place of its name',
		{ to: 'slack', secret: 'https://hooks.slack.com/services/T/B/x' },
		/secret: the name of a secret in capitals is expected, .* never its value/,
	],
	['an unknown channel', { to: 'pager', secret: 'A' }, /to: one of webhook, slack, .* is expected/],
	[
		'a slip in a field',
		{ to: 'slack', secret: 'A', abuot: {} },
		/nobody knows a field "abuot" here; did you mean about\?/,
	],
	[
		'a slip in what it is about',
		{ to: 'slack', secret: 'A', about: { platfrom: 'Tern' } },
		/did you mean platform\?/,
	],
	[
		'a key sent in the clear',
		{ to: 'webhook', address: 'http://hooks.tern.example/', secret: 'A' },
		/address: an address that begins with https:\/\/ is expected/,
	],
	['a side without a topic', { to: 'slack', secret: 'A', about: { stance: 'trains' } }, /name the topic/],
	['a rank that there is not', { to: 'slack', secret: 'A', about: { rank: 'all' } }, /rank/],
	['no recipients', { ...mail, recipients: [] }, /recipients/],
	[
		'a recipient that hides a line',
		{ ...mail, recipients: ['b@tern.example\r\nBcc: c@x.example'] },
		/recipients/,
	],
] as const)
	test(`${what} is refused`, () => assert.match(complaintOf([alert]), complaint));

test('two alerts to one channel are refused: a reader would be told of some changes twice', () => {
	const alert = { to: 'slack', secret: 'A' };
	const others = [{ ...alert, secret: 'B' }, mail];
	assert.match(
		complaintOf([alert, ...others, { ...alert, about: { platform: 'Tern' } }]),
		/alerts › 3: an alert above/,
	);
	assert.equal(parsed([alert, ...others]).length, 3);
});

test('a server on this machine may be spoken to without https', () => {
	const [alert] = parsed([{ to: 'ntfy', address: 'http://127.0.0.1:8080/tern' }]);
	assert.equal(alert?.to, 'ntfy');
});
