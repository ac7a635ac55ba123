import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import * as cheerio from 'cheerio';
import type { FilterScripts, Source } from '../../model/declaration.ts';
import { temporaryFolder } from '../../samples/temporary-folder.ts';
import { CaptureFault } from '../capture-fault.ts';
import { textOfPage } from '../extract/page-text.ts';
import { pageOf } from '../page.ts';
import { runFilterScripts } from './filter-scripts.ts';

const address = 'https://curlew.example/terms';
let folder = '';
let scripts: FilterScripts;
before(async () => {
	folder = temporaryFolder();
	scripts = {
		current: path.join(folder, 'Curlew.filters.js'),
		past: path.join(folder, 'Curlew.filters.history.js'),
	};
	await writeFile(
		path.join(folder, 'Heron.filters.mjs'),
		'export const shout = (document) => { document.querySelector("p").textContent += "!"; };',
	);
	await writeFile(
		scripts.current ?? '',
		`export { shout } from './Heron.filters.mjs';
		export async function drop(document, selectors, context) {
			for (const each of document.querySelectorAll(selectors.join(','))) each.remove();
			document.querySelector('a').textContent = context.fetch;
		}
		export function shortenLinks(document) {
			for (const link of document.querySelectorAll('a')) link.href = new URL(link.href).origin + '/' + document.location.host;
		}
		export function fail() { throw new Error('no such bird'); }
		export function loop() { for (;;); }`,
	);
	await writeFile(
		scripts.past ?? '',
		`const mark = (text) => (document) => { document.querySelector('p').textContent = text; };
		export const shout = [
			{ validUntil: '2024-01-01T00:00:00Z', filter: mark('second') },
			{ validUntil: '2022-01-01T00:00:00+01:00', filter: mark('first') },
		];`,
	);
});

const html = '<body><nav>Home</nav><main><p>You may fly</p><a href="/a?x=1">Go</a></main></body>';

function source(...filters: Source['filters'][number][]): Source {
	return { address, select: ['main'], remove: [], filters };
}

function textWith(filters: Source, using: FilterScripts | undefined = scripts): Promise<string> {
	return textOfPage(pageOf(Buffer.from(html), address, 'text/html'), filters, using);
}

describe('the filters of a collection', () => {
	test('change the document, in order, with parameters and the facts of the page', async () => {
		const text = await textWith(source('shortenLinks', { drop: ['nav', 'p'] }));
		assert.equal(text, `[${address}](https://curlew.example/curlew.example)\n`);
	});

	test('may come from another file', async () => {
		assert.match(await textWith(source('shout')), /^You may fly!\n/);
	});

	test('of a former day are taken from the history', async () => {
		const on = (day: string) => textWith(source('shout'), { ...scripts, moment: new Date(day) });
		assert.match(await on('2021-12-31T23:00:00Z'), /^first\n/);
		assert.match(await on('2021-12-31T23:00:01Z'), /^second\n/);
		assert.match(await on('2025-01-01T00:00:00Z'), /^You may fly!\n/);
	});

	for (const [name, filter, using, says] of [
		['that are not allowed', 'shout', null, /"shout".*filterScripts: true/s],
		['that are not there', 'absent', undefined, /Curlew\.filters\.js.*no filter "absent"/s],
		['that fail', 'fail', undefined, /"fail" failed: Error: no such bird/],
	] as const) {
		test(`${name} are a named fault`, async () => {
			const outcome = textOfPage(
				pageOf(Buffer.from(html), address, 'text/html'),
				source(filter),
				using === null ? undefined : scripts,
			);
			await assert.rejects(outcome, (fault) => {
				assert.ok(fault instanceof CaptureFault && fault.code === 'filter-script');
				assert.match(fault.message, says);
				return true;
			});
		});
	}

	test('that never end are stopped', async () => {
		const outcome = runFilterScripts(cheerio.load(html), source('loop'), address, scripts, {
			time: 1500,
			memory: 128,
		});
		await assert.rejects(outcome, /took more than 1\.5 s/);
	});
});
