/**
 * `topics.json.gz`, beside the page of each platform: what the rules of topics found in its agreements, in one public file, JSON in gzip. Found by
 * rule, not reviewed. Unpacked by `curl --silent <address> | gunzip`.
 *
 * `format` is raised whenever a reader of the file has to be altered. `topics` has every topic of the vocabulary by its id. `found` are the
 * clauses of today's texts, agreement by agreement in the order of the document; `gone` the last clause that was on it, where none is
 * today. Days are UTC; `address` is a path on this site: of the clause, or of the change that ended it. `marks` are runs of decisive words:
 * start and end in `quote`, in UTF-16 code units. `agreements` has each agreement by its part of an address, with the topics that no rule reads
 * in its language. `readable` is false where no rule reads the language of any agreement, so that nothing
 * can be said.
 */

import { changeAt, type Found, foundOn } from '../../analysis/topics/findings-index.ts';
import { isReadable } from '../../analysis/topics/topic-spread.ts';
import type { Agreement, Archive, Platform } from '../../model/archive.ts';
import type { Topic } from '../../model/topic.ts';
import { dayOf } from '../../text/days-in-words.ts';
import { changeHref } from '../addresses/links.ts';
import { platformUrl } from '../addresses/urls.ts';
import { standingClauseHref } from '../redline/clauses-on-page.ts';

export interface FoundClause {
	readonly agreement: string;
	/** BCP 47 tag of the quote. */
	readonly language: string;
	/** Leading number as written, and the heading above; empty where there is none. */
	readonly number: string;
	readonly section: string;
	readonly address: string;
	readonly quote: string;
	readonly marks: readonly (readonly [start: number, end: number])[];
	/** Which side the words take, by its short name and in words; null where none is proven. */
	readonly stance: string | null;
	readonly says: string | null;
	readonly since: string;
	readonly reworded: string | null;
}

export interface TopicsFile {
	readonly format: 1;
	readonly platform: string;
	readonly address: string;
	readonly agreements: Readonly<
		Record<
			string,
			{
				readonly name: string;
				readonly language: string;
				readonly unread: readonly string[];
				/** The last day on which it was followed; left out while it is. */
				readonly retired?: string;
			}
		>
	>;
	readonly topics: Readonly<
		Record<
			string,
			{
				readonly name: string;
				readonly readable: boolean;
				readonly found: readonly FoundClause[];
				readonly gone: (FoundClause & { readonly until: string }) | null;
			}
		>
	>;
}

export function topicsFile(archive: Archive, platform: Platform): TopicsFile {
	const topics = archive.topics.map((topic) => {
		const { inLastTexts = [], gone = [] } = foundOn(archive, topic.id).get(platform) ?? {};
		const readable = platform.agreements.some((agreement) => isReadable(agreement, topic));
		const read = (each: Found): FoundClause => clauseOf(each, topic);
		const found = inLastTexts.map(read);
		return [
			topic.id,
			{ name: topic.name, readable, found, gone: found.length > 0 ? null : lastGone(gone, topic) },
		] as const;
	});
	return {
		format: 1,
		platform: platform.name,
		address: platformUrl(platform),
		agreements: Object.fromEntries(
			platform.agreements.map((agreement) => [agreement.slug, namedAgreement(archive, agreement)]),
		),
		topics: Object.fromEntries(topics),
	};
}

function namedAgreement({ topics }: Archive, agreement: Agreement): TopicsFile['agreements'][string] {
	const unread = topics.filter((topic) => !isReadable(agreement, topic)).map(({ id }) => id);
	const { name, language, retired } = agreement;
	return { name, language, unread, ...(retired === null ? {} : { retired: retired.day }) };
}

function clauseOf({ platform, agreement, finding }: Found, topic: Topic): FoundClause {
	const { number, section, anchor, quote, marks, stance, since, reworded } = finding;
	return {
		agreement: agreement.name,
		language: agreement.language,
		number,
		section,
		address: standingClauseHref(platform, agreement, anchor),
		quote,
		marks,
		stance,
		says: topic.stances.find(({ id }) => id === stance)?.name ?? null,
		since: dayOf(changeAt(agreement, since).version.fetched),
		reworded: reworded === null ? null : dayOf(changeAt(agreement, reworded).version.fetched),
	};
}

function lastGone(gone: readonly Found[], topic: Topic): (FoundClause & { until: string }) | null {
	const ended = gone.map((found) => {
		const change = changeAt(found.agreement, found.finding.until as number);
		const address = changeHref(found.platform, found.agreement, change);
		return { ...clauseOf(found, topic), address, until: dayOf(change.version.fetched) };
	});
	return ended.sort((one, other) => (one.until < other.until ? 1 : -1))[0] ?? null;
}
