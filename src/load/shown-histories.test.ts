/** Which agreements a site shows of an archive that several share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../model/fault.ts';
import { shownHistories } from './shown-histories.ts';

const versions = new Map(['Auk/Terms.md', 'Tern/Privacy.md', 'Tern/Terms.md'].map((file) => [file, []]));
const declarations = [{ platform: 'Gull', agreement: 'Terms', sources: [] }] as never;

function filesOf(platforms: readonly string[] | undefined): string[] {
	return shownHistories({ platforms: platforms && [...platforms] }, { declarations }, { versions }).map(
		({ file }) => file,
	);
}

test('all platforms are shown where none is named, else the named ones, be there nothing recorded of them yet', () => {
	assert.deepEqual(filesOf(undefined), ['Auk/Terms.md', 'Tern/Privacy.md', 'Tern/Terms.md']);
	assert.deepEqual(filesOf(['Tern']), ['Tern/Privacy.md', 'Tern/Terms.md']);
	assert.deepEqual(filesOf(['Gull']), []);
});

test('a platform that nobody recorded or declared is a slip, and is named', () => {
	assert.throws(
		() => filesOf(['Tern', 'tern']),
		(error) => error instanceof Fault && error.what.includes('"tern"'),
	);
});
