import assert from 'node:assert/strict';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { collectionSchema } from '../model/collection.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { type Finding, openRecorder, type Recorder } from './recorder.ts';

let repository: TemporaryRepository;
let recorder: Recorder;
beforeEach(async () => {
	repository = makeTemporaryRepository();
	repository.write('collection.yml', 'name: Tern Watch\n');
	repository.commit('Begin', '2024-05-01');
	recorder = await openRecorder(repository.directory, collectionSchema.parse({}), 'record', 0);
});
afterEach(async () => {
	await recorder.close();
	repository.remove();
});

const finding = (agreement: string): Finding => ({
	platform: 'Tern',
	agreement,
	text: `${agreement}.\n`,
	snapshots: [Buffer.from(`<p>${agreement}.`)],
	evidence: { sources: ['https://tern.example/'] },
	fetched: new Date('2024-05-06T04:12:00Z'),
});

const agreements = ['Terms', 'Privacy & Cookies', 'Returns', 'Licence', 'Advertising'];

describe('versions that are asked for at once', () => {
	test('are each a commit of their own, in the order of the asking', async () => {
		const commits = await Promise.all(agreements.map((name) => recorder.record(finding(name), 'first')));
		assert.deepEqual(repository.git('rev-list', '--reverse', 'HEAD').split('\n').slice(1), commits);
		for (const [at, name] of agreements.entries()) {
			assert.equal(repository.git('show', `${commits[at]}:versions/Tern/${name}.md`), `${name}.`);
			const touched = repository.git('show', '--format=', '--name-only', '-z', commits[at] as string);
			assert.deepEqual(touched.split('\0').filter(Boolean), [
				`snapshots/Tern/${name}.html`,
				`versions/Tern/${name}.md`,
			]);
		}
		assert.equal(repository.git('status', '--porcelain'), '');
	});

	test('come to nothing together where the branch was moved by hand, and the next ones are recorded', async () => {
		await recorder.record(finding('Terms'), 'first');
		repository.write('collection.yml', 'name: Tern Watch of old\n');
		const byHand = repository.commit('Rename', '2024-05-07');
		const lost = ['Returns', 'Licence'].map((name) => recorder.record(finding(name), 'first'));
		for (const { status } of await Promise.allSettled(lost)) assert.equal(status, 'rejected');
		assert.equal(repository.git('rev-parse', 'HEAD'), byHand);
		await recorder.close();
		recorder = await openRecorder(repository.directory, collectionSchema.parse({}), 'record', 0);
		await recorder.record(finding('Returns'), 'first');
		assert.equal(repository.git('rev-parse', 'HEAD~1'), byHand);
		assert.equal(repository.git('status', '--porcelain'), '');
	});

	test('are recorded however soon after the last one they are asked for', async () => {
		const now = new Date('2024-05-06T04:12:00Z');
		for (let ticks = 0; ticks < 8; ticks++) {
			await recorder.recordStatus({ format: 1, updated: `${ticks}`, agreements: {} }, 'Record status', now);
			for (let tick = 0; tick < ticks; tick++) await Promise.resolve();
			await recorder.record(finding(`Terms ${ticks}`), 'first');
		}
		assert.equal(repository.git('rev-list', '--count', 'HEAD'), `${1 + 2 * 8}`);
	});

	test('are on the branch before the archive is let go', async () => {
		const last = recorder.record(finding('Terms'), 'first');
		await recorder.close();
		assert.equal(repository.git('rev-parse', 'HEAD'), await last);
	});
});

test('what lies scattered in the repository is packed once it is much', async () => {
	// Each import leaves a pack of its own, and two of them are much.
	repository.git('config', 'fastimport.unpackLimit', '1');
	repository.git('config', 'gc.autoPackLimit', '2');
	for (const name of agreements) await recorder.record(finding(name), 'first');
	await recorder.close();
	assert.match(repository.git('count-objects', '-v'), /^count: 0$[\s\S]*^packs: 1$/m);
	assert.equal(repository.git('fsck', '--strict'), '');
	assert.equal(repository.git('rev-list', '--count', 'HEAD'), String(agreements.length + 1));
});

for (const [what, mode] of [
	['a symbolic link', '120000'],
	['a submodule', '160000'],
] as const)
	test(`where ${what} lies in the place of a text, nothing was recorded yet, and a text takes its place`, async () => {
		await recorder.close();
		const object = repository.git('rev-parse', mode === '160000' ? 'HEAD' : 'HEAD:collection.yml');
		repository.git('update-index', '--add', '--cacheinfo', `${mode},${object},versions/Tern/Terms.md`);
		repository.git('commit', '--quiet', '--message', 'Odd');
		recorder = await openRecorder(repository.directory, collectionSchema.parse({}), 'record', 0);
		assert.equal(await recorder.recordedText('Tern', 'Terms'), null);
		assert.equal(recorder.compare(finding('Terms')), 'first');
		await recorder.record(finding('Terms'), 'first');
		assert.match(repository.git('ls-tree', 'HEAD', 'versions/Tern/Terms.md'), /^100644 blob/);
	});

describe('a clone without the pages of before, and with no way to fetch them', () => {
	let directory: string;
	const git = (...args: readonly string[]) => repository.git('-C', directory, ...args);
	beforeEach(async () => {
		for (const name of ['Terms', 'Returns']) await recorder.record(finding(name), 'first');
		repository.git('config', 'uploadpack.allowFilter', 'true');
		directory = path.join(temporaryFolder(), 'clone');
		const origin = `file://${repository.directory}`;
		repository.git('clone', '--quiet', '--no-checkout', '--filter=blob:none', origin, directory);
		git('sparse-checkout', 'set', '--no-cone', '/*', '!/snapshots/');
		git('checkout', '--quiet', 'main');
		git('remote', 'set-url', 'origin', 'file:///nowhere');
		await recorder.close();
		recorder = await openRecorder(directory, collectionSchema.parse({}), 'record', 0);
	});

	test('records what changed, and what was read in another way from the same page', async () => {
		const changed = { ...finding('Terms'), text: 'Other.\n', snapshots: [Buffer.from('<p>Other.')] };
		const reread = { ...finding('Returns'), text: 'Read anew.\n' };
		assert.equal(recorder.compare(changed), 'change');
		assert.equal(recorder.compare(reread), 'technical');
		assert.equal((await recorder.recordedText('Tern', 'Terms'))?.toString(), 'Terms.\n');
		await Promise.all([recorder.record(changed, 'change'), recorder.record(reread, 'technical')]);
		assert.equal(git('show', 'HEAD:snapshots/Tern/Terms.html'), '<p>Other.');
		assert.equal(git('show', 'HEAD:versions/Tern/Returns.md'), 'Read anew.');
		assert.equal(git('status', '--porcelain'), '');
	});

	test('is bundled without them', async () => {
		await recorder.record(
			{ ...finding('Terms'), text: 'Other.\n', snapshots: [Buffer.from('<p>!')] },
			'change',
		);
		const bundle = path.join(temporaryFolder(), 'bundle');
		git('-c', 'pack.window=0', 'bundle', 'create', '--quiet', bundle, 'origin/main..HEAD');
		repository.git('fetch', '--quiet', bundle, 'HEAD');
		assert.equal(repository.git('show', 'FETCH_HEAD:snapshots/Tern/Terms.html'), '<p>!');
	});
});
