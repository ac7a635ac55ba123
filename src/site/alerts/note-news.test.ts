/** What a channel is told, run after run: what is new, once, and no old archive. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { AlertLedger } from '../../model/alert-ledger.ts';
import { type Alert, alertSchema, channelOf } from '../../model/alerts.ts';
import type { Archive } from '../../model/archive.ts';
import { sampleArchive } from '../../samples/sample-archive.ts';
import { sampleTopics, sidedTopic } from '../../samples/sample-topics.ts';
import { noteNews } from './note-news.ts';
import { messagesOf, outgoing } from './outgoing.ts';
import { closed, type Outcome, settled } from './settle.ts';

beforeEach(() => {
	process.env.SITE = 'https://example.org/clausetrail/';
});

const opening =
	'# Terms\n\nYou pay us a fee for each order that you place with us, before the order is sent.\n\n';
const texts = [
	`${opening}We may end your account after we have told you by letter and waited thirty days for an answer.\n`,
	`${opening}We may end your account at once and without telling you, if we believe that you broke these terms.\n`,
	`${opening}We may end your account at once. You agree that we may sell what you write to anybody who asks for it.\n`,
	`${opening}We train models on what you write. We may end your account at once, for any reason or for none at all.\n`,
] as const;
/** The same about other things: changes that are alike at two platforms are told once. */
const other = texts.map((text) =>
	text.replace('account', 'boat').replace('sell what', 'rent what').replace('train models on', 'print'),
);
const topics = [...sampleTopics, sidedTopic];

/** So many versions of Acme's terms, one on the first of each month, and of Blue's as many. */
function archive(acme: number, blue = 0): Archive {
	return sampleArchive(
		{
			Acme: { Terms: texts.slice(0, acme) },
			...(blue === 0 ? {} : { Blue: { Privacy: other.slice(0, blue) } }),
		},
		topics,
	);
}

const slack = alertSchema.parse({ to: 'slack', secret: 'HOOK' });
const sent: Outcome = { kind: 'sent' };
const dead: Outcome = {
	kind: 'refused',
	because: 'channel',
	reason: 'it answered 404',
	remedy: 'See to it.',
};
const silent: Outcome = { kind: 'unknown', reason: 'no answer', remedy: 'Wait.' };

interface Run {
	readonly ledger: AlertLedger;
	/** Changes that were told, by day. */
	readonly told: readonly string[];
	readonly unsure: number;
}

/** A whole run for one alert: what is noted, handed over with that outcome, and written down. */
function run(
	before: AlertLedger | null,
	archive: Archive,
	{
		alert = slack,
		outcome = sent,
		now = '2024-06-01T00:00:00Z',
	}: { alert?: Alert; outcome?: Outcome | null; now?: string } = {},
): Run {
	const noted = noteNews(before, [alert], archive, now);
	const channel = channelOf(alert);
	let own = noted.ledger.channels[channel];
	assert.ok(own);
	const messages = outgoing(alert, own, archive, now);
	// A run that is killed while it sends writes nothing more.
	if (outcome !== null) {
		for (const message of messages) own = settled(alert, own, message, outcome, now);
		own = closed(own, outcome.kind === 'sent' ? null : outcome, now);
	}
	const days = messages.flatMap(({ content }) =>
		content.kind === 'change' ? [content.told] : content.together.told,
	);
	return {
		ledger: { ...noted.ledger, channels: { [channel]: own } },
		told: days.map(({ whose, day }) => `${whose}, ${day}`),
		unsure: noted.unsure.get(channel) ?? 0,
	};
}

test('the first run tells nothing of an old archive, the next what is new, and none the same again', () => {
	const first = run(null, archive(2));
	assert.deepEqual(first.told, []);
	const second = run(first.ledger, archive(3));
	assert.deepEqual(second.told, ['Acme Terms, 1 March 2024']);
	assert.deepEqual(run(second.ledger, archive(3)).told, []);
	assert.deepEqual(run(second.ledger, archive(4)).told, ['Acme Terms, 1 April 2024']);
});

test('an alert that is declared later begins with what is recorded after it, and so does one whose about is widened', () => {
	const narrow = alertSchema.parse({ to: 'slack', secret: 'HOOK', about: { platform: 'Nobody' } });
	const first = run(null, archive(2), { alert: narrow });
	const second = run(first.ledger, archive(3), { alert: narrow });
	assert.deepEqual(second.told, []);
	assert.deepEqual(run(second.ledger, archive(3)).told, []);
	const other = alertSchema.parse({ to: 'discord', secret: 'OTHER' });
	assert.deepEqual(run(first.ledger, archive(3), { alert: other }).told, []);
});

for (const [about, told] of [
	[{ platform: 'Acme' }, ['Acme Terms, 1 April 2024']],
	[{ platform: 'Blue', agreement: 'Terms' }, []],
	[{ agreement: 'Privacy' }, ['Blue Privacy, 1 April 2024']],
	[{ topic: 'training' }, ['Acme Terms, 1 April 2024']],
	[{ topic: 'training', stance: 'trains' }, ['Acme Terms, 1 April 2024']],
	[{ topic: 'training', stance: 'any' }, ['Acme Terms, 1 April 2024']],
	[{ topic: 'training', stance: 'does-not' }, []],
	[{ topic: 'arbitration' }, []],
	[[{ topic: 'arbitration' }, { agreement: 'Privacy' }], ['Blue Privacy, 1 April 2024']],
] as const)
	test(`an alert about ${JSON.stringify(about)} is told of that alone`, () => {
		const alert = alertSchema.parse({ to: 'slack', secret: 'HOOK', about });
		const { ledger } = run(null, archive(3, 3), { alert });
		assert.deepEqual(run(ledger, archive(4, 4), { alert }).told.toSorted(), told);
	});

