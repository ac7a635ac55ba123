/** An archive with time-stamps says of each text since when it is proven to exist. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { sha256 } from '../archive/hashes.ts';
import { formatMessage } from '../archive/message.ts';
import { stampArchive } from '../ingest/stamp-archive.ts';
import { collectionSchema } from '../model/collection.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import {
	granted,
	startTimeStampAuthority,
	type TimeStampAuthority,
	withoutOpenssl,
} from '../samples/time-stamp-authority.ts';
import { readArchive } from './load-archive.ts';
import { provenSinceKeptIn, readProvenSince } from './proven-since.ts';

let authority: TimeStampAuthority;
let repository: TemporaryRepository;
const archive = () => path.join(repository.directory, 'archive');

describe('a text is proven', { skip: withoutOpenssl }, () => {
	before(async () => {
		authority = await startTimeStampAuthority();
		authority.answer = (query) => granted(authority.sign(query));
	});
	after(() => authority.close());
	beforeEach(() => {
		repository = makeTemporaryRepository();
		const own = `timestamps:\n  address: ${authority.address}\n  root: authority.pem\n`;
		repository.write('archive/collection.yml', `privateAddresses: true\n${own}`);
		repository.write('archive/authority.pem', authority.root);
	});
	afterEach(() => repository.remove());

	test('since the first time-stamp that stands for its commit, and no text after the last', async () => {
		record('2026-05-01', 'You may leave at any time.');
		record('2026-05-02', 'You may leave within a month.');
		await stamp('2026-05-03');
		record('2026-05-04', 'You may not leave.');
		await stamp('2026-05-05');
		record('2026-05-06', 'You may leave.');
		const [first, second, third, last] = await proven();
		assert.ok(first && third);
		assert.deepEqual([second, last], [first, null]);
		assert.ok(first <= third);
	});

	test('where its commit holds the hash of its words alone', async () => {
		record('2026-05-01', 'You may leave at any time.');
		record('2026-05-02', 'You may leave within a month.', false);
		await stamp('2026-05-03');
		assert.deepEqual((await proven()).map(Boolean), [true, false]);
	});

	test('by no time-stamp that was altered, and by none where the root cannot be read; the archive is read all the same', async () => {
		record('2026-05-01', 'You may leave at any time.');
		await stamp('2026-05-03');
		const [name = ''] = repository.git('ls-files', 'archive/proofs/*.txt').split('\n');
		const statement = path.join(repository.directory, name);
		const text = readFileSync(statement, 'utf8');
		writeFileSync(statement, text.replace('commits: 1', 'commits: 2'));
		assert.deepEqual(await proven(), []);
		writeFileSync(statement, text);
		assert.equal((await proven()).length, 1);
		repository.write('archive/authority.pem', 'none');
		assert.deepEqual(await proven(), []);
	});

	test('as before by what a build kept, and by nothing that it kept of other time-stamps', async () => {
		record('2026-05-01', 'You may leave at any time.');
		await stamp('2026-05-03');
		const collection = collectionSchema.parse({ timestamps: { root: 'authority.pem' } });
		const cache = temporaryFolder();
		const file = path.join(cache, 'proofs.json');
		const kept = () => provenSinceKeptIn(cache)(archive(), collection);
		const known = await readProvenSince(archive(), collection);
		assert.deepEqual([await kept(), await kept()], [known, known]);
		const written = readFileSync(file, 'utf8');
		const moved = written.replace(/"time":"[^"]+"/, '"time":"2001-01-01T00:00:00.000Z"');
		writeFileSync(file, moved);
		assert.deepEqual([...(await kept()).values()], ['2001-01-01T00:00:00.000Z']);
		record('2026-05-04', 'You may not leave.');
		await stamp('2026-05-05');
		assert.equal(new Set((await kept()).values()).size, 2);
	});
});

async function proven(): Promise<readonly (string | null)[]> {
	const { platforms } = await readArchive(archive());
	return platforms[0]?.agreements[0]?.provenSince ?? [];
}

async function stamp(day: string): Promise<void> {
	const stamping = await stampArchive({ directory: archive(), now: new Date(`${day}T06:00:00Z`) });
	assert.equal(stamping.kind, 'stamped');
}

function record(on: string, text: string, isHashed = true): void {
	repository.write('archive/versions/Tern/Terms.md', text);
	const textHash = isHashed ? { textHash: sha256(Buffer.from(text)) } : {};
	const evidence = { sources: ['https://tern.example/'], ...textHash };
	repository.commit(formatMessage({ kind: 'change', platform: 'Tern', agreement: 'Terms', evidence }), on);
}
