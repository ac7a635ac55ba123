/** Every tool, asked as an assistant asks it, over the API of a real archive on a real server. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, mock, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { type ApiSite, apiOf, serveApi } from '../samples/api-site.ts';
import { sampleArchive } from '../samples/sample-archive.ts';
import { sidedTopic } from '../samples/sample-topics.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { type Bounds, siteFiles, usualBounds } from './read-site.ts';
import { mcpServer } from './server.ts';
import { siteAnswers } from './site-answers.ts';

const keep = 'You keep all rights in the content that you put here.';
const pay = 'You pay within thirty days of our invoice to you.';
const ten = pay.replace('thirty', 'ten');
const trains = 'We may train our models on everything that you write.';
const denies = 'We never train our models on anything that you write.';
const long = `You agree to the rules of the house${', each of which is written down in the list that hangs beside the door'.repeat(90)}.`;
const many = Array.from(
	{ length: 240 },
	(_, at) => `${at + 1}. Rule ${at} of the house says that door ${at} stays shut.`,
);

let site: ApiSite;

before(async () => {
	process.env.SITE = 'https://example.org/archive/';
	const archive = sampleArchive(
		{
			Tern: {
				'Terms of Service': [
					keep,
					`${keep}\n\n${pay}`,
					`${keep}\n\n${ten}\n\n${trains}`,
					`${keep}\n\n${trains}`,
				],
				'Privacy Policy': [denies],
			},
			Gannet: { Terms: [denies], House: [[...many, long].join('\n\n')], Scroll: [null] },
		},
		[sidedTopic],
	);
	site = await serveApi(apiOf(archive));
});

after(() => site.close());

interface Told {
	// biome-ignore lint/suspicious/noExplicitAny: the client has proved it by the schema of the tool
	readonly answer: any;
	readonly text: string;
	readonly isError: boolean;
}

async function connected(place: string, bounds: Bounds = usualBounds): Promise<Client> {
	const [near, far] = InMemoryTransport.createLinkedPair();
	await mcpServer(siteAnswers(siteFiles(place, bounds))).connect(far);
	const client = new Client({ name: 'test', version: '1' });
	await client.connect(near);
	// From now on the client holds every answer against the schema of its tool.
	await client.listTools();
	return client;
}

async function asking(client: Client, name: string, given: object): Promise<Told> {
	const result = await client.callTool({ name, arguments: { ...given } });
	const [{ text }] = result.content as [{ text: string }];
	return { answer: result.structuredContent, text, isError: result.isError === true };
}

async function ask(name: string, given: object = {}, place = site.address, bounds?: Bounds): Promise<Told> {
	const client = await connected(place, bounds);
	const told = await asking(client, name, given);
	await client.close();
	if (!told.isError) assert.deepEqual(JSON.parse(told.text), told.answer, 'the text says the same');
	return told;
}

async function faultOf(...asked: Parameters<typeof ask>): Promise<string> {
	const { isError, text, answer } = await ask(...asked);
	assert.ok(isError, text);
	assert.equal(answer, undefined);
	return text;
}

const terms = { platform: 'Tern', agreement: 'Terms of Service' };
const commit = (version: number): string => version.toString(16).padStart(40, '0');

test('every tool says what it takes and what it answers, and that it only reads', async () => {
	const { tools } = await (await connected(site.address)).listTools();
	assert.deepEqual(tools.map(({ name }) => name).sort(), [
		'agreement_as_of',
		'clause_history',
		'compare_days',
		'find_clauses',
		'list_changes',
		'list_names',
		'stances_on_topic',
	]);
	for (const { description, outputSchema, annotations } of tools) {
		assert.ok(description && outputSchema?.properties);
		assert.equal(annotations?.readOnlyHint, true);
	}
});

test('names are listed, and found by a part of them', async () => {
	const { answer } = await ask('list_names');
	assert.equal(answer.of, 5);
	assert.deepEqual(
		answer.topics.map(({ id }: { id: string }) => id),
		['training'],
	);
	const part = await ask('list_names', { like: 'gann' });
	assert.deepEqual(
		part.answer.agreements.map(({ agreement }: { agreement: { id: string } }) => agreement.id),
		['terms', 'house', 'scroll'],
	);
	assert.match(await faultOf('list_names', { like: 'heron' }), /no name is like "heron"/);
});

test('a clause is found by its words and quoted with commit and address', async () => {
	const { answer } = await ask('find_clauses', { words: 'rights content', platform: 'tern' });
	const [{ clause, ...quote }] = answer.clauses;
	assert.equal(answer.of, 1);
	assert.deepEqual([quote.text, quote.whole, quote.commit], [keep, true, commit(3)]);
	assert.equal(quote.address, `https://example.org/archive/tern/terms-of-service/#${clause}`);
	assert.deepEqual([quote.since, quote.until], ['2024-01-01', null]);
});

test('without a platform all are looked through, and words in quotes stand beside each other', async () => {
	const { answer } = await ask('find_clauses', { words: '"train our models"' });
	assert.deepEqual(
		answer.clauses.map(({ text }: { text: string }) => text).sort(),
		[trains, denies, denies].sort(),
	);
	assert.deepEqual([answer.read, answer.unread], [5, 0]);
	assert.match(await faultOf('find_clauses', { words: '"our models train"' }), /no clause holds all of/);
});

test('where no clause has the words, the topic that is called so is named', async () => {
	const said = await faultOf('find_clauses', { words: 'training giraffes' });
	assert.match(said, /no clause holds all of[\s\S]*stances_on_topic with training/);
});

test('a wording that is in force no more is found with the change that ended it', async () => {
	const { answer } = await ask('find_clauses', { words: 'pay invoice thirty', ...terms, former: true });
	const [quote] = answer.clauses;
	assert.deepEqual([quote.text, quote.commit], [pay, commit(1)]);
	assert.deepEqual([quote.since, quote.until], ['2024-02-01', '2024-03-01']);
	assert.match(quote.address, /\/tern\/terms-of-service\/.*2024-03-01/);
	assert.match(await faultOf('find_clauses', { words: 'pay invoice', ...terms }), /no clause holds/);
});

test('an agreement whose answer does not come costs itself alone', async () => {
	const files = new Map(site.files);
	files.delete('api/v1/agreements/gannet/house/clauses.json');
	const broken = await serveApi(files);
	const { answer } = await ask('find_clauses', { words: 'never train' }, broken.address);
	assert.deepEqual([answer.of, answer.read, answer.failed], [2, 4, 1]);
	const said = await faultOf('find_clauses', { words: 'rule house' }, broken.address);
	assert.match(said, /house\/clauses\.json: the site answered 404/);
	broken.close();
});

test('an agreement is read as of a day', async () => {
	const { answer } = await ask('agreement_as_of', { ...terms, day: '2024-02-20' });
	assert.deepEqual(
		answer.clauses.map(({ text }: { text: string }) => text),
		[keep, pay],
	);
	assert.equal(answer.version.commit, commit(1));
	assert.match(answer.version.address, /^https:\/\/example\.org\/archive\/tern\/.*2024-02-01/);
});

test('a day before the first record is told as that', async () => {
	for (const [name, days] of [
		['agreement_as_of', { day: '2023-12-31' }],
		['compare_days', { from: '2023-12-31', to: '2024-02-01' }],
	] as const)
		assert.match(
			await faultOf(name, { ...terms, ...days }),
			/recorded by 2023-12-31[\s\S]*begins on 2024-01-01/,
		);
});

test('a text that is too long to be followed is told with its commit', async () => {
	const said = await faultOf('agreement_as_of', {
		platform: 'Gannet',
		agreement: 'Scroll',
		day: '2024-02-01',
	});
	assert.match(said, new RegExp(`too long[\\s\\S]*commit ${commit(0)}`));
});

test('what changed between two days is quoted before and after', async () => {
	const { answer } = await ask('compare_days', { ...terms, from: '2024-02-10', to: '2024-03-10' });
	const sides = answer.differences.map((each: Record<'before' | 'after', { text: string } | null>) => [
		each.before?.text ?? null,
		each.after?.text ?? null,
	]);
	assert.deepEqual(sides, [
		[pay, ten],
		[null, trains],
	]);
	assert.deepEqual([answer.before.commit, answer.after.commit], [commit(1), commit(2)]);
	const same = await ask('compare_days', { ...terms, from: '2024-02-10', to: '2024-02-11' });
	assert.deepEqual(same.answer.differences, []);
	assert.match(
		await faultOf('compare_days', { ...terms, from: '2024-02-10', to: '2024-01-10' }),
		/is before/,
	);
});

test('changes of a time are listed, those of other days, platforms and topics left out', async () => {
	const days = { from: '2024-02-01', to: '2024-03-31' };
	const { answer } = await ask('list_changes', days);
	assert.deepEqual(
		answer.changes.map(({ commit }: { commit: string }) => commit),
		[commit(2), commit(1)],
	);
	const one = await ask('list_changes', { ...days, topic: 'training', platform: 'Tern' });
	assert.deepEqual(
		one.answer.changes.map(({ commit }: { commit: string }) => commit),
		[commit(2)],
	);
	assert.match(await faultOf('list_changes', { ...days, platform: 'Gannet' }), /no such change/);
	assert.match(
		await faultOf('list_changes', { from: '2020-01-01', to: '2020-02-01' }),
		/from 2024-01 to 2024-04/,
	);
});

test('who takes which side is told with the clause that shows it', async () => {
	const { answer } = await ask('stances_on_topic', { topic: 'Training' });
	const sides = answer.platforms.map(
		(each: { platform: { name: string }; stance: string; quote: { text: string } }) => [
			each.platform.name,
			each.stance,
			each.quote.text,
		],
	);
	assert.deepEqual(sides, [
		['Gannet', 'does-not', denies],
		['Tern', 'trains', trains],
	]);
	const one = await ask('stances_on_topic', { topic: 'training', stance: 'trains' });
	assert.equal(one.answer.of, 1);
	assert.match(await faultOf('stances_on_topic', { topic: 'training', stance: 'maybe' }), /There are trains/);
	const none = { topic: 'training', stance: 'trains', platform: 'Gannet' };
	assert.match(await faultOf('stances_on_topic', none), /proves no absence/);
});

test('every wording of a clause is told, oldest first', async () => {
	const found = await ask('find_clauses', { words: 'pay thirty', ...terms, former: true });
	const [{ clause }] = found.answer.clauses;
	const { answer } = await ask('clause_history', { ...terms, clause: `#${clause}` });
	assert.deepEqual(
		answer.wordings.map((each: { text: string; commit: string; since: string; until: string }) => [
			each.text,
			each.commit,
			each.since,
			each.until,
		]),
		[
			[pay, commit(1), '2024-02-01', '2024-03-01'],
			[ten, commit(2), '2024-03-01', '2024-04-01'],
		],
	);
	assert.match(await faultOf('clause_history', { ...terms, clause: 'nowhere' }), /there never was a clause/);
});

test('a name that nobody bears is told with those that are near', async () => {
	const day = '2024-02-01';
	const asked = (platform: string, agreement: string) =>
		faultOf('agreement_as_of', { platform, agreement, day });
	assert.match(await asked('Tren', 'Terms'), /no platform "Tren"[\s\S]*Did you mean Tern\?/);
	assert.match(await asked('Tern', 'Terms of Srevice'), /Did you mean Terms of Service\?/);
	assert.match(await asked('Tern', 'Cookies'), /It has .*privacy-policy \(Privacy Policy\)/);
	assert.match(await faultOf('stances_on_topic', { topic: 'traning' }), /Did you mean Training\?/);
});

test('a long answer comes in parts that are the whole', async () => {
	const client = await connected(site.address);
	const house = { platform: 'gannet', agreement: 'house', day: '2024-02-01' };
	const texts: string[] = [];
	let [skip, parts]: [number | null, number] = [0, 0];
	while (skip !== null) {
		const { answer, text } = await asking(client, 'agreement_as_of', { ...house, skip });
		assert.ok(text.length < 40_000, `${text.length}`);
		assert.equal(answer.of, many.length + 1);
		texts.push(...answer.clauses.map((each: { text: string }) => each.text));
		skip = answer.next;
		parts++;
	}
	assert.ok(parts > 2);
	assert.deepEqual(texts.slice(0, -1), many);
	assert.match(texts.at(-1) ?? '', /…$/);
	assert.ok(long.startsWith((texts.at(-1) ?? '').replace(/ …$/, '')));
});

test('a site is asked once for what several questions need, and anew for what failed', async () => {
	const own = await serveApi(new Map(site.files));
	const client = await connected(own.address);
	const days = ['2024-01-10', '2024-02-10', '2024-03-10'];
	for (const day of days) await asking(client, 'agreement_as_of', { ...terms, day });
	assert.equal(new Set(own.asked).size, own.asked.length);
	const topic = 'api/v1/topics/training.json';
	const kept = own.files.get(topic) ?? '';
	own.files.delete(topic);
	assert.ok((await asking(client, 'stances_on_topic', { topic: 'training' })).isError);
	own.files.set(topic, kept);
	assert.ok(!(await asking(client, 'stances_on_topic', { topic: 'training' })).isError);
	own.close();
});

test('what a site said a while ago is asked for anew', async () => {
	const own = await serveApi(new Map(site.files));
	const client = await connected(own.address);
	mock.timers.enable({ apis: ['Date'], now: Date.now() });
	for (const minutes of [5, 6]) {
		await asking(client, 'list_names', {});
		mock.timers.tick(minutes * 60_000);
	}
	assert.equal(own.asked.length, 1);
	await asking(client, 'list_names', {});
	assert.equal(own.asked.length, 2);
	mock.timers.reset();
	own.close();
});

test('a site without the API, one that is a page everywhere, and one that is not there are told apart', async () => {
	const none = await serveApi(new Map());
	assert.match(
		await faultOf('list_names', {}, none.address),
		/lookup\.json: the site answered 404[\s\S]*api: false/,
	);
	none.files.set('api/v1/lookup.json', '<!doctype html><title>Hello</title>');
	assert.match(await faultOf('list_names', {}, none.address), /other than JSON/);
	none.files.set('api/v1/lookup.json', '{"agreements": [{"platform": "Tern"}]}');
	assert.match(
		await faultOf('list_names', {}, none.address),
		/no answer of the API that is known here: agreements\.0/,
	);
	none.close();
	assert.match(await faultOf('list_names', {}, none.address), /did not answer/);
	assert.match(await faultOf('list_names', {}, temporaryFolder()), /no such file/);
});

test('an answer larger than its bounds is not read to its end, nor one that takes too long', async () => {
	const large = { ...usualBounds, largest: 1000 };
	assert.match(await faultOf('list_names', {}, site.address, large), /larger than 1000 bytes/);
	const silent = createServer(() => undefined);
	await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
	const address = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/`;
	const hasty = { ...usualBounds, timeout: 50 };
	assert.match(await faultOf('list_names', {}, address, hasty), /no answer came in time/);
	silent.closeAllConnections();
	silent.close();
});

test('the folder of a built site answers as the site does', async () => {
	const folder = temporaryFolder(Object.fromEntries(site.files));
	const asked = ['find_clauses', { words: 'train models' }] as const;
	assert.deepEqual((await ask(...asked, folder)).answer, (await ask(...asked)).answer);
});
