import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planFiles } from './machine-files.ts';

const base = new Map([
	['src/kept.ts', 'a'],
	['src/edited.ts', 'b'],
	['src/gone.ts', 'c'],
	['src/gone-edited.ts', 'd'],
	['.github/workflows/check.yml', 'e'],
]);
const release = new Map([
	['src/kept.ts', 'a2'],
	['src/edited.ts', 'b2'],
	['src/fresh.ts', 'f'],
	['src/double.ts', 'g'],
	['.github/workflows/check.yml', 'e'],
]);
const present = new Map([
	['src/kept.ts', 'a'],
	['src/edited.ts', 'mine'],
	['src/gone.ts', 'c'],
	['src/gone-edited.ts', 'mine'],
	['src/double.ts', 'mine'],
	['src/own.ts', 'mine'],
	['CNAME', 'mine'],
]);

test('every file of the machine becomes the release’s, and what the maintainer had altered is named', () => {
	const { files, altered, own } = planFiles([base], present, release);
	assert.deepEqual(own, ['src/own.ts', 'CNAME']);
	assert.deepEqual(altered, [
		{ path: '.github/workflows/check.yml', how: 'removed' },
		{ path: 'src/double.ts', how: 'added' },
		{ path: 'src/edited.ts', how: 'edited' },
		{ path: 'src/gone-edited.ts', how: 'edited' },
	]);
	assert.deepEqual(files, new Map([...release, ['src/own.ts', 'mine'], ['CNAME', 'mine']]));
});

test('where nobody knows what the files come from, those of the program count as the machine’s', () => {
	const { altered, own } = planFiles([], present, release);
	assert.deepEqual(own, ['CNAME']);
	assert.ok(altered.some(({ path }) => path === 'src/own.ts'));
});

test('a file is as it came where it is so in any of the states that it may come from', () => {
	const later = new Map([...base, ['src/edited.ts', 'mine']]);
	const { altered } = planFiles([base, later], present, release);
	assert.ok(!altered.some(({ path }) => path === 'src/edited.ts'));
});

test('nothing is lost unnamed: a file that is neither the base’s nor kept is among the altered', () => {
	const path = fc.constantFrom('src/a.ts', 'src/b.ts', 'docs/c.md', 'package.json');
	const table = fc
		.array(fc.tuple(path, fc.constantFrom('1', '2', '3')))
		.map((all) => new Map<string, string>(all));
	fc.assert(
		fc.property(fc.array(table, { maxLength: 2 }), table, table, (origins, now, next) => {
			const { files, altered } = planFiles(origins, now, next);
			const isOrigins = (file: string, entry: string) => origins.some((origin) => origin.get(file) === entry);
			const named = new Set(altered.map((each) => each.path));
			for (const [file, entry] of now)
				assert.ok(files.get(file) === entry || isOrigins(file, entry) || named.has(file));
			for (const [file, entry] of next) assert.equal(files.get(file), entry);
		}),
	);
});
