import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { codeHash } from './code-hash.ts';
import { temporaryFolder, writeFiles } from './samples/temporary-folder.ts';

let program: string;
const write = (file: string, content: string) => writeFiles(program, { [file]: content });
const hash = () => codeHash(['src/analysis'], program);

beforeEach(() => {
	program = temporaryFolder();
	write('package-lock.json', '{}');
	write('src/analysis/changes/classes.ts', 'export const flapDays = 30;');
	write('src/analysis/words.ts', '');
});

test('a rule that is edited deep in a room changes the hash', () => {
	const before = hash();
	write('src/analysis/changes/classes.ts', 'export const flapDays = 31;');
	assert.notEqual(hash(), before);
});

test('a rule that is added deep in a room, and another version of a package, change the hash', () => {
	const before = hash();
	write('src/analysis/changes/hindsight/furniture.ts', '');
	const more = hash();
	assert.notEqual(more, before);
	write('package-lock.json', '{ "astro": "8" }');
	assert.notEqual(hash(), more);
});

test('a file that moves within a room keeps the hash, and tests do not count', () => {
	const before = hash();
	renameSync(
		path.join(program, 'src/analysis/words.ts'),
		path.join(program, 'src/analysis/changes/words.ts'),
	);
	write('src/analysis/words.test.ts', 'test();');
	assert.equal(hash(), before);
});
