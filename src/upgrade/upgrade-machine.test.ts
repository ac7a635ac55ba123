import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { formatUpgrade } from '../../scripts/report/upgrade-report.ts';
import { Fault } from '../model/fault.ts';
import { makeUpstream, type Upstream } from '../samples/sample-releases.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import type { TemporaryRepository } from '../samples/temporary-repository.ts';
import { settle } from './settle.ts';
import { noteUpgrade } from './upgrade-journal.ts';
import { endUpgrade, upgradeMachine } from './upgrade-machine.ts';

const changelog =
	'# Changelog\n\n## 0.2.0\n\n### What you must do\n\n- Look at it.\n\n### Added\n\n- Much.\n';

let upstream: Upstream;
let fork: TemporaryRepository;
beforeEach(() => {
	upstream = makeUpstream();
	const ignored = 'node_modules/\n.astro/\n';
	upstream.release('0.1.0', {
		'.gitignore': ignored,
		'src/a.ts': '1',
		'src/b.ts': '1',
		'src/old.ts': '1',
		'archive/README.md': 'Yours.',
	});
	fork = upstream.fork();
	fork.write('archive/collection.yml', 'name: Mine\n');
	fork.write('archive/versions/Tern/Terms.md', 'Text.');
	fork.commit('Begin', '2024-02-01');
	upstream.release('0.2.0', { 'src/a.ts': '2', 'src/new.ts': '2', 'CHANGELOG.md': changelog }, [
		'src/old.ts',
	]);
});

const upgrade = (wanted?: string) =>
	upgradeMachine({ root: fork.directory, wanted, from: upstream.directory });
const read = (name: string) => readFileSync(path.join(fork.directory, name), 'utf8');
const archive = (commit = 'HEAD') => fork.git('rev-parse', `${commit}:archive`);

/** What it returned, or failed with, changed nothing. */
async function changingNothing<Result>(work: () => Promise<Result>): Promise<Result> {
	const look = () => [fork.git('rev-parse', 'HEAD'), fork.git('status', '--porcelain')];
	const before = look();
	const result = await work();
	assert.deepEqual(look(), before);
	return result;
}

describe('an upgrade', () => {
	test('is one commit with the release’s files and the collection as it was, and nothing is left to do', async () => {
		const collection = archive();
		const before = fork.git('rev-parse', 'HEAD');
		const done = await upgrade();
		assert.ok(done);
		assert.deepEqual([done.from, done.to, done.before], ['0.1.0', '0.2.0', before]);
		assert.deepEqual([done.altered, done.own, done.migrated], [[], [], []]);
		assert.equal(fork.git('rev-parse', 'HEAD'), done.commit);
		assert.equal(fork.git('rev-list', '--count', '--first-parent', `${before}..HEAD`), '1');
		assert.equal(archive(), collection);
		assert.equal(fork.git('status', '--porcelain'), '');
		assert.deepEqual([read('src/a.ts'), read('src/new.ts')], ['2', '2']);
		assert.ok(!existsSync(path.join(fork.directory, 'src/old.ts')));
		assert.equal(fork.git('worktree', 'list').split('\n').length, 1);
		await endUpgrade(fork.directory);
		assert.equal(await changingNothing(() => upgrade()), null);
		assert.equal(await changingNothing(() => upgrade('v0.2.0')), null);
	});

	test('names the files of the machine that were altered, and leaves own ones alone', async () => {
		fork.write('src/a.ts', 'mine');
		fork.write('src/old.ts', 'mine');
		fork.write('CNAME', 'tern.example');
		rmSync(path.join(fork.directory, 'src/b.ts'));
		fork.commit('Alter', '2024-02-02');
		const done = await upgrade();
		assert.ok(done);
		assert.deepEqual(done.altered, [
			{ path: 'src/a.ts', how: 'edited' },
			{ path: 'src/b.ts', how: 'removed' },
			{ path: 'src/old.ts', how: 'edited' },
		]);
		assert.deepEqual(done.own, ['CNAME']);
		assert.equal(read('CNAME'), 'tern.example');
		assert.equal(read('src/a.ts'), '2');
		assert.equal(fork.git('show', `${done.before}:src/a.ts`), 'mine');
		const told = formatUpgrade(done, { isInstalled: true, isSound: true });
		assert.match(told, /src\/a\.ts \(edited\)[\s\S]*What you must do for 0\.2\.0:\n\n- Look at it\./);
		assert.match(told, new RegExp(`git show ${done.before.slice(0, 12)}:<file>`));
		// What was altered once is no alteration of the next release.
		upstream.release('0.3.0', { 'src/a.ts': '3' });
		await endUpgrade(fork.directory);
		assert.deepEqual((await upgrade())?.altered, []);
	});

	test('of a copy that shares no history with the machine goes by the tag of its version', async () => {
		fork.git('checkout', '--quiet', '--orphan', 'copy');
		fork.write('src/a.ts', 'mine');
		fork.commit('Copy', '2024-02-03');
		const done = await upgrade();
		assert.deepEqual(done?.altered, [{ path: 'src/a.ts', how: 'edited' }]);
		assert.ok(!existsSync(path.join(fork.directory, 'src/old.ts')));
	});

	test('of a fork that put the files of a release over its own by hand clears up what that left', async () => {
		fork.git('fetch', '--quiet', upstream.directory, 'tag', 'v0.2.0');
		fork.git('checkout', '--quiet', 'v0.2.0', '--', '.', ':!archive');
		fork.commit('Put it over', '2024-02-03');
		const done = await upgrade('v0.2.0');
		assert.deepEqual([done?.altered, done?.own], [[], []]);
		assert.ok(!existsSync(path.join(fork.directory, 'src/old.ts')));
	});

	test('that was taken back can be made again', async () => {
		await upgrade();
		await endUpgrade(fork.directory);
		fork.git('revert', '--no-edit', '-m', '1', 'HEAD');
		assert.equal(read('src/a.ts'), '1');
		assert.deepEqual((await upgrade())?.altered, []);
		assert.equal(read('src/a.ts'), '2');
	});

	test('brings the collection to the formats of the release, by the release’s own program', async () => {
		const program = `import { readFileSync, writeFileSync } from 'node:fs';
			const file = process.argv[3] + '/collection.yml';
			writeFileSync(file, 'format: 2\\n' + readFileSync(file, 'utf8'));
			console.log(JSON.stringify(['collection.yml']));`;
		upstream.release('0.3.0', { 'scripts/migrate.ts': program });
		const versions = fork.git('rev-parse', 'HEAD:archive/versions');
		const done = await upgrade();
		assert.deepEqual(done?.migrated, ['collection.yml']);
		assert.equal(read('archive/collection.yml'), 'format: 2\nname: Mine\n');
		assert.equal(fork.git('rev-parse', 'HEAD:archive/versions'), versions);
		assert.equal(fork.git('status', '--porcelain'), '');
	});

	test('whose release cannot bring the collection to its formats changes nothing', async () => {
		upstream.release('0.3.0', { 'scripts/migrate.ts': "console.error('line 3 is odd'); process.exit(1);" });
		await changingNothing(() => assert.rejects(upgrade(), /formats of the release: line 3 is odd/));
	});
});

