/** Words of a clause as tools quote them: with the commit that holds them, the address where they are to be read, and from when to when they stood. */
import { z } from 'zod';
import {
	type AgreementAnswer,
	agreementVersion,
	type ClauseRow,
	type ClausesAnswer,
	clausesAnswer,
	quote,
} from '../model/api-answers.ts';
import { Fault } from '../model/fault.ts';
import type { Stay } from '../site/api/compose.ts';
import { versionAsOf } from '../site/api/compose.ts';
import { cutFilling } from '../text/cut-text.ts';
import { dayOf } from '../text/days-in-words.ts';

/** Characters of one clause: few are longer, and those are lists. */
const longest = 4000;

export const wording = {
	text: z
		.string()
		.describe('Word for word, without markup; it ends with an ellipsis where `whole` is false.'),
	whole: z.boolean().describe('False where the clause is longer than what is quoted.'),
};

export function wordingOf({ text }: Pick<ClauseRow, 'text'>): {
	readonly text: string;
	readonly whole: boolean;
} {
	return { text: cutFilling(text, longest), whole: text.length <= longest };
}

const { platform, agreement, language, clause, number, path, fetched, address } = quote.shape;

export const clauseQuote = z.object({
	...{ platform, agreement, language, clause, number },
	...wording,
	path,
	commit: quote.shape.commit.describe('The newest commit whose text holds the words.'),
	fetched,
	address: address.describe('Where the clause is to be read, or the change that ended these words.'),
	since: quote.shape.since.describe('Day of the version with which the clause began to read so.'),
	until: quote.shape.until.describe('Day of the version in which it reads so no more; null while it does.'),
});

export type ClauseQuote = z.infer<typeof clauseQuote>;

/** @param ends addresses of changes: of the agreement's own answer */
export function quoteOf(
	clauses: ClausesAnswer,
	{ first, last, row }: Stay,
	ends: Pick<AgreementAnswer, 'versions'>,
): ClauseQuote {
	const { versions } = clauses;
	const [began, held, ended] = [versions[first], versions[last], versions[last + 1]] as [
		Version,
		Version,
		Version?,
	];
	return {
		platform: clauses.platform,
		agreement: clauses.agreement,
		language: clauses.language,
		clause: row.clause,
		number: row.number ?? '',
		...wordingOf(row),
		path: clauses.path,
		commit: held.commit,
		fetched: held.fetched,
		address: ended === undefined ? addressOf(clauses, row.clause) : addressOfVersion(clauses, ends, last + 1),
		since: dayOf(began.fetched),
		until: ended === undefined ? null : dayOf(ended.fetched),
	};
}

type Version = ClausesAnswer['versions'][number];

export function addressOf({ address }: Pick<ClausesAnswer, 'address'>, clause: string): string {
	return `${address}#${clause}`;
}

/** The two answers are files of their own: one may be older than the other, for a moment. */
function addressOfVersion(
	{ address }: Pick<ClausesAnswer, 'address'>,
	{ versions }: Pick<AgreementAnswer, 'versions'>,
	version: number,
): string {
	return versions[version]?.address ?? address;
}

export const versionQuoted = agreementVersion
	.pick({ commit: true, fetched: true })
	.extend({ address: agreementVersion.shape.address.describe('What changed with this version.') });

export function versionOf(
	clauses: ClausesAnswer,
	ends: Pick<AgreementAnswer, 'versions'>,
	version: number,
): z.infer<typeof versionQuoted> {
	const { commit, fetched } = clauses.versions[version] as Version;
	return { commit, fetched, address: addressOfVersion(clauses, ends, version) };
}

/** Whose, and where it is kept. */
export const agreementQuoted = clausesAnswer.pick({
	platform: true,
	agreement: true,
	language: true,
	path: true,
	repository: true,
	address: true,
});

export function agreementOf({
	platform,
	agreement,
	language,
	path,
	repository,
	address,
}: ClausesAnswer): z.infer<typeof agreementQuoted> {
	return { platform, agreement, language, path, repository, address };
}

/**
 * The version in force at the end of a day, by its place.
 * @throws Fault where nothing was recorded yet, or where it cannot be told clause by clause
 */
export function followedVersion(clauses: ClausesAnswer, day: string): number {
	const version = versionAsOf(clauses, day);
	if (version === null) {
		const first = clauses.versions.map(({ fetched }) => dayOf(fetched)).sort()[0] ?? 'no day';
		throw new Fault(
			`nothing of it was recorded by ${day}`,
			clauses.address,
			`Its record begins on ${first}: ask for that day or a later one.`,
		);
	}
	if (clauses.versions[version]?.text != null) return version;
	throw new Fault(
		`the version of ${day} is too long to be followed clause by clause`,
		clauses.address,
		`Read ${clauses.path} at commit ${clauses.versions[version]?.commit}, or ask for another day.`,
	);
}
