/** A search index in several parts answers as one, in whatever script its words are. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { writeSearchIndex } from '../../src/build/search-index.ts';
import { type Serving, serveDirectory } from '../../src/build/serve-site.ts';
import { launchChromium } from '../../src/capture/browser/chromium.ts';
import { sampleArchive } from '../../src/samples/sample-archive.ts';
import { temporaryFolder } from '../../src/samples/temporary-folder.ts';
import { countShards, shardFolder } from '../../src/site/search/search-shards.ts';
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

describe('a search index in parts', () => {
	let folder: string;
	let serving: Serving;
	let browser: Browser;
	let page: Page;
	before(async () => {
		folder = temporaryFolder({
			'index.html': '<!doctype html><html lang="en"><title>Search</title></html>',
		});
		const kept = { directory: path.join(folder, 'kept'), code: '' };
		assert.equal(await writeSearchIndex(archive, path.join(folder, 'pagefind'), kept), 265);
		serving = await serveDirectory({ directory: folder, port: 0, base: '/' });
		browser = await launchChromium();
		page = await browser.newPage();
		await page.goto(serving.address);
	});
	after(async () => {
		await browser?.close();
		await serving?.close();
	});

	/** Addresses of the records that hold what is asked for. */
	function ask(question: string): Promise<string[]> {
		const parts = Array.from({ length: countShards(archive) - 1 }, (_, index) => shardFolder(index + 1));
		return page.evaluate(
			async ([query, folders]) => {
				const script = '/pagefind/pagefind.js';
				const index = await import(script);
				await index.init();
				await Promise.all(folders.map((part: string) => index.mergeIndex(`/pagefind/${part}`)));
				const { results } = await index.search(query);
				const found = await Promise.all(results.map((result: { data(): unknown }) => result.data()));
				await index.destroy();
				return found.map(({ url }: { url: string }) => url);
			},
			[readQuestion(question).query, parts] as const,
		);
	}

	test('finds what stands in any of them, once', async () => {
		assert.equal(countShards(archive), 2);
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
});
