/** A search index in several parts answers as one, in whatever script its words are. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startIndex } from '../../src/build/search-index/write-index.ts';
import { type Serving, serveDirectory } from '../../src/build/serve-site.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import type { Platform } from '../../src/model/archive.ts';
import { sampleArchive } from '../../src/samples/sample-archive.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { baseFilter } from '../../src/site/search/index-parts.ts';
import { indexDocuments } from '../../src/site/search/search-records.ts';
import { searchShards, shardFolder } from '../../src/site/search/search-shards.ts';
import { readQuestion } from '../../src/site/search/search-terms.ts';

const words: Readonly<Record<string, string>> = {
	One: 'You may not sell the parcels that we send to you.',
	Two: '本利用規約は、当社が提供するサービスに適用されます。',
	Three: 'يجوز لنا إنهاء حسابك إذا خالفت هذه الشروط.',
	Four: 'Die Kündigung bedarf der Textform und wird sofort wirksam.',
	Five: 'ข้อกำหนดการใช้งานนี้ใช้กับบริการของเรา',
};

/** Enough platforms for two parts. */
const archive = sampleArchive(
	Object.fromEntries([
		...Object.entries(words).map(([name, text]) => [name, { Terms: [`${text}\n`] }]),
		...Array.from({ length: 260 }, (_, index) => [
			`Other ${index}`,
			{ Terms: ['Nothing of note is said here.\n'] },
		]),
	]),
);

const delta = 'delta/';
const shards = searchShards(archive).map((platforms, shard) => ({ folder: shardFolder(shard), platforms }));
/** One has other words now, and Four is gone. */
const since = sampleArchive({ One: { Terms: ['You may lend the parcels that we send to you.\n'] } });
const superseded = ['/one/terms/', '/four/terms/'];

/** @returns number of records */
async function writeIndex(
	folder: string,
	parts: readonly { readonly folder: string; readonly platforms: readonly Platform[] }[],
	inBase: boolean,
): Promise<number> {
	const pathsOf = ({ agreements }: Platform) => agreements.map(({ path }) => path);
	const { take, written } = startIndex(
		folder,
		parts.map(({ folder, platforms }) => ({ folder, agreements: platforms.flatMap(pathsOf) })),
	);
	// Those of the last part first: they wait for their turn.
	for (const platform of parts.toReversed().flatMap(({ platforms }) => platforms))
		for (const agreement of platform.agreements)
			take(agreement.path, indexDocuments(platform, agreement, '2024-01-01T00:00:00Z', inBase));
	return written;
}

describe('a search index in parts', () => {
	let folder: string;
	let serving: Serving;
	let browser: Browser;
	let page: Page;
	before(async () => {
		folder = temporaryFolder({
			'index.html': '<!doctype html><html lang="en"><title>Search</title></html>',
		});
		const directory = path.join(folder, 'pagefind');
		assert.equal(await writeIndex(directory, shards, true), 265);
		assert.equal(await writeIndex(directory, [{ folder: delta, platforms: since.platforms }], false), 1);
		serving = await serveDirectory({ directory: folder, port: 0, base: '/' });
		browser = await launchChromium();
		page = await browser.newPage();
		await page.goto(serving.address);
	});
	after(async () => {
		await browser?.close();
		await serving?.close();
	});

	/** Addresses of the records that hold what is asked for. @param without agreements whose records in the large parts do not count */
	function ask(question: string, without: readonly string[] = []): Promise<string[]> {
		const parts = [...shards.slice(1).map(({ folder }) => folder), ...(without.length > 0 ? [delta] : [])];
		const none = without.map((address) => ({ [baseFilter]: address }));
		return page.evaluate(
			async ([query, folders, none]) => {
				const script = '/pagefind/pagefind.js';
				const index = await import(script);
				await index.init();
				await Promise.all(folders.map((part: string) => index.mergeIndex(`/pagefind/${part}`)));
				const { results } = await index.search(query, none.length === 0 ? {} : { filters: { none } });
				const found = await Promise.all(results.map((result: { data(): unknown }) => result.data()));
				await index.destroy();
				return found.map(({ url }: { url: string }) => url);
			},
			[readQuestion(question).query, parts, none] as const,
		);
	}

	test('finds what stands in any of them, once', async () => {
		assert.equal(shards.length, 2);
		assert.equal((await ask('note')).length, 260);
		assert.deepEqual(await ask('selling parcels'), ['/one/terms/#text-2024']);
	});

	test('finds words of scripts without spaces, of right-to-left scripts and with accents', async () => {
		assert.deepEqual(await ask('利用規約'), ['/two/terms/#text-2024']);
		assert.deepEqual(await ask('サービス'), ['/two/terms/#text-2024']);
		assert.deepEqual(await ask('حسابك'), ['/three/terms/#text-2024']);
		assert.deepEqual(await ask('kundigung'), ['/four/terms/#text-2024']);
		assert.deepEqual(await ask('"bedarf der Textform"'), ['/four/terms/#text-2024']);
		assert.deepEqual(await ask('การใช้งาน'), ['/five/terms/#text-2024']);
	});

	test('finds what a newer part has anew there alone, and nothing of what is gone', async () => {
		assert.deepEqual(await ask('parcels', superseded), ['/one/terms/#text-2024']);
		assert.deepEqual(await ask('"sell the parcels"', superseded), []);
		assert.deepEqual(await ask('lend parcels', superseded), ['/one/terms/#text-2024']);
		assert.deepEqual(await ask('kundigung', superseded), []);
		assert.equal((await ask('note', superseded)).length, 260);
	});
});
