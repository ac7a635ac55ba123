import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { notesBetween } from './changelog.ts';
import { compareVersions, newestRelease } from './version-order.ts';

const changelog = `# Changelog

Words about it.

## Unreleased

- Not yet.

## 0.10.0 (2026-02-01)

A large one.

### What you must do

- Set \`site\`.

  A paragraph of that entry.

### Added

- A page.

## v0.9.1

- A slip.

## 0.9.0

### Fixed

- More.
`;

test('the notes between two releases are those after the first up to the second, what must be done apart', () => {
	assert.deepEqual(notesBetween(changelog, '0.9.0', '0.10.0'), [
		{
			version: '0.10.0',
			mustDo: '- Set `site`.\n\n  A paragraph of that entry.',
			news: 'A large one.\n\n### Added\n\n- A page.',
		},
		{ version: '0.9.1', mustDo: null, news: '- A slip.' },
	]);
	assert.deepEqual(
		notesBetween(changelog, '0.8.0', '0.9.0').map(({ version }) => version),
		['0.9.0'],
	);
	assert.deepEqual(notesBetween(changelog, '0.10.0', '0.10.0'), []);
	assert.deepEqual(notesBetween('', '0.1.0', '0.2.0'), []);
});

test('releases are ordered by their numbers, and what is none is passed over', () => {
	const version = fc.tuple(fc.nat(999), fc.nat(999), fc.nat(999));
	fc.assert(
		fc.property(version, version, (one, other) => {
			const [left, right] = [one.join('.'), other.join('.')];
			assert.equal(Math.sign(compareVersions(left, right)), -Math.sign(compareVersions(right, left)) || 0);
			assert.equal(compareVersions(left, right) === 0, left === right);
		}),
	);
	const tags = ['v0.9.0', 'v0.10.0', 'v1.0.0-rc.1', 'v2', 'version', 'v0.2.11'];
	assert.equal(newestRelease(tags), 'v0.10.0');
	assert.equal(newestRelease(['v1']), null);
});
