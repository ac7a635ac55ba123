/** However reading ends, no git is left behind: it would wait to be read, and the program for it, for ever. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '../model/fault.ts';
import { assertSoon } from '../samples/patience.ts';
import { makeTemporaryRepository, type TemporaryRepository } from '../samples/temporary-repository.ts';
import { readBlobs } from './blobs.ts';

let repository: TemporaryRepository;
let names: string[];
before(() => {
	repository = makeTemporaryRepository();
	// More than a pipe holds, so that git cannot end by itself.
	for (const name of ['a', 'b', 'c']) repository.write(`Tern/${name}.md`, name.repeat(1_000_000));
	repository.commit('Record', '2024-01-01');
	names = ['a', 'b', 'c'].map((name) => repository.git('rev-parse', `HEAD:Tern/${name}.md`));
});
after(() => repository.remove());

async function assertNoProcess(): Promise<void> {
	await assertSoon(() => process.getActiveResourcesInfo().includes('ProcessWrap'), false);
}

test('every text comes whole and in order', async () => {
	const read: string[] = [];
	for await (const bytes of readBlobs(repository.directory, names)) read.push(bytes.toString());
	assert.deepEqual(
		read.map((text) => [text[0], text.length]),
		[
			['a', 1_000_000],
			['b', 1_000_000],
			['c', 1_000_000],
		],
	);
	await assertNoProcess();
});

test('a reader that stops early ends git', async () => {
	for await (const _ of readBlobs(repository.directory, names)) break;
	await assertNoProcess();
});

test('a text that is missing among large ones is a fault, and ends git', async () => {
	const reading = async () => {
		for await (const _ of readBlobs(repository.directory, [names[0] ?? '', '1'.repeat(40), ...names]));
	};
	await assert.rejects(reading, Fault);
	await assertNoProcess();
});
