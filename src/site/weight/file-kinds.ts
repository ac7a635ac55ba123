/**
 * The files of a site by kinds: which is of which, and what a kind is expected to weigh before any of it is written, from facts that the
 * analysis left. The factors are bytes, fitted on sites that stood (`npm run bench` prints both beside each other). A new kind of page gets
 * a line here; until then it counts among the others.
 */
import { topicsWithPage } from '../../analysis/topics/own-side.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import { type Change, hasPage } from '../../model/change.ts';
import { monthOf } from '../../text/days-in-words.ts';
import { weekOf } from '../../text/weeks.ts';
import { yearPages } from '../agreement/year-pages.ts';

export type WeighedArchive = Pick<
	Archive,
	'collection' | 'platforms' | 'entries' | 'topics' | 'provisions' | 'regulations' | 'posts'
>;

export interface FileKind {
	/** As a table names it. */
	readonly name: string;
	/** Fits the files of this kind, by their paths below the site's folder, that no kind before it fits. */
	readonly files: RegExp;
	/** In bytes. */
	readonly expected: (archive: WeighedArchive) => number;
}

/** What no other kind fits: scripts, styles, the home page, the feed of all changes, lists of all platforms. */
export const otherFiles: FileKind = {
	name: 'others',
	files: /^/,
	expected: ({ platforms, entries }) =>
		430_000 + 400 * platforms.length + 6_200 * Math.min(50, prominentIn(entries)),
};

