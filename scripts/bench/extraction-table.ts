/** How well extraction agrees with the texts that another archive took from the very same pages: word by word, both directions. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as cheerio from 'cheerio';
import { readDeclarations } from '../../src/archive/collection.ts';
import { CaptureFault } from '../../src/capture/capture-fault.ts';
import { textOfPage } from '../../src/capture/extract/page-text.ts';
import { type FetchedPage, pageOf } from '../../src/capture/page.ts';
import { removeParts, selectParts } from '../../src/capture/selection/selection.ts';
import { guardText } from '../../src/capture/wall-pages.ts';
import type { DeclaredAgreement, Source } from '../../src/model/declaration.ts';
import type { PastAgreement } from '../../src/model/declaration-history.ts';
import { Fault } from '../../src/model/fault.ts';
import { markNearestPart, nearestPart } from './nearest-part.ts';
import { compareWords, visibleWords, type WordComparison, wordsOfHtml } from './visible-words.ts';

/**
 * `stale selector` the declared selector matches nothing, so that the recorded text is of an earlier page and nothing would be
 * recorded now: the figures are those of the element that comes nearest · `other edition` the recorded text was not taken from this
 * page: words of it stand nowhere in the page, or the declared part, read without any rule of ours, says more · `held back` the
 * page is no agreement and nothing of it would be recorded
 */
type Verdict = 'agrees' | 'below' | 'stale selector' | 'other edition' | 'held back';

export interface PageResult extends WordComparison {
	readonly platform: string;
	readonly agreement: string;
	readonly kind: 'HTML' | 'PDF';
	readonly verdict: Verdict;
	/** Why it is not compared, else the words that only one side has; empty where it agrees. */
	readonly detail: string;
}

/** In both directions: what is asked of extraction. Captions of pictures, numbers of lists and protected addresses make up the rest. */
const enough = 0.99;

/**
 * One result for each page under `snapshots/` that has a text under `versions/`, in the order of the names.
 * @param onWarning called for each declaration that cannot be used, whose pages are left out
 */
export async function compareExtraction(
	directory: string,
	onWarning: (fault: Fault) => void = () => {},
): Promise<readonly PageResult[]> {
	const { declarations, past, faults, pastFaults } = await readDeclarations(directory);
	[...faults, ...pastFaults].forEach(onWarning);
	const snapshots = path.join(directory, 'snapshots');
	const files = await readdir(snapshots, { recursive: true }).catch((): string[] => []);
	const results: PageResult[] = [];
	for (const file of files.filter((name) => /\.(?:html|pdf)$/.test(name)).sort()) {
		const source = sourceOf(file, declarations, past);
		if (source === undefined) continue;
		const recorded = path.join(directory, 'versions', file.replace(/\.\w+$/, '.md'));
		const theirs = await readFile(recorded, 'utf8').catch(() => null);
		if (theirs !== null)
			results.push(await comparePage(file, await readFile(path.join(snapshots, file)), source, theirs));
	}
	if (results.length > 0) return results;
	throw new Fault(
		'no page with its text is here',
		directory,
		'Name a folder with declarations/, snapshots/ and versions/.',
	);
}

/** Today's rules, or the last ones that were for a file of this kind. */
function sourceOf(
	file: string,
	declarations: readonly DeclaredAgreement[],
	past: readonly PastAgreement[],
): Source | undefined {
	const [platform, agreement] = namesOf(file);
	const isPdfFile = file.endsWith('.pdf');
	return [...declarations, ...past.toReversed()].find(
		({ sources, ...each }) =>
			each.platform === platform &&
			each.agreement === agreement &&
			sources.length === 1 &&
			(sources[0]?.select.length === 0) === isPdfFile,
	)?.sources[0];
}

function namesOf(file: string): [platform: string, agreement: string] {
	return [path.dirname(file), path.basename(file).replace(/\.\w+$/, '')];
}

async function comparePage(
	file: string,
	bytes: Buffer,
	source: Source,
	recorded: string,
): Promise<PageResult> {
	const [platform, agreement] = namesOf(file);
	const page = pageOf(bytes, source.address, '');
	const theirs = visibleWords(recorded);
	const { text, fault } = await readPage(page, source);
	const compared = compareWords(visibleWords(text), theirs);
	const named = { platform, agreement, kind: page.html === '' ? 'PDF' : 'HTML' } as const;
	if (fault !== null) return { ...named, ...compared, ...(await judgeFault(fault, page, source, theirs)) };
	if (isEnough(compared)) return { ...named, ...compared, verdict: 'agrees', detail: '' };
	return { ...named, ...compared, ...judgeDifference(compared, page, source, theirs) };
}

function isEnough({ precision, recall }: WordComparison): boolean {
	return precision >= enough && recall >= enough;
}