describe('an upgrade is refused, and changes nothing,', () => {
	for (const [what, prepare, wanted, said] of [
		[
			'over what is not committed',
			() => fork.write('src/a.ts', 'draft'),
			undefined,
			/not committed \(src\/a\.ts\)/,
		],
		['to a release that is older', () => {}, 'v0.0.9', /no release v0\.0\.9.*\n.*v0\.1\.0, v0\.2\.0/],
		['to what is no release', () => {}, 'main', /no release main/],
		[
			'to a tag of something else',
			() => upstream.git('tag', 'v0.9.0', 'v0.1.0'),
			undefined,
			/clausetrail 0\.1\.0, and no release/,
		],
		[
			'where an untracked file stands in the way',
			() => fork.write('src/new.ts', 'mine'),
			undefined,
			/src\/new\.ts.*in the way/,
		],
		['with no branch', () => fork.git('checkout', '--quiet', '--detach'), undefined, /no branch/],
	] as const)
		test(what, async () => {
			prepare();
			await changingNothing(() => assert.rejects(upgrade(wanted), said));
		});

	test('where nothing says from where, or nobody is there', async () => {
		const root = fork.directory;
		await changingNothing(() => assert.rejects(upgradeMachine({ root }), /where the releases.*\n.*--from/));
		const from = path.join(root, 'nowhere');
		await changingNothing(() => assert.rejects(upgradeMachine({ root, from }), Fault));
	});

	test('back to an older release', async () => {
		await upgrade();
		await endUpgrade(fork.directory);
		await changingNothing(() => assert.rejects(upgrade('v0.1.0'), /newer: v0\.2\.0.*\n.*git revert -m 1/));
	});
});

describe('an upgrade that was killed', () => {
	const gitDirectory = () => path.join(fork.directory, '.git');

	test('while files were replaced is taken back, edits of others apart, and made anew', async () => {
		const done = await upgrade();
		assert.ok(done);
		await endUpgrade(fork.directory);
		// As it lies there then: the note, some files new, some gone, index and branch old.
		fork.git('reset', '--quiet', '--hard', done.before);
		await noteUpgrade(gitDirectory(), done);
		writeFileSync(path.join(fork.directory, 'src/a.ts'), '2');
		writeFileSync(path.join(fork.directory, 'src/new.ts'), '2');
		rmSync(path.join(fork.directory, 'src/old.ts'));
		fork.write('archive/notes/draft.mdx', 'A thought.');
		const again = await upgrade();
		assert.equal(again?.before, done.before);
		assert.equal(fork.git('rev-parse', 'HEAD^{tree}'), fork.git('rev-parse', `${done.commit}^{tree}`));
		assert.equal(fork.git('status', '--porcelain'), '?? archive/notes/');
	});

	test('before its packages were installed is told once more, to go on from there', async () => {
		const done = await upgrade();
		assert.deepEqual(await changingNothing(() => upgrade()), done);
		await endUpgrade(fork.directory);
		assert.equal(await upgrade(), null);
	});
});

test('the program that came with the upgrade installs its packages and looks at the collection', async () => {
	const check = (status: number) => ({
		'package.json': JSON.stringify({ name: 'tern', scripts: { check: `node -e "process.exit(${status})"` } }),
		'archive/collection.yml': '',
	});
	assert.deepEqual(await settle(temporaryFolder(check(0))), { isInstalled: true, isSound: true });
	assert.deepEqual(await settle(temporaryFolder(check(1))), { isInstalled: true, isSound: false });
	const broken = temporaryFolder({ 'package.json': '{' });
	assert.deepEqual(await settle(broken), { isInstalled: false, isSound: false });
});
