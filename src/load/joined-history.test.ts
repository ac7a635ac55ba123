/** What was renamed is one agreement with all its versions; its former addresses, notes and quotes lead to it. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { checkArchive } from '../authoring/check-archive.ts';
import type { Archive } from '../model/archive.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { formerAddresses } from '../site/addresses/former-addresses.ts';
import { readArchive } from './load-archive.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
});
afterEach(() => repository.remove());

const clauses = Array.from(
	{ length: 12 },
	(_, at) => `In clause ${at} you agree to what we wrote in it for you.`,
);

function text(last: string): string {
	return `# Terms\n\n${clauses.join('\n\n')}\n\n${last}\n`;
}

const [thirty, sixty, ninety] = ['thirty', 'sixty', 'ninety'].map((days) =>
	text(`You may leave us after ${days} days of notice, and nobody asks you why.`),
) as [string, string, string];

function record(day: string, file: string, words: string): void {
	repository.write(`${file}.md`, words);
	repository.commit(`Record new changes of ${file}`, day);
}

/** Platforms with their agreements, of each the days of its versions. */
function heldIn({ platforms }: Archive): Record<string, readonly string[]> {
	return Object.fromEntries(
		platforms.flatMap(({ name, agreements }) =>
			agreements.map((agreement) => [
				`${name} › ${agreement.name}`,
				agreement.versions.map(({ fetched }) => fetched.slice(0, 10)),
			]),
		),
	);
}

function recordRenamed(): void {
	record('2023-01-01', 'Twit/Terms', thirty);
	record('2023-02-01', 'Twit/Terms', sixty);
	record('2024-01-01', 'Ex/Terms', sixty);
	record('2024-02-01', 'Ex/Terms', ninety);
}

test('a platform that begins with the last text of another is that platform, and counts once', async () => {
	recordRenamed();
	const archive = await readArchive(repository.directory);
	assert.deepEqual(heldIn(archive), {
		'Ex › Terms': ['2023-01-01', '2023-02-01', '2024-01-01', '2024-02-01'],
	});
	const [terms] = archive.platforms[0]?.agreements ?? [];
	assert.deepEqual(
		terms?.changes.map(({ rank, class: kind }) => (kind === 'first' ? kind : rank)),
		['first', 'prominent', 'folded', 'prominent'],
	);
	assert.equal(archive.classCounts.first, 1);
});

test('every former address leads to what it led to', async () => {
	recordRenamed();
	const led = formerAddresses(await readArchive(repository.directory)).map(
		({ from, to }) => `${from} → ${to}`,
	);
	assert.deepEqual(led.sort(), [
		'/ex/terms/2024-01-01/ → /ex/terms/history/#v-2024-01-01',
		'/twit/ → /ex/',
		'/twit/terms/ → /ex/terms/',
		'/twit/terms/2023-01-01/ → /ex/terms/2023-01-01/',
		'/twit/terms/2023-02-01/ → /ex/terms/2023-02-01/',
		'/twit/terms/compare/ → /ex/terms/compare/',
		'/twit/terms/history/ → /ex/terms/history/',
	]);
});

test('a file that git moved is one agreement, and its move no end of it', async () => {
	record('2023-01-01', 'Tern/Terms', thirty);
	repository.git('mv', 'Tern/Terms.md', 'Tern/Conditions.md');
	repository.commit('Rename the terms of Tern', '2023-02-01');
	assert.deepEqual(heldIn(await readArchive(repository.directory)), {
		'Tern › Conditions': ['2023-01-01', '2023-02-01'],
	});
});

test('sister services that say the same are two, and so is what another says in too few words', async () => {
	record('2023-01-01', 'Auk/Terms', thirty);
	record('2023-02-01', 'Wren/Terms', thirty);
	record('2023-03-01', 'Auk/Terms', sixty);
	record('2023-03-01', 'Wren/Terms', sixty);
	record('2023-01-01', 'Tern/Terms', 'Not found.\n');
	record('2023-02-01', 'Tern/Privacy', 'Not found.\n');
	const held = Object.keys(heldIn(await readArchive(repository.directory)));
	assert.deepEqual(held, ['Auk › Terms', 'Tern › Privacy', 'Tern › Terms', 'Wren › Terms']);
});

function declare(platform: string, declaration: object): void {
	repository.write(`declarations/${platform}.json`, JSON.stringify({ name: platform, ...declaration }));
}

const page = { fetch: 'https://ex.example/terms', select: 'main' };

test('declarations state former names, of a platform and of an agreement, whatever the texts say', async () => {
	repository.write('collection.yml', 'versions: .\n');
	declare('Ex', { formerly: ['Twit'], terms: { Terms: { ...page, formerly: ['Chirp/Words'] } } });
	record('2023-01-01', 'Twit/Privacy', thirty);
	record('2023-02-01', 'Chirp/Words', sixty);
	record('2024-01-01', 'Ex/Terms', ninety);
	assert.deepEqual(heldIn(await readArchive(repository.directory)), {
		'Ex › Privacy': ['2023-01-01'],
		'Ex › Terms': ['2023-02-01', '2024-01-01'],
	});
	assert.deepEqual((await checkArchive(repository.directory)).faults, []);
});

test('a stated name that the archive does not hold is told by the check, and is no fault', async () => {
	repository.write('collection.yml', 'versions: .\n');
	declare('Ex', { formerly: ['Twitt'], terms: { Terms: page } });
	record('2024-01-01', 'Ex/Terms', ninety);
	const { faults, remarks } = await checkArchive(repository.directory);
	assert.deepEqual(faults, []);
	assert.ok(
		remarks.includes('declarations/Ex.json: formerly "Twitt": the archive holds nothing of that name'),
	);
});

test('what people wrote under a former name stays proven, and found', async () => {
	recordRenamed();
	const head = {
		platform: 'Twit',
		agreement: 'Terms',
		title: 'Leaving',
		topic: 'content-licence',
		quote: 'after ninety days of notice',
		reviewed: '2024-02-02',
		lead: 'You may leave.',
		whyItMatters: 'You are free.',
	};
	repository.write('provisions/Twit/leaving.mdx', `---\n${JSON.stringify(head)}\n---\n`);
	repository.write('collection.yml', 'versions: .\n');
	repository.write(
		'posts/leaving.mdx',
		'---\ntitle: Leaving\npublished: 2024-02-02\nauthor: A\nlead: L.\n---\n\n[a](/twit/) [b](/twit/provisions/leaving/) [c](/twit/terms/2023-02-01/)\n',
	);
	const { provisions } = await readArchive(repository.directory);
	assert.equal(provisions[0]?.agreement.path, 'Ex/Terms.md');
	assert.deepEqual((await checkArchive(repository.directory)).faults, []);
});
