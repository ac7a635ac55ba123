/** Links lead to the forge that has the repository, each in its own way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commitUrl, fileUrl } from './forge-links.ts';

test('a commit is linked in the way of its forge', () => {
	assert.equal(commitUrl(undefined, 'abc'), null);
	assert.equal(
		commitUrl('https://github.com/acme/archive.git', 'abc'),
		'https://github.com/acme/archive/commit/abc',
	);
	assert.equal(
		commitUrl('https://gitlab.example/acme/archive/', 'abc'),
		'https://gitlab.example/acme/archive/-/commit/abc',
	);
});

test('a file is linked as it stood at a commit, by its path inside the repository', () => {
	const path = 'archive/versions/Acme & Co/Terms #1.md';
	assert.equal(fileUrl(undefined, 'abc', path), null);
	assert.equal(
		fileUrl('https://github.com/acme/archive', 'abc', path),
		'https://github.com/acme/archive/blob/abc/archive/versions/Acme%20%26%20Co/Terms%20%231.md',
	);
	assert.equal(
		fileUrl('https://gitlab.example/a.git', 'abc', 'A/T.md'),
		'https://gitlab.example/a/-/blob/abc/A/T.md',
	);
});
