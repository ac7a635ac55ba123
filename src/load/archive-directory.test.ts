/** Which collection is meant where nobody names one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { archiveDirectory } from './archive-directory.ts';

test('ARCHIVE names the collection, and where it is missing or empty the folder archive is meant', () => {
	assert.equal(archiveDirectory({ ARCHIVE: '../elsewhere' }), '../elsewhere');
	assert.equal(archiveDirectory({ ARCHIVE: '' }), 'archive');
	assert.equal(archiveDirectory({}), 'archive');
});
