/** `npm run bench:proposals -- <folder> [--json]`: how many of the words recorded from the pages of `snapshots/` their proposed element holds. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as cheerio from 'cheerio';
import { pageOf } from '../src/capture/extract.ts';
import { type Proposal, proposeSelector } from '../src/capture/propose-selector.ts';
import { Fault } from '../src/model/fault.ts';
import { run } from './run.ts';
import { compareWords, visibleWords, wordsOfHtml } from './visible-words.ts';

/** Share of the recorded words that a good proposal holds. */
const enough = 0.95;

await run(async () => {
	const { values, positionals } = parseArgs({
		options: { json: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const [folder] = positionals;
	if (folder === undefined)
		throw new Fault('no folder was named', 'npm run bench:proposals', 'npm run bench:proposals -- <folder>');
	const results = await measure(folder);
	if (values.json) return console.log(JSON.stringify(results, null, '\t'));
	for (const { file, recall, precision, proposal } of results)
		console.log([percent(recall), percent(precision), file, proposal?.selector ?? 'no proposal'].join('  '));
	const good = results.filter(({ recall }) => recall >= enough);
	console.log(`\n${good.length} of ${results.length} hold ${percent(enough)} of the recorded words or more`);
	const exact = good.filter(({ precision }) => precision >= enough);
	console.log(
		`${exact.length} of them hold hardly anything else (${percent(enough)} of their words were recorded)`,
	);
});

interface Measured {
	readonly file: string;
	readonly recall: number;
	readonly precision: number;
	readonly proposal: Proposal | null;
}

async function measure(folder: string): Promise<readonly Measured[]> {
	const files = await readdir(path.join(folder, 'snapshots'), { recursive: true }).catch((): string[] => []);
	const results: Measured[] = [];
	for (const file of files.filter((name) => name.endsWith('.html')).sort()) {
		const recorded = await readFile(path.join(folder, 'versions', file.replace(/html$/, 'md')), 'utf8').catch(
			() => null,
		);
		if (recorded === null) continue;
		const page = pageOf(await readFile(path.join(folder, 'snapshots', file)), 'https://example.org/', '');
		results.push({ file, ...measurePage(page.html, visibleWords(recorded)) });
	}
	return results;
}

function measurePage(html: string, recorded: readonly string[]): Omit<Measured, 'file'> {
	const proposal = proposeSelector(html);
	const $ = cheerio.load(html);
	const words = proposal === null ? [] : wordsOfHtml($.html($(proposal.selector)));
	const { recall, precision } = compareWords(words, recorded);
	return { recall, precision: words.length === 0 ? 0 : precision, proposal };
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1).padStart(5)} %`;
}