async function readPage(
	page: FetchedPage,
	source: Source,
): Promise<{ text: string; fault: CaptureFault | null }> {
	let text = '';
	try {
		text = await textOfPage(page, source);
		guardText(text, source.address);
		return { text, fault: null };
	} catch (error) {
		if (error instanceof CaptureFault) return { text, fault: error };
		throw error;
	}
}
interface Judgement extends Partial<WordComparison> {
	readonly verdict: Verdict;
	readonly detail: string;
}

async function judgeFault(
	fault: CaptureFault,
	page: FetchedPage,
	source: Source,
	theirs: readonly string[],
): Promise<Judgement> {
	const whole = compareWords(wordsOfHtml(page.html), theirs);
	const marked = fault.code === 'selector' ? markNearestPart(page.html, theirs) : null;
	if (marked === null) return { verdict: 'held back', detail: fault.what };
	if (whole.recall < enough)
		return { verdict: 'other edition', detail: `${fault.what}; ${inWholePage(whole)}` };
	const { text } = await readPage({ ...page, html: marked }, { ...source, select: [nearestPart] });
	const nearest = compareWords(visibleWords(text), theirs);
	const detail = [fault.what, differenceOf(nearest)].filter(Boolean).join('; ');
	return { ...nearest, verdict: 'stale selector', detail };
}

function judgeDifference(
	compared: WordComparison,
	page: FetchedPage,
	source: Source,
	theirs: readonly string[],
): Judgement {
	const detail = differenceOf(compared);
	// Of a PDF there is no second reading to hold ours against.
	if (page.html === '') return { verdict: 'below', detail };
	const whole = compareWords(wordsOfHtml(page.html), theirs);
	const part = compareWords(declaredWords(page, source), theirs);
	if (whole.recall < enough) return { verdict: 'other edition', detail: `${inWholePage(whole)}: ${detail}` };
	if (part.precision >= enough) return { verdict: 'below', detail };
	return {
		verdict: 'other edition',
		detail: `the declared part has ${part.added.length} words more: ${detail}`,
	};
}

/** Every word of the declared part as the page has it, by the selectors alone. */
function declaredWords(page: FetchedPage, source: Source): string[] {
	const $ = cheerio.load(page.html);
	removeParts($, source.remove, page.address);
	return selectParts($, source.select, page.address).flatMap(wordsOfHtml);
}

function inWholePage({ recall, missing }: WordComparison): string {
	return `${percent(recall)} of the recorded words stand anywhere in the page (${few(missing)} do not)`;
}

function differenceOf({ added, missing }: WordComparison): string {
	const parts = [added.length > 0 ? `+ ${few(added)}` : '', missing.length > 0 ? `− ${few(missing)}` : ''];
	return parts.filter(Boolean).join('  ');
}

function few(words: readonly string[]): string {
	return words.slice(0, 8).join(' ');
}

const head = ['page', 'kind', 'theirs', 'ours', 'precision', 'recall', 'verdict', 'why'];

/** One row a page, and the share of those that are agreements. */
export function extractionTable(results: readonly PageResult[]): string {
	const rows = [head, ...results.map(rowOf)];
	const widths = head.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
	const lines = rows.map((row) =>
		row
			.map((cell, at) => padded(cell, at, widths[at] ?? 0))
			.join('  ')
			.trimEnd(),
	);
	return [...lines, '', sumOf(results)].join('\n');
}

function rowOf(each: PageResult): string[] {
	const counts = [String(each.theirs), String(each.ours)];
	const shares = each.ours === 0 ? ['–', '–'] : [percent(each.precision), percent(each.recall)];
	return [`${each.platform} › ${each.agreement}`, each.kind, ...counts, ...shares, each.verdict, each.detail];
}

function padded(cell: string, column: number, width: number): string {
	if (column === head.length - 1) return cell;
	return column >= 2 && column <= 5 ? cell.padStart(width) : cell.padEnd(width);
}

function sumOf(results: readonly PageResult[]): string {
	const count = (verdict: Verdict) => results.filter((each) => each.verdict === verdict).length;
	const stale = results.filter((each) => each.verdict === 'stale selector');
	const good = count('agrees');
	const near = stale.filter(isEnough).length;
	const own = good + count('below');
	const all = own + stale.length;
	return [
		`of the pages that the recorded text was taken from, ${shareOf(good, own)} agree at ${percent(enough)} or better both ways`,
		`with those whose selector is stale, each by its nearest element, ${shareOf(good + near, all)}`,
		`${count('other edition')} pages are of another edition, ${count('held back')} are no agreement and held back, ${results.length} in all`,
	].join('\n');
}

function shareOf(part: number, whole: number): string {
	return `${part} of ${whole} (${percent(part / whole)})`;
}

function percent(share: number): string {
	return `${(share * 100).toFixed(2)} %`;
}
