/** Which pages, files and places a link of a text may lead to is told before a site is built: the built demonstration has each, and no other. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { listFiles } from '../../src/build/site-files.ts';
import { readArchive } from '../../src/load/load-archive.ts';
import { renamedProvisions } from '../../src/site/addresses/renamed-addresses.ts';
import { weeksShown } from '../../src/site/digest/digest.ts';
import { byMonth } from '../../src/site/overview/days.ts';
import { placeFinder } from '../../src/site/page-places.ts';
import { demoArchive } from '../demo/capture-program.ts';
import { readPage } from '../site-check/page-facts.ts';
import { testDemo, testSite } from '../test/test-site.ts';

/** Nobody links to these: what pages load, and what a server shows of its own accord. */
const unlinked = /^(?:404\.html|_astro\/.*|pagefind\/.*|watch\/worker\.js)$/;

test('every page and file of the demonstration is known, and each place on it that may be linked to is there', async () => {
	const archive = await readArchive(demoArchive(testDemo));
	const leadingOn = renamedProvisions(archive).map(({ from }) => from);
	const weeks = weeksShown(archive.entries).map(([week]) => week);
	const months = [...byMonth(archive.entries).keys()];
	const find = placeFinder({ ...archive, weeks, months, api: true, leadingOn, others: [] });
	const anchors = archive.platforms.flatMap(({ agreements }) =>
		agreements.flatMap(({ ledger }) => ledger.clauses.map(({ anchor }) => anchor)),
	);
	const clauses = [...new Set(anchors)];
	const files = listFiles(testSite).filter((file) => !unlinked.test(file));
	let places = 0;
	for (const file of files) {
		const page = `/${file.replace(/index\.html$/, '')}`;
		assert.equal(find('/', page), null);
		if (!file.endsWith('.html')) continue;
		const { ids } = readPage(await readFile(path.join(testSite, file), 'utf8'));
		const refused = [...ids].filter((name) => find('/', `${page}#${name}`) !== null);
		assert.deepEqual(refused, [], page);
		// Of a page that takes whatever place nothing is proven.
		if (find('/', `${page}#no-such-place`) === null) continue;
		const granted = clauses.filter((name) => find('/', `${page}#${name}`) === null);
		assert.deepEqual(
			granted.filter((name) => !ids.has(name)),
			[],
			page,
		);
		places += granted.length;
	}
	assert.ok(places > anchors.length);
});
