/** What a job says where the shards before it did not leave what it needs. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, test } from 'node:test';
import { temporaryFolder, writeFiles } from '../../samples/temporary-folder.ts';
import { beginFolder, readLeft, writeList } from './left-by-shard.ts';

const madeOf = { commit: 'c0ffee', code: 'abc' };
let shards: string;

beforeEach(() => {
	shards = temporaryFolder();
});

async function leave(name: string, number: number, of: number, other: object = {}): Promise<void> {
	const folder = path.join(shards, name);
	await beginFolder(folder);
	await writeList(folder, { format: 1, stage: 'analyse', number, of, ...madeOf, ledgers: [], ...other });
}

describe('what shards left', () => {
	test('is read in their order, whatever their folders are called', async () => {
		await leave('b', 1, 2);
		await leave('a', 2, 2);
		writeFiles(shards, { 'notes.txt': 'hello', 'c/notes.txt': 'no shard' });
		const left = await readLeft(shards, 'analyse', madeOf);
		assert.deepEqual(
			left.map(({ number, folder }) => [number, path.basename(folder)]),
			[
				[1, 'b'],
				[2, 'a'],
			],
		);
	});

	test('is refused where it is of no use, and the refusal says why', async (context) => {
		for (const [what, make, said] of [
			['nothing', () => {}, /no shard left anything here to render from/],
			['one missing', () => leave('a', 1, 2), /shard 2 of the 2 that analyse is missing/],
			[
				'one twice',
				async () => {
					await leave('a', 1, 1);
					await leave('b', 1, 1);
				},
				/shard 1 of the 1 that analyse is here 2 times/,
			],
			[
				'two numbers of shards',
				async () => {
					await leave('a', 1, 2);
					await leave('b', 2, 3);
				},
				/some shards that analyse are of 2, others of 3/,
			],
			[
				'another commit',
				() => leave('a', 1, 1, { commit: 'beef' }),
				/had the archive at beef, and here it is at c0ffee/,
			],
			['another program', () => leave('a', 1, 1, { code: 'x' }), /another version of this program/],
			['a damaged list', () => writeFiles(shards, { 'a/shard.json': '{"format":' }), /run this shard again/],
		] as const) {
			await context.test(what, async () => {
				shards = temporaryFolder();
				await make();
				await assert.rejects(readLeft(shards, 'analyse', madeOf), said);
			});
		}
	});

	test('replaces what a shard left before, and nothing else', async () => {
		await leave('a', 1, 2);
		writeFiles(shards, { 'a/old': 'old', 'b/mine.txt': 'mine' });
		await beginFolder(path.join(shards, 'a'));
		assert.ok(!existsSync(path.join(shards, 'a/old')));
		await assert.rejects(beginFolder(path.join(shards, 'b')), /something else than what a shard left/);
	});
});
