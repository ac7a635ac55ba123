/** What README and CONTRIBUTING say of the tree is true of the tree. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../../src/root.ts';

const documents = ['README.md', 'CONTRIBUTING.md'].map((name) => ({
	name,
	text: readFileSync(path.join(root, name), 'utf8'),
}));

test('every file and folder of the program that is named is there', () => {
	// Placeholders such as `<name>` stand for files that somebody is going to write.
	const named = documents.flatMap(({ name, text }) =>
		[...text.matchAll(/(?<![\w/.-])(?:src|scripts)\/[\w/.[\]-]*\w\/?(?![\w<])/g)].map(([place]) => ({
			name,
			place,
		})),
	);
	assert.ok(named.length > 20, 'places were found');
	assert.deepEqual(
		named.filter(({ place }) => !existsSync(path.join(root, place))),
		[],
	);
});

test('the rooms of the architecture page are the folders of the program', () => {
	const [, page = ''] = /## Architecture\n([\s\S]*?)\n## /.exec(documents[0]?.text ?? '') ?? [];
	const listed = [...page.matchAll(/^\| `([\w/]+)\/` /gm)].map(([, room]) => room);
	const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((each) =>
		each.isDirectory(),
	);
	const rooms = [...folders.map(({ name }) => `src/${name}`), 'scripts', 'archive'];
	assert.deepEqual(listed.toSorted(), rooms.toSorted());
});

test('every command that the documents name is one', () => {
	const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const named = documents.flatMap(({ text }) => [...text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)]);
	const commands = named.map(([, command]) => command as string);
	assert.ok(commands.length > 20, 'commands were found');
	assert.deepEqual(
		commands.filter((command) => !(command in scripts)),
		[],
	);
});

test('the release is the same in package.json, in its lock, by which builds go, and in the changelog', () => {
	const versions = ['package.json', 'package-lock.json'].map(
		(name) => JSON.parse(readFileSync(path.join(root, name), 'utf8')).version,
	);
	const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
	const [, newest] = /^## (\d+\.\d+\.\d+)\b/m.exec(changelog) ?? [];
	assert.deepEqual(versions, [newest, newest]);
});

test('the section of the changelog that is not released yet says what a maintainer must do', () => {
	const changelog = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
	const versions = [...changelog.matchAll(/^## (?:Unreleased|\d+\.\d+\.\d+\b.*)$/gm)];
	assert.deepEqual(
		versions.map(([title]) => title),
		changelog.match(/^## .*$/gm),
		'every section is one of a release',
	);
	const [, unreleased = ''] = /^## Unreleased\n([\s\S]*?)(?=^## )/m.exec(changelog) ?? [];
	if (unreleased.trim() !== '') assert.match(unreleased, /^\n### What you must do\n\n\S/);
});
