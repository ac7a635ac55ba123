/** What stops the site as a whole is told by the check, beside what people wrote: and the build says the same. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readArchive } from '../load/load-archive.ts';
import { root } from '../root.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { checkArchive } from './check-archive.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
	repository.write('collection.yml', 'contact: mail@tern.example\n');
	repository.write('declarations/Tern.json', JSON.stringify({ name: 'Tern', terms: { Terms: page } }));
	repository.write('versions/Tern/Terms.md', '# Terms\n\nYou pay.\n');
	repository.commit('First record of Tern Terms', '2024-01-01');
});
afterEach(() => repository.remove());

const page = { fetch: 'https://tern.example/terms', select: 'main' };

/** Place and words of each fault. */
async function told(directory = repository.directory): Promise<readonly string[]> {
	const { faults } = await checkArchive(directory);
	return faults.map(({ where, what }) => `${path.relative(directory, where)} ${what}`);
}

describe('a site that cannot be published', () => {
	it('has a status that a merge was left in', async () => {
		repository.write('status.json', '{\n<<<<<<< HEAD\n"format": 1\n');
		assert.deepEqual(await told(), [
			'status.json:2 this is not JSON: something stands where a value in double quotes, a list or a group is expected',
		]);
		await assert.rejects(readArchive(repository.directory), /status\.json:2/);
	});

	it('is to show platforms that nobody knows', async () => {
		repository.write('collection.yml', 'contact: mail@tern.example\nplatforms: [Turn]\n');
		assert.deepEqual(await told(), ['collection.yml:2 platforms: nothing is recorded or declared of "Turn"']);
		await assert.rejects(readArchive(repository.directory), /nothing is recorded or declared of "Turn"/);
	});

	it('has a history that is cut', async () => {
		repository.write('versions/Tern/Terms.md', '# Terms\n\nYou pay more.\n');
		repository.commit('Record new changes of Tern Terms', '2024-02-01');
		const clone = path.join(temporaryFolder(), 'clone');
		repository.git('clone', '--quiet', '--depth', '1', `file://${repository.directory}`, clone);
		const [fault, ...others] = await told(clone);
		assert.match(fault ?? '', /^versions this clone is shallow/);
		assert.deepEqual(others, []);
		await assert.rejects(readArchive(clone), /shallow/);
	});

	it('has no history at all, or no agreement', async () => {
		const directory = temporaryFolder({ 'collection.yml': 'contact: mail@tern.example\n' });
		assert.match((await told(directory))[0] ?? '', /no git repository here/);
		const empty = makeTemporaryRepository();
		empty.write('collection.yml', 'contact: mail@tern.example\n');
		assert.match((await told(empty.directory))[0] ?? '', /no agreement here/);
		empty.remove();
	});
});

describe('what is named and not there', () => {
	it('is a folder of versions, told once and not at each text of it', async () => {
		const head = 'title: Fees\npublished: 2024-01-01\nauthor: A\nlead: L.';
		repository.write('posts/fees.mdx', `---\n${head}\n---\n\n[a](/tern/terms/)\n`);
		repository.write('collection.yml', 'contact: mail@tern.example\nversions: texts\n');
		assert.deepEqual(await told(), ['collection.yml:2 versions: there is no folder "texts" here']);
	});

	it('is the root certificate of an authority, or what is there is none', async () => {
		const own = 'contact: mail@tern.example\ntimestamps:\n  root: authority.pem\n';
		repository.write('collection.yml', own);
		const line = 'collection.yml:3 timestamps › root: "authority.pem":';
		assert.deepEqual(await told(), [`${line} the root certificate cannot be read`]);
		repository.write('authority.pem', 'none');
		assert.deepEqual(await told(), [`${line} this is no certificate in PEM form`]);
	});
});

describe('what cannot be read', () => {
	it('costs itself alone: a folder that is called as a file, a link that leads nowhere', async () => {
		for (const [at, folder] of ['posts', 'topics', 'decisions/Tern'].entries()) {
			const name = `${folder}/a${['.mdx', '.yml', '.json'][at]}`;
			repository.write(`${name}/x`, 'x');
			assert.deepEqual(await told(), [`${name} this is a folder, and is called as a file is`]);
			rmSync(path.join(repository.directory, name), { recursive: true });
			symlinkSync('nowhere', path.join(repository.directory, name));
			assert.deepEqual(await told(), [`${name} it leads to no file`]);
			rmSync(path.join(repository.directory, name));
		}
	});
});

describe('what is no fault', () => {
	it('is told where a law was gone over on a day that is to come', async () => {
		const shipped = path.join(root, 'src', 'content', 'regulations', 'gdpr.yml');
		const law = readFileSync(shipped, 'utf8');
		repository.write('regulations/gdpr.yml', law.replace(/(checked:[\s\S]*?on: ?)\d{4}/, '$12199'));
		const { faults, remarks } = await checkArchive(repository.directory);
		assert.deepEqual(faults, []);
		assert.match(remarks.join('\n'), /^regulations\/gdpr\.yml: checked › on: 2199-.* is still to come$/m);
	});

	it('is told where an earlier machine noted that a text was accepted', async () => {
		const entry = { checked: '2024-01-02T00:00:00.000Z', failures: 0 };
		const accepted = { letters: 'a'.repeat(64), on: '2024-01-02T00:00:00.000Z' };
		const agreements = { 'Tern/Privacy': entry, 'Tern/Terms': { ...entry, accepted } };
		const status = { format: 1, updated: entry.checked, agreements };
		repository.write('status.json', JSON.stringify(status));
		const { faults, remarks } = await checkArchive(repository.directory);
		assert.deepEqual(faults, []);
		const [told, ...others] = remarks.filter((remark) => /^status\.json/.test(remark));
		assert.match(told ?? '', /Tern › Terms .* npm run accept -- --platform "Tern" --agreement "Terms"$/);
		assert.deepEqual(others, []);
	});

	it('is told where files are called as nobody reads them', async () => {
		repository.write('posts/fees.md', '---\ntitle: Fees\n---\n');
		repository.write('posts/README.md', 'How we write.');
		repository.write('topics/loot.yaml', 'name: Loot\n');
		repository.write('declarations/Auk.JSON', '{}');
		repository.write('collection.yaml', 'name: Tern\n');
		const { faults, remarks } = await checkArchive(repository.directory);
		assert.deepEqual(faults, []);
		assert.deepEqual(
			remarks.map((remark) => remark.split(':')[0]),
			['collection.yaml', 'posts/fees.md', 'topics/loot.yaml', 'declarations/Auk.JSON'],
		);
	});

	it('is told where a name stands twice in a declaration, and where a text is of a day that is to come', async () => {
		const terms = JSON.stringify(page);
		repository.write(
			'declarations/Tern.json',
			`{"name": "Tern", "terms": {\n"Terms": ${terms},\n"Terms": ${terms}}}`,
		);
		repository.write('posts/fees.mdx', '---\ntitle: Fees\npublished: 2199-01-01\nauthor: A\nlead: L.\n---\n');
		const { faults, remarks } = await checkArchive(repository.directory);
		assert.deepEqual(faults, []);
		assert.deepEqual(remarks, [
			'declarations/Tern.json:3: "Terms" is there twice, and only this one counts',
			'posts/fees.mdx:3: published: 2199-01-01 is still to come, and it is shown already',
		]);
	});
});

it('decisions on held texts that cannot be read are told', async () => {
	repository.write('decisions/Tern/Terms.json', '{"format":1,"decisions":[{"decision":"maybe"}]}');
	assert.match((await told()).join(), /^decisions\/Tern\/Terms\.json .*decision/);
});
