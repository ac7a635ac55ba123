/** Which pages and places a link of a text may lead to is told before a site is built: the built demonstration has each, and no page besides. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../src/build/site-files.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import { placeFinder } from '../../src/site/page-places.ts';
import { demoArchive } from '../demo/capture-program.ts';
import { readPage } from '../site-check/page-facts.ts';
import { testDemo, testSite } from '../test/test-site.ts';

/** Nobody links to it. */
const unlinked = '404.html';

test('every page of the demonstration is known, and each place on it that may be linked to is there', async () => {
	const archive = await readArchive(demoArchive(testDemo));
	const find = placeFinder({ ...archive, others: [] });
	const clauses = archive.platforms.flatMap(({ agreements }) =>
		agreements.flatMap(({ ledger }) => ledger.clauses.map(({ anchor }) => anchor)),
	);
	const names = new Set([...clauses, 'gaps', 'the-text', 'our-reading', 'through-time']);
	const files = (await listFiles(testSite)).filter((file) => file.endsWith('.html') && file !== unlinked);
	let places = 0;
	for (const file of files) {
		const page = `/${file.replace(/index\.html$/, '')}`;
		assert.equal(find('/', page), null);
		const { ids } = readPage(await readFile(path.join(testSite, file), 'utf8'));
		const granted = [...names].filter((name) => find('/', `${page}#${name}`) === null);
		assert.deepEqual(
			granted.filter((name) => !ids.has(name)),
			[],
			page,
		);
		places += granted.length;
	}
	assert.ok(places > clauses.length);
});