/** The first that fits decides. */
export const fileKinds: readonly FileKind[] = [
	{
		name: 'search index',
		files: /^pagefind\//,
		expected: ({ platforms }) =>
			230_000 + ofAgreements(platforms, (agreement) => 100 * agreement.clauses + 4 * wordsOf(agreement)),
	},
	{ name: 'API: clauses', files: /^api\/.*\/clauses\.json$/, expected: apiClausesWeight },
	{ name: 'API: the rest', files: /^api\//, expected: apiWeight },
	{ name: 'topics', files: /^topics\//, expected: topicsWeight },
	{
		name: 'matrix',
		files: /^matrix\//,
		expected: ({ platforms, topics }) =>
			15_000 * Math.ceil(topics.length / 12) + 66 * platforms.length * topics.length,
	},
	{ name: 'weeks and months', files: /^(?:digest|changes)\//, expected: timesWeight },
	{
		name: 'texts and single pages',
		files:
			/^(?:about|compare|data|explained|feeds|methodology|pages|platforms|posts|regulations|search|status|watch)\//,
		expected: ({ platforms, regulations, posts }) =>
			110_000 + 1_000 * platforms.length + 4_600 * regulations.length + 10_000 * posts.length,
	},
	{
		name: 'provisions',
		files: /^[^/]+\/provisions\//,
		expected: ({ provisions }) => 23_000 * provisions.length,
	},
	{
		name: 'platforms on topics',
		files: /^[^/]+\/on\//,
		expected: ({ platforms }) => sum(platforms, onTopicsWeight),
	},
	{
		name: 'changes',
		files: /^[^/]+\/[^/]+\/\d{4}-\d\d-\d\d(?:-\d+)?\/index\.html$/,
		expected: ({ platforms }) => ofAgreements(platforms, changesWeight),
	},
	{
		name: 'years of changes',
		files: /^[^/]+\/[^/]+\/\d{4}\/index\.html$/,
		expected: ({ platforms }) => ofAgreements(platforms, yearsWeight),
	},
	{
		name: 'histories',
		files: /^[^/]+\/[^/]+\/history\/index\.html$/,
		expected: ({ platforms }) =>
			ofAgreements(platforms, ({ changes }) => 3_800 + 85 * changes.length + 370 * shownOf(changes).length),
	},
	{
		name: 'comparisons',
		files: /^[^/]+\/[^/]+\/compare\/index\.html$/,
		expected: ({ platforms }) => ofAgreements(platforms, () => 6_000),
	},
	{
		name: 'ledgers',
		files: /\/ledger\.json\.gz$/,
		expected: ({ platforms }) =>
			ofAgreements(
				platforms,
				(agreement) =>
					2_800 + 18 * agreement.clauses + 1.7 * wordsOf(agreement) + 100 * agreement.versions.length,
			),
	},
	{
		name: 'time maps',
		files: /^[^/]+\/[^/]+\/timemap\.link$/,
		expected: ({ platforms }) => ofAgreements(platforms, ({ versions }) => 500 + 150 * versions.length),
	},
	{
		name: 'feeds of agreements',
		files: /^[^/]+\/[^/]+\/feed\.(?:xml|json)$/,
		expected: ({ platforms }) => ofAgreements(platforms, feedWeight),
	},
	{
		name: 'platforms',
		files: /^[^/]+\/(?:index\.html|feed\.(?:xml|json)|changes\.json|topics\.json\.gz)$/,
		expected: ({ platforms }) => sum(platforms, platformWeight),
	},
	{
		name: 'agreements',
		files: /^[^/]+\/[^/]+\/index\.html$/,
		expected: ({ platforms }) =>
			ofAgreements(
				platforms,
				({ clauses, changes, topics }) =>
					222 * clauses + 7_100 * Math.sqrt(shownOf(changes).length) + 450 * topics.findings.length,
			),
	},
	otherFiles,
];

/** @param file below the site's folder */
export function kindOfFile(file: string): FileKind {
	return fileKinds.find(({ files }) => files.test(file)) ?? otherFiles;
}

/** Of that, what goes where a collection leaves the API out, in bytes. */
export function expectedOfApi(archive: WeighedArchive): number {
	return apiClausesWeight(archive) + apiWeight(archive);
}

/** What an archive's site is expected to weigh, in bytes. */
export function expectedWeight(archive: WeighedArchive): number {
	return sum(fileKinds, ({ expected }) => expected(archive));
}

/** What leads on from an own address. */
const leadOn = 360;

function changesWeight({ clauses, changes }: Agreement): number {
	return sum(shownOf(changes), (change) => {
		if (change.onYearPage) return leadOn;
		return change.class === 'first' ? 5_200 + 240 * Math.min(120, clauses) : 10_400 + redlineWeight(change);
	});
}

/** A long redline is drawn shorter. */
function redlineWeight({ wordsIn, wordsOut, counts }: Change): number {
	const events = Object.values(counts).reduce((all, count) => all + count, 0);
	return 17.5 * Math.min(3_000, wordsIn + wordsOut) + 130 * Math.min(1_000, events);
}

function yearsWeight(agreement: Agreement): number {
	return sum([...yearPages(agreement).values()], (changes) => {
		const most = Math.max(1_200, Math.min(6_000, 90_000 / changes.length));
		return 3_100 + sum(changes, (change) => 1_000 + Math.min(most, redlineWeight(change)));
	});
}

/** The newest fifty, each with its redline within bounds; in JSON with its most telling words. */
function feedWeight({ changes }: Agreement): number {
	const told = prominentOf(changes).slice(-50);
	const inJson = 400 + 1_200 * told.length;
	return (
		inJson + 400 + sum(told, ({ wordsIn, wordsOut }) => 2_200 + 10 * Math.min(1_500, wordsIn + wordsOut))
	);
}

function platformWeight({ agreements }: Platform): number {
	const findings = sum(agreements, ({ topics }) => topics.findings.length);
	const changes = sum(agreements, (agreement) => prominentOf(agreement.changes).length);
	const page = 12_000 + 20 * findings + 700 * Math.min(40, changes) + 6_000 * agreements.length;
	const feed = 2 * (300 + 1_200 * Math.min(50, changes));
	const data = 1_800 + 320 * Math.min(200, changes) + 90 * findings;
	return page + feed + data;
}

/** A page and a feed in both forms for each topic on which it takes a side. */
function onTopicsWeight(platform: Platform): number {
	return 30_000 * topicsWithPage(platform).size;
}

function topicsWeight({ platforms, entries, topics }: WeighedArchive): number {
	const changes = new Map<string, number>();
	for (const { change } of entries)
		if (change.rank === 'prominent')
			for (const topic of change.topics) changes.set(topic, (changes.get(topic) ?? 0) + 1);
	const quotes = 15_000 + 500 * Math.min(320, platforms.length);
	return sum(topics, ({ id }) => {
		const count = changes.get(id) ?? 0;
		return quotes + 1_150 * Math.min(50, count) + 310 * Math.min(300, count);
	});
}

function timesWeight({ entries }: WeighedArchive): number {
	const days = new Set(entries.map(({ change }) => change.version.fetched.slice(0, 10)));
	const [weeks, months] = [weekOf, monthOf].map((of) => new Set(Array.from(days, (day) => of(day))).size);
	const prominent = prominentIn(entries);
	return 4_000 * (weeks ?? 0) + 3_000 * (months ?? 0) + 2_400 * prominent + 215 * entries.length;
}

/** Every wording of every clause, with the texts that it stands in, and a line for each version: 18 MB of 123 agreements, 126 MB of 877. */
function apiClausesWeight({ collection, platforms }: WeighedArchive): number {
	if (!collection.api) return 0;
	return ofAgreements(
		platforms,
		(agreement) =>
			600 + 236 * agreement.clauses + 11.5 * wordsOf(agreement) + 132 * agreement.versions.length,
	);
}

function apiWeight({ collection, platforms, entries, topics }: WeighedArchive): number {
	if (!collection.api) return 0;
	const shown = entries.filter(({ change }) => hasPage(change)).length;
	const quotes = ofAgreements(platforms, (agreement) => agreement.topics.findings.length);
	const onTopics = 1_000 * topics.length * Math.min(platforms.length, 320);
	const months = 900 * shown + 500 * prominentIn(entries);
	return 60_000 + 380 * entries.length + 730 * quotes + onTopics + months + 900 * platforms.length;
}

function shownOf(changes: readonly Change[]): readonly Change[] {
	return changes.filter(hasPage);
}

function prominentIn(entries: WeighedArchive['entries']): number {
	return entries.filter(({ change }) => change.rank === 'prominent').length;
}

function prominentOf(changes: readonly Change[]): readonly Change[] {
	return changes.filter(({ rank }) => rank === 'prominent');
}

/** That ever came in or went out, those of first records apart. */
function wordsOf({ changes }: Agreement): number {
	return sum(changes, ({ wordsIn, wordsOut }) => wordsIn + wordsOut);
}

function ofAgreements(platforms: readonly Platform[], weigh: (agreement: Agreement) => number): number {
	return sum(platforms, ({ agreements }) => sum(agreements, weigh));
}

function sum<Item>(items: readonly Item[], weigh: (item: Item) => number): number {
	return items.reduce((all, item) => all + weigh(item), 0);
}
