/** The weights that the bench prints. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { quantile, weighSite } from './site-weight.ts';

test('a quantile is a value that so many do not pass', () => {
	const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
	assert.equal(quantile(hundred, 0.5), 50);
	assert.equal(quantile(hundred, 0.95), 95);
	assert.equal(quantile([7], 0.95), 7);
	assert.equal(quantile([], 0.5), 0);
});

test('a site weighs all its files, a page its own HTML, and what pages share is counted once without the search index', async () => {
	const directory = temporaryFolder({
		'index.html': 'x'.repeat(1000),
		'site.css': 'p { color: red }',
		'pagefind/pagefind.js': 'search()',
	});
	const weight = await weighSite(directory);
	const page = gzipSync('x'.repeat(1000)).length;
	const shared = gzipSync('p { color: red }').length;
	assert.deepEqual(weight, { pages: 1, files: 3, raw: 1000 + 16 + 8, p50: page, p95: page, shared });
});
