/** A disk that is full, locked or not to be written to: recording says so, and leaves the archive as it was before or after a version. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { collectionSchema } from '../model/collection.ts';
import { Fault } from '../model/fault.ts';
import { root } from '../root.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { remedyFor } from './git.ts';
import { type Finding, openRecorder } from './recorder.ts';

let repository: TemporaryRepository;
beforeEach(() => {
	repository = makeTemporaryRepository();
	repository.write('collection.yml', 'name: Tern Watch\n');
	repository.commit('Begin', '2024-05-01');
});
afterEach(() => {
	chmodSync(path.join(repository.directory, '.git/objects'), 0o755);
	repository.remove();
});

const finding = (text: string): Finding => ({
	platform: 'Tern',
	agreement: 'Terms',
	text,
	snapshots: [Buffer.from(text)],
	evidence: { sources: ['https://tern.example/'] },
	fetched: new Date('2024-05-06T04:12:00Z'),
});

/** @throws what opening, comparing or recording throws */
async function record(text: string): Promise<void> {
	const recorder = await openRecorder(repository.directory, collectionSchema.parse({}), 'record', 0);
	try {
		await recorder.record(finding(text), 'change');
	} finally {
		await recorder.close();
	}
}

describe('an archive that cannot be written to as usual', () => {
	test('says that a lock of git was left, changes nothing, and goes on once it is gone', async () => {
		await record('One.\n');
		const before = repository.git('rev-parse', 'HEAD');
		const lock = path.join(repository.directory, '.git/refs/heads/main.lock');
		writeFileSync(lock, '');
		await assert.rejects(record('Two.\n'), Fault);
		assert.equal(repository.git('rev-parse', 'HEAD'), before);
		rmSync(lock);
		await record('Two.\n');
		assert.equal(repository.git('show', 'HEAD:versions/Tern/Terms.md'), 'Two.');
	});

	test('says that a lock on the index was left, keeps the version, and completes it once it is gone', async () => {
		await record('One.\n');
		const lock = path.join(repository.directory, '.git/index.lock');
		writeFileSync(lock, '');
		await assert.rejects(record('Two.\n'), /delete the lock file/);
		assert.equal(repository.git('show', 'HEAD:versions/Tern/Terms.md'), 'Two.');
		rmSync(lock);
		await record('Three.\n');
		assert.equal(repository.git('status', '--porcelain'), '');
		assert.equal(repository.git('fsck', '--strict'), '');
	});

	test('says that a folder is read-only, and leaves it as it was', {
		skip: process.getuid?.() === 0,
	}, async () => {
		chmodSync(path.join(repository.directory, '.git'), 0o500);
		const before = readdirSync(path.join(repository.directory, '.git'));
		await assert.rejects(record('One.\n'), /permissions/);
		assert.deepEqual(readdirSync(path.join(repository.directory, '.git')), before);
		chmodSync(path.join(repository.directory, '.git'), 0o755);
	});

	test('says that the disk may be full where git may write no further, and stays whole', () => {
		const script = path.join(root, 'src', 'samples', 'endless-recording.ts');
		// Blocks of 1024 bytes that a file may have: a limit of the system that every user may set for a child.
		const limited = `ulimit -f 40; exec "$0" "$1" "$2"`;
		const run = spawnSync('bash', ['-c', limited, process.execPath, script, repository.directory], {
			encoding: 'utf8',
			env: { ...process.env, CLAUSES: '100000' },
		});
		assert.match(run.stderr, /What was recorded stands\..*disk/);
		assert.equal(repository.git('rev-list', '--count', 'HEAD'), '1');
		assert.equal(repository.git('fsck', '--strict'), '');
	});
});

describe('what to do about git’s own words', () => {
	for (const [said, remedy] of [
		['fatal: cannot store pack file: No space left on device', /room on the disk/],
		['fatal: sha1 file write error. Out of diskspace', /room on the disk/],
		["fatal: Unable to create '/a/.git/index.lock': File exists.", /delete the lock file/],
		['error: unable to create temporary file: Read-only file system', /permissions/],
		[
			'error: insufficient permission for adding an object to repository database .git/objects',
			/permissions/,
		],
		[
			'error: inflate: data stream error (incorrect header check)\nfatal: loose object 12 is corrupt',
			/git fsck/,
		],
		['fatal: something new', /what git says/],
	] as const) {
		test(said, () => assert.match(remedyFor(said), remedy));
	}
});