test('lesser changes and first records are told where they are asked for', () => {
	const alert = alertSchema.parse({ to: 'slack', secret: 'HOOK', about: { rank: 'low' } });
	const { ledger } = run(null, archive(1), { alert });
	assert.deepEqual(run(ledger, archive(1, 1), { alert }).told, ['Blue Privacy, 1 January 2024']);
	assert.deepEqual(run(ledger, archive(1, 1)).told, []);
});

test('a channel that refuses keeps what waits, and gets it once when it takes messages again', () => {
	const { ledger } = run(null, archive(2));
	const refused = run(run(ledger, archive(3), { outcome: dead }).ledger, archive(3), { outcome: dead });
	assert.deepEqual(refused.ledger.channels['slack HOOK']?.failing?.runs, 2);
	const taken = run(refused.ledger, archive(3));
	assert.deepEqual(taken.told, ['Acme Terms, 1 March 2024']);
	assert.equal(taken.ledger.channels['slack HOOK']?.failing, undefined);
	assert.deepEqual(run(taken.ledger, archive(3)).told, []);
});

for (const [what, outcome] of [
	['a run that was killed', null],
	['a message without an answer', silent],
] as const)
	test(`after ${what} the change is sent once more, and no third time`, () => {
		const { ledger } = run(null, archive(2));
		const once = run(ledger, archive(3), { outcome });
		const twice = run(once.ledger, archive(3), { outcome });
		assert.deepEqual([once.told.length, twice.told.length], [1, 1]);
		const third = run(twice.ledger, archive(3));
		assert.deepEqual([third.told, third.unsure], [[], 1]);
	});

test('what was refused may be handed over as often as it takes: it never arrived', () => {
	let { ledger } = run(null, archive(2));
	for (let at = 0; at < 5; at++) ({ ledger } = run(ledger, archive(3), { outcome: dead }));
	assert.equal(run(ledger, archive(3)).told.length, 1);
});

for (const [every, days, told] of [
	['day', ['2024-06-01', '2024-06-01', '2024-06-02', '2024-06-02'], [0, 0, 2, 0]],
	['week', ['2024-06-05', '2024-06-09', '2024-06-09', '2024-06-10'], [0, 0, 0, 2]],
] as const)
	test(`a digest by ${every} comes in the first run of the next one, with all that waited`, () => {
		const alert = alertSchema.parse({
			to: 'email',
			secret: 'SMTP',
			from: 'a@x.example',
			recipients: ['b@x.example'],
			every,
		});
		const states = [archive(1, 1), archive(2, 2), archive(2, 2), archive(2, 2)];
		let ledger: AlertLedger | null = null;
		const counts = days.map((day, at) => {
			const result = run(ledger, states[at] as Archive, { alert, now: `${day}T04:30:00Z` });
			ledger = result.ledger;
			return result.told.length;
		});
		assert.deepEqual(counts, told);
	});

test('what proves to be no change in the terms while it waits is not told', () => {
	const { ledger } = run(null, archive(2));
	const waiting = run(ledger, archive(3), { outcome: dead });
	const later = archive(3);
	const folded = later.entries.map((entry, at) =>
		at === 0 ? { ...entry, change: { ...entry.change, rank: 'folded' as const } } : entry,
	);
	assert.deepEqual(run(waiting.ledger, { ...later, entries: folded }).told, []);
});

test('what was met stays known where the newest record is taken back, and a clock that ran ahead makes nothing old', () => {
	const { ledger } = run(run(null, archive(2)).ledger, archive(3));
	assert.deepEqual(run(run(ledger, archive(2)).ledger, archive(3)).told, []);
	const ahead = { ...archive(4), latest: '2036-01-01T00:00:00.000Z' };
	assert.deepEqual(run(ledger, ahead, { now: '2024-04-02T00:00:00Z' }).told, ['Acme Terms, 1 April 2024']);
});

test('more changes than anybody wants to be called for are ten messages, of which the last counts the rest; a program gets each', () => {
	const entries = archive(4, 4).entries.filter(({ change }) => change.rank === 'prominent');
	const many = Array.from({ length: 6 }, () => entries.map((entry) => ({ ...entry }))).flat();
	const messages = messagesOf(slack, many, 3, archive(4, 4));
	assert.equal(messages.length, 10);
	const last = messages.at(-1)?.content;
	assert.ok(last?.kind === 'together' && last.together.part === 'rest');
	assert.equal(last.together.told.length + last.together.more, many.length - 9 + 3);
	const webhook = alertSchema.parse({ to: 'webhook', address: 'https://hooks.example.org/', secret: 'KEY' });
	assert.equal(messagesOf(webhook, many, 0, archive(4, 4)).length, many.length);
});
