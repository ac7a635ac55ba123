/** What a build expects its site to weigh, before it renders a page, is what the demonstration's site weighs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listFiles } from '../../src/build/site-files.ts';
import { bytesOf, weighSite } from '../../src/build/site-weight.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import { demoArchive } from '../demo/capture-program.ts';
import { testDemo, testSite } from '../test/test-site.ts';

test('a site weighs what was expected of it, within a quarter', async () => {
	const archive = await readArchive(demoArchive(testDemo));
	const weight = weighSite(archive, testSite, listFiles(testSite));
	const expected = weight.reduce((sum, kind) => sum + kind.expected, 0);
	const ratio = expected / bytesOf(weight);
	assert.ok(ratio > 0.8 && ratio < 1.25, `${ratio}: ${JSON.stringify(weight)}`);
});
