/** The tool that finds clauses by their words. */
import { z } from 'zod';
import type { AgreementAnswer, ClauseRow, ClausesAnswer, LookupAnswer } from '../model/api-answers.ts';
import { Fault, orFault } from '../model/fault.ts';
import { clauseHistory, type Stay } from '../site/api/compose.ts';
import { normalised, readQuestion, type Term } from '../site/search/search-terms.ts';
import * as given from './arguments.ts';
import { agreementAsked, agreementsOf, type Listed } from './asked-names.ts';
import { boundedList, bounds, skip } from './bounded-list.ts';
import { type ClauseQuote, clauseQuote, quoteOf } from './clause-quotes.ts';
import { fit } from './fit.ts';
import type { Site } from './site-answers.ts';
import { tool } from './tool.ts';

/** Agreements read for one question: each is a file of up to some megabytes. */
const mostRead = 24;
/** Asked for at a time. */
const atOnce = 4;

export const findClauses = tool({
	name: 'find_clauses',
	title: 'Find clauses by their words',
	description:
		'Finds clauses that hold all of some words, of the texts in force or of former ones, and quotes them with the commit and address that prove them. Best fit first. Name a platform wherever you can. For who does what on a subject, stances_on_topic is better.',
	asked: {
		words: z
			.string()
			.min(1)
			.max(300)
			.describe('Words that all must stand in one clause; "in quotes" beside each other.'),
		platform: given.platform.optional(),
		agreement: given.agreement.optional().describe('Of that platform; left out: all that it has.'),
		former: z.boolean().default(false).describe('Looks in wordings that are no longer in force instead.'),
		skip,
	},
	answered: z.object({
		clauses: z.array(clauseQuote),
		...bounds,
		read: z.int().describe('Agreements that were looked through.'),
		unread: z.int().describe('Agreements that were not, for they are too many: name a platform.'),
		failed: z.int().describe('Agreements of which the site gave no answer that can be read.'),
	}),
	async answer(site, { words, platform, agreement, former, skip }) {
		const { terms } = readQuestion(words);
		if (terms.length === 0)
			throw new Fault(
				`${JSON.stringify(words)} holds no word`,
				site.home,
				'Ask for words that a clause would have.',
			);
		const meant = await agreementsAsked(site, platform, agreement);
		const read = await inTurns(meant.slice(0, mostRead), (each) =>
			orFault(foundIn(site, each, (row) => fit(row.text, terms), former)),
		);
		const failed = read.filter((each) => each instanceof Fault);
		const found = read.flatMap((each) => (each instanceof Fault ? [] : each));
		const unread = meant.length - read.length;
		if (found.length === 0)
			throw failed[0] ?? nothing(words, site.home, unread, topicsNamed(await site.lookup(), terms));
		const { shown, ...rest } = boundedList(found.sort(byFit), skip, quoted);
		return { clauses: shown, ...rest, read: read.length - failed.length, unread, failed: failed.length };
	},
});

async function agreementsAsked(
	site: Site,
	platform?: string,
	agreement?: string,
): Promise<readonly Listed[]> {
	const lookup = await site.lookup();
	if (platform === undefined && agreement !== undefined)
		throw new Fault('an agreement was named without its platform', site.home, 'Name the platform too.');
	if (platform === undefined) return lookup.agreements;
	if (agreement === undefined) return agreementsOf(lookup, platform, site.home);
	return [agreementAsked(lookup, { platform, agreement }, site.home)];
}

function nothing(words: string, home: string, unread: number, topics: readonly string[]): Fault {
	const others = unread > 0 ? ` ${unread} agreements were not read: name a platform.` : '';
	const byTopic = topics.length > 0 ? `stances_on_topic with ${topics.join(' or ')}` : 'stances_on_topic';
	return new Fault(
		`no clause holds all of ${JSON.stringify(words)}`,
		home,
		`Ask with fewer or other words, with \`former\` the other way, or by topic: ${byTopic}.${others}`,
	);
}

/** Shorter words stand in names of every kind. */
const shortestTelling = 4;

/** Ids of topics that are called by one of the words. */
function topicsNamed({ topics }: LookupAnswer, terms: readonly Term[]): string[] {
	const sought = terms.map(({ words }) => words.join('')).filter((word) => word.length >= shortestTelling);
	return topics
		.filter(({ name, also }) =>
			[name, ...also].some((each) => sought.some((word) => normalised(each).includes(word))),
		)
		.map(({ id }) => id);
}

async function inTurns<Item, Result>(
	items: readonly Item[],
	work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (let at = 0; at < items.length; at += atOnce)
		results.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))));
	return results;
}

interface Found {
	readonly clauses: ClausesAnswer;
	readonly changes: AgreementAnswer;
	readonly row: ClauseRow;
	readonly fit: number;
}

async function foundIn(
	site: Site,
	{ platform, agreement }: Listed,
	fitOf: (row: ClauseRow) => number | null,
	former: boolean,
): Promise<readonly Found[]> {
	const clauses = await site.clauses(platform.id, agreement.id);
	const newest = clauses.versions.findLast(({ text }) => text !== null)?.text ?? -1;
	const fitting = clauses.rows.flatMap((row) => {
		const stands = row.stands.some(([first, last]) => first <= newest && newest <= last);
		const fit = stands === former ? null : fitOf(row);
		return fit === null ? [] : [{ row, fit }];
	});
	if (fitting.length === 0) return [];
	const changes = await site.agreement(platform.id, agreement.id);
	return fitting.map((each) => ({ clauses, changes, ...each }));
}

function byFit(one: Found, other: Found): number {
	return other.fit - one.fit || one.row.text.length - other.row.text.length;
}

function quoted({ clauses, changes, row }: Found): ClauseQuote {
	const stay = clauseHistory(clauses, row.clause).findLast((each) => each.row.text === row.text);
	return quoteOf(clauses, stay as Stay, changes);
}
