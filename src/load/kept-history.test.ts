import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { readHistory } from '../archive/history.ts';
import { openRepository, type VersionsRepository } from '../archive/repository.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readHistoryKeptIn } from './kept-history.ts';

let repository: TemporaryRepository;
before(() => {
	repository = makeTemporaryRepository();
	for (const day of ['2024-01-01', '2024-01-02']) {
		repository.write('Tern/Terms.md', day);
		repository.write('deep/Gull/Terms.md', day);
		repository.commit('Record', day);
	}
});
after(() => repository.remove());

const open = (folder = ''): Promise<VersionsRepository> =>
	openRepository(path.join(repository.directory, folder));

test('a kept history is the one that was read, with the commits that came since', async () => {
	const read = readHistoryKeptIn(path.join(temporaryFolder(), 'history.json'));
	assert.deepEqual(await read(await open()), await readHistory(await open()));
	assert.deepEqual(await read(await open()), await readHistory(await open()));
	repository.write('Tern/Terms.md', 'more');
	repository.commit('Record', '2024-01-03');
	assert.deepEqual(await read(await open()), await readHistory(await open()));
});

test('what was kept of one folder of versions is not taken for another', async () => {
	const read = readHistoryKeptIn(path.join(temporaryFolder(), 'history.json'));
	await read(await open());
	assert.deepEqual(await read(await open('deep')), await readHistory(await open('deep')));
});

test('a kept file that is cut, changed or foreign is not believed', async () => {
	const file = path.join(temporaryFolder(), 'history.json');
	const read = readHistoryKeptIn(file);
	const place = await open();
	const history = await read(place);
	const whole = readFileSync(file);
	const damage = fc.oneof(
		fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
		fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, by]) => {
			const bytes = Buffer.from(whole);
			bytes[at] = (bytes[at] as number) ^ by;
			return bytes;
		}),
		fc.string().map((text) => Buffer.from(text)),
	);
	await fc.assert(
		fc.asyncProperty(damage, async (bytes) => {
			writeFileSync(file, bytes);
			assert.deepEqual(await read(place), history);
		}),
		{ numRuns: 20 },
	);
});
