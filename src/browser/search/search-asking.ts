/** Asks Pagefind's index in the browser, and loads of what it finds no more than is shown. */
import { baseFilter, type IndexParts, partsFile, sinceFilter } from '../../site/search/index-parts.ts';
import { dayOfNote, type FirstAppearance, firstAppearance } from '../../site/search/search-answer.ts';
import { type Fragment, type Hit, hitsOf } from '../../site/search/search-hits.ts';
import type { Spread } from '../../site/search/search-said.ts';
import type { Question } from '../../site/search/search-terms.ts';

interface Results {
	readonly results: readonly { data(): Promise<Fragment> }[];
	/** Filter → value → number of records. */
	readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Each must hold; of those under `none`, none may. */
type Filters = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

export interface Index {
	search(query: string, options: { filters: Filters }): Promise<Results>;
	filters(): Promise<unknown>;
	mergeIndex(path: string): Promise<void>;
	init(): Promise<void>;
}

export interface Batch {
	readonly hits: readonly Hit[];
	/** The month that it is about; empty for all. What came or went in another one is found with that. */
	readonly month: string;
}

/** Hits as they come, and whether all of them are to come. */
export interface FoundHits {
	/** Best records first, or newest months first. */
	readonly batches: AsyncGenerator<Batch>;
	/** True where the question is narrow: all batches are to be loaded, and counted. */
	readonly counted: boolean;
	/** In how many agreements it stands that is not counted; null where all is. Loads all filters: what a reader sees first is not to wait for it. */
	readonly spread: () => Promise<Spread | null>;
	/**
	 * When the words first stood; null where none held them all, or where that is not known without loading too much.
	 * @param hits all that were loaded
	 */
	readonly first: (hits: readonly Hit[]) => Promise<FirstAppearance | null>;
}

/** Up to this many records all are loaded, so that counts and the first day are known: 5 KB each on average. */
const narrow = 64;
/** Records loaded at a time, and before all others: what a reader sees first is not to wait for what stands below it. */
const batch = 16;
const firstBatch = 4;

let loading: Promise<Index> | undefined;
let failures = 0;

/**
 * The index is a file of the site, unknown to the bundler. A failed load may be tried again.
 * @param script address of Pagefind's own, in the folder of the index
 */
export function loadIndex(script: string): Promise<Index> {
	loading ??= open(script).catch((error: unknown) => {
		loading = undefined;
		failures++;
		throw error;
	});
	return loading;
}

/** A browser remembers that a module failed: another try needs another address. */
async function open(script: string): Promise<Index> {
	const address = failures === 0 ? script : `${script}?try=${failures}`;
	const index: Index = await import(/* @vite-ignore */ address);
	await index.init();
	const folder = script.replace(/[^/]+$/, '');
	const { folders, superseded } = await readParts(folder);
	await Promise.all(folders.map((part) => index.mergeIndex(folder + part)));
	return superseded.length === 0 ? index : without(index, superseded);
}

async function readParts(folder: string): Promise<IndexParts> {
	const answer = await fetch(folder + partsFile);
	if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
	return (await answer.json()) as IndexParts;
}

/** Leaves out what a newer part of the index has anew. */
function without(index: Index, superseded: readonly string[]): Index {
	const none = superseded.map((address) => ({ [baseFilter]: address }));
	return {
		search: (query, { filters }) => index.search(query, { filters: { ...filters, none } }),
		filters: () => index.filters(),
		mergeIndex: (path) => index.mergeIndex(path),
		init: () => index.init(),
	};
}

/** @param what a record's kind, or empty; counted beside the others where the question is narrow */
export async function ask(
	index: Index,
	question: Question,
	filters: Readonly<Record<string, string>>,
	what: '' | 'text' | 'former',
	newest: boolean,
): Promise<FoundHits> {
	const { results } = await index.search(question.query, { filters });
	if (results.length <= narrow) {
		const batches = newest ? once(results, question) : byFit(results, question);
		return { batches, counted: true, spread: async () => null, first: async (hits) => firstAppearance(hits) };
	}
	const first = async () => (question.phrase ? firstByMonth(index, question, filters) : null);
	const chosen = what === '' ? filters : { ...filters, what };
	const wanted = what === '' ? results : (await index.search(question.query, { filters: chosen })).results;
	const batches = newest ? byMonth(index, question, chosen) : byFit(wanted, question);
	return { batches, counted: false, spread: () => spreadOf(index, question, chosen), first };
}

/** Of the records that are found the index knows how many there are of each agreement and platform, without loading one. */
async function spreadOf(
	index: Index,
	question: Question,
	chosen: Readonly<Record<string, string>>,
): Promise<Spread> {
	await index.filters();
	const { filters } = await index.search(question.query, { filters: chosen });
	const held = (name: string): string[] =>
		Object.entries(filters[name] ?? {}).flatMap(([value, count]) => (count > 0 ? [value] : []));
	return {
		agreements: new Set([...held(baseFilter), ...held(sinceFilter)]).size,
		platforms: held('platform').length,
	};
}

async function load(results: Results['results'], question: Question): Promise<Hit[]> {
	const fragments = await Promise.all(results.map((result) => result.data()));
	return fragments.flatMap((fragment) => hitsOf(fragment, question));
}

async function* once(results: Results['results'], question: Question): AsyncGenerator<Batch> {
	yield { hits: await load(results, question), month: '' };
}

async function* byFit(results: Results['results'], question: Question): AsyncGenerator<Batch> {
	for (let at = 0, size = firstBatch; at < results.length; at += size, size = batch)
		yield { hits: await load(results.slice(at, at + size), question), month: '' };
}

/** Month by month backwards: the records in which something came or went then. */
async function* byMonth(
	index: Index,
	question: Question,
	filters: Readonly<Record<string, string>>,
): AsyncGenerator<Batch> {
	for (const [month] of (await countMonths(index, question, filters)).reverse()) {
		const { results } = await index.search(question.query, { filters: { ...filters, month } });
		yield { hits: await load(results, question), month };
	}
}

/** Months in which something of the found records came or went, oldest first, each with its number of records. */
async function countMonths(
	index: Index,
	question: Question,
	filters: Readonly<Record<string, string>>,
): Promise<[string, number][]> {
	await index.filters();
	const { filters: counts } = await index.search(question.query, { filters });
	const months = Object.entries(counts.month ?? {}).filter(([, count]) => count > 0);
	return months.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The first month in which words came in that hold the phrase has its first day. A phrase is in every record that Pagefind names, so few are loaded. */
async function firstByMonth(
	index: Index,
	question: Question,
	filters: Readonly<Record<string, string>>,
): Promise<FirstAppearance | null> {
	let left = narrow;
	for (const [month, count] of await countMonths(index, question, filters)) {
		left -= count;
		if (left < 0) return null;
		const { results } = await index.search(question.query, { filters: { ...filters, month } });
		const first = firstAppearance(await load(results, question));
		if (first !== null && dayOfNote(first.note).startsWith(month)) return first;
	}
	return null;
}
