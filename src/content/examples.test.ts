/** What a new collection may begin with can be captured as it is: nobody else reads these files before somebody relies on them. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readDeclarations } from '../archive/collection.ts';
import { checkCollection } from '../authoring/check-collection.ts';
import { root } from '../root.ts';
import { temporaryFolder } from '../samples/temporary-folder.ts';

const content = path.join(root, 'src', 'content');

test('the collection that ships, with all example platforms, has no fault', async () => {
	const directory = temporaryFolder();
	mkdirSync(path.join(directory, 'declarations'));
	cpSync(path.join(content, 'collection.yml'), path.join(directory, 'collection.yml'));
	cpSync(path.join(content, 'examples'), path.join(directory, 'declarations'), { recursive: true });
	const { declarations, faults } = await checkCollection(directory);
	assert.ok(declarations.declarations.length > 20);
	assert.deepEqual(faults, []);
	assert.deepEqual((await readDeclarations(directory)).faults, []);
});
