import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { Fault } from '../src/model/fault.ts';
import { temporaryFolder } from '../src/samples/temporary-folder.ts';
import { wordsOf } from './run.ts';

function thrownBy(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		return error;
	}
	throw new Error('nothing was thrown');
}

describe('how a command ends', () => {
	const file = path.join(temporaryFolder(), 'a file');
	writeFileSync(file, '');

	test('a place that is no folder, or one where a file is meant, is named with what to do', () => {
		for (const [work, what] of [
			[() => mkdirSync(path.join(file, 'inside'), { recursive: true }), 'not a directory'],
			[() => rmdirSync(file), 'not a directory'],
			[() => mkdirSync(file), 'file already exists'],
		] as const) {
			const words = String(wordsOf(thrownBy(work)));
			assert.match(words, new RegExp(`a file.*: ${what}\n  Name a folder`));
		}
	});

	test('a fault says itself', () => {
		assert.equal(wordsOf(new Fault('is wrong', 'here', 'Mend it.')), 'here: is wrong\n  Mend it.');
	});

	test('what is missing, and any other error, shows its stack', () => {
		for (const error of [thrownBy(() => readFileSync(`${file}.md`)), new Error('ours')])
			assert.equal(wordsOf(error), error);
	});
});
