/** How many of the words that another archive recorded from its pages the element holds that would be proposed for each. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as cheerio from 'cheerio';
import { pageOf } from '../../src/capture/page.ts';
import { type Proposal, proposeSelector } from '../../src/capture/selection/propose-selector.ts';
import { compareWords, visibleWords, wordsOfHtml } from './visible-words.ts';

/** Share of the recorded words that a good proposal holds. */
const enough = 0.95;

export interface ProposalResult {
	readonly file: string;
	readonly recall: number;
	readonly precision: number;
	readonly proposal: Proposal | null;
}

/** One result for each page that has a recorded text, in the order of the names. */
export async function measureProposals(folder: string): Promise<readonly ProposalResult[]> {
	const files = await readdir(path.join(folder, 'snapshots'), { recursive: true }).catch((): string[] => []);
	const results: ProposalResult[] = [];
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

function measurePage(html: string, recorded: readonly string[]): Omit<ProposalResult, 'file'> {
	const proposal = proposeSelector(html);
	const $ = cheerio.load(html);
	const words = proposal === null ? [] : wordsOfHtml($.html($(proposal.selector)));
	const { recall, precision } = compareWords(words, recorded);
	return { recall, precision: words.length === 0 ? 0 : precision, proposal };
}

export function formatProposals(results: readonly ProposalResult[]): string {
	const rows = results.map(({ file, recall, precision, proposal }) =>
		[percent(recall), percent(precision), file, proposal?.selector ?? 'no proposal'].join('  '),
	);
	const good = results.filter(({ recall }) => recall >= enough);
	const exact = good.filter(({ precision }) => precision >= enough);
	return [
		...rows,
		'',
		`${good.length} of ${results.length} hold ${percent(enough)} of the recorded words or more`,
		`${exact.length} of them hold hardly anything else (${percent(enough)} of their words were recorded)`,
	].join('\n');
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1).padStart(5)} %`;
}
