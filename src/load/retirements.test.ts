/** What is followed no longer says so, and since when; what nobody declares may have been renamed. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { checkArchive } from '../authoring/check-archive.ts';
import type { Retirement } from '../model/retirement.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readArchive } from './load-archive.ts';
import { renameQuestions } from './rename-questions.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
	repository.write('collection.yml', 'contact: mail@tern.example\n');
});
afterEach(() => repository.remove());

const text = Array.from({ length: 12 }, (_, at) => `In clause ${at} you agree to what we wrote in it.`);

function record(name: string, day: string, source = '', last = ''): void {
	repository.write(`versions/${name}.md`, `# Terms\n\n${[...text, last].join('\n\n')}\n`);
	const trailers = source === '' ? '' : `\n\nX-source-document-location: ${source}`;
	repository.commit(`First record of ${name.replace('/', ' ')}${trailers}`, day);
}

const page = { fetch: 'https://tern.example/terms', select: 'main' };

function declare(platform: string, terms: Readonly<Record<string, object>>, more: object = {}): void {
	repository.write(`declarations/${platform}.json`, JSON.stringify({ name: platform, ...more, terms }));
}

async function retired(): Promise<Record<string, Retirement | null>> {
	const { platforms } = await readArchive(repository.directory);
	const all = platforms.flatMap(({ name, agreements }) =>
		agreements.map((agreement) => [`${name}/${agreement.name}`, agreement.retired] as const),
	);
	return Object.fromEntries(all);
}

async function remarks(): Promise<readonly string[]> {
	return (await checkArchive(repository.directory)).remarks;
}

describe('an agreement that is followed no longer', () => {
	it('is one that its declaration, or that of its platform, says so of, with the day and the reason', async () => {
		for (const name of ['Tern/Terms', 'Tern/Privacy', 'Auk/Terms', 'Auk/Rules']) record(name, '2024-01-01');
		const why = 'It was taken over.';
		declare('Tern', { Terms: page, Privacy: { ...page, select: '#privacy', retired: '2024-02-01' } });
		declare('Auk', { Terms: page }, { retired: { day: '2024-03-01', why } });
		assert.deepEqual(await retired(), {
			'Auk/Rules': { day: '2024-03-01', why },
			'Auk/Terms': { day: '2024-03-01', why },
			'Tern/Privacy': { day: '2024-02-01', why: '' },
			'Tern/Terms': null,
		});
		assert.deepEqual(await remarks(), []);
	});

	it('is one that is recorded and declared no longer, since its page was last looked at or a text of it recorded', async () => {
		for (const name of ['Tern/Terms', 'Tern/Privacy', 'Auk/Imprint']) record(name, '2024-01-01');
		declare('Tern', { Terms: page });
		const checked = '2024-05-06T04:12:00.000Z';
		const status = {
			'Auk/Imprint': { checked, recorded: '2024-01-01T12:00:00.000Z', failures: 0, retired: true },
		};
		repository.write('status.json', JSON.stringify({ format: 1, updated: checked, agreements: status }));
		assert.deepEqual(await retired(), {
			'Auk/Imprint': { day: '2024-05-06', why: '' },
			'Tern/Privacy': { day: '2024-01-01', why: '' },
			'Tern/Terms': null,
		});
		assert.deepEqual(await remarks(), [
			'Tern › Privacy is recorded and declared no longer: its pages say that it was followed until 2024-01-01',
			'Auk › Imprint is recorded and declared no longer: its pages say that it was followed until 2024-05-06',
		]);
	});

	it('is none in an archive that declares nothing, nor at a platform whose declaration cannot be read', async () => {
		record('Tern/Terms', '2024-01-01');
		record('Auk/Terms', '2024-01-01', '', 'Of Auk.');
		assert.deepEqual(await retired(), { 'Auk/Terms': null, 'Tern/Terms': null });
		assert.deepEqual(await remarks(), []);
		repository.write('declarations/Auk.json', '{');
		const { 'Auk/Terms': auk, 'Tern/Terms': tern } = await retired();
		assert.equal(auk, null);
		assert.equal(tern?.day, '2024-01-01', 'somebody declares, and not this');
	});

	it('is none where it goes on under another name, or was taken out of the archive', async () => {
		record('Twit/Terms', '2024-01-01');
		record('Tern/Privacy', '2024-01-01', '', 'Of Tern.');
		declare('Ex', { Terms: page }, { formerly: ['Twit'] });
		repository.git('rm', '--quiet', 'versions/Tern/Privacy.md');
		repository.commit('Take it out', '2024-02-01');
		assert.deepEqual(await retired(), { 'Ex/Terms': null, 'Tern/Privacy': null });
		assert.deepEqual(await remarks(), []);
	});
});

describe('what may have been renamed', () => {
	it('is asked where a new declaration names the page of one that is gone', async () => {
		record('Tern/Terms', '2024-01-01', page.fetch);
		declare('Tern', { 'User Agreement': { ...page, fetch: 'https://www.tern.example/terms/' } });
		const [question, ...others] = await remarks();
		assert.match(
			question ?? '',
			/^Renamed\? Tern › Terms is recorded .* Tern › User Agreement is taken from the same page/,
		);
		assert.match(question ?? '', /"formerly": \["Terms"\] in "User Agreement" in declarations\/Tern\.json/);
		assert.deepEqual(others, []);
		assert.deepEqual(await renameQuestions(repository.directory, undefined), [question]);
		assert.deepEqual(await renameQuestions(repository.directory, '1/3'), [question]);
		assert.deepEqual(await renameQuestions(repository.directory, '2/3'), []);
	});

	it('is asked of a platform that is named like one that is gone, and the answer joins them', async () => {
		record('Twiter/Terms', '2024-01-01');
		record('Twiter/Privacy', '2024-01-01', '', 'Of privacy.');
		declare('Twitter', { Terms: page, Privacy: { ...page, select: '#privacy' } });
		const asked = await remarks();
		assert.equal(asked.length, 2);
		for (const question of asked)
			assert.match(question, /"formerly": \["Twiter"\] beside its "name" in declarations\/Twitter\.json/);
		declare('Twitter', { Terms: page, Privacy: { ...page, select: '#privacy' } }, { formerly: ['Twiter'] });
		assert.deepEqual(await remarks(), []);
		assert.deepEqual(Object.keys(await retired()), ['Twitter/Privacy', 'Twitter/Terms']);
		assert.deepEqual(await renameQuestions(repository.directory, undefined), []);
	});

	it('is asked until somebody answers, though the new one was recorded meanwhile', async () => {
		record('Tern/Terms of Use', '2024-01-01');
		record('Tern/Terms of Service', '2024-02-01', '', 'And something else, so that the texts are two.');
		declare('Tern', { 'Terms of Service': page });
		const [question] = await remarks();
		assert.match(
			question ?? '',
			/^Renamed\? Tern › Terms of Use .* Tern › Terms of Service is named like it/,
		);
		declare('Tern', { 'Terms of Service': page, 'Terms of Use': { ...page, retired: '2024-01-31' } });
		assert.doesNotMatch((await remarks()).join(), /Renamed/);
	});

	it('comes with what was recorded after the day on which somebody says that it ended', async () => {
		record('Tern/Terms', '2024-01-01');
		record('Tern/Terms', '2024-03-01', '', 'It is followed again.');
		declare('Tern', { Terms: { ...page, retired: '2024-03-01' } });
		assert.deepEqual(await remarks(), []);
		declare('Tern', { Terms: { ...page, retired: '2024-02-01' } });
		assert.match(
			(await remarks()).join(),
			/^declarations\/Tern\.json: Tern › Terms is retired since 2024-02-01, and a text of 2024-03-01 is recorded/,
		);
	});

	it('is not asked of what stood beside it, or looks like nothing', async () => {
		record('Tern/Terms of Service', '2024-01-01');
		record('Tern/Terms of Use', '2024-02-01', '', 'Another text.');
		declare('Tern', { 'Terms of Service': page });
		declare('Wren', { Cookies: { ...page, select: '#cookies' } });
		assert.doesNotMatch((await remarks()).join(), /Renamed/);
		assert.deepEqual(await renameQuestions(repository.directory, undefined), []);
	});
});
