/** Agreements by platform, named and sorted, and what is counted over all of their changes. */
import path from 'node:path';
import type { Agreement, Entry, Platform } from '../model/archive.ts';
import { type ChangeClass, changeClasses, type Rank } from '../model/change.ts';
import type { Version } from '../model/version.ts';
import { showInvisible } from '../text/legible.ts';
import { assignSlugs } from '../text/slugs.ts';
import type { AnalysedAgreement } from './analyse-agreements.ts';

export function groupByPlatform(agreements: readonly AnalysedAgreement[]): Platform[] {
	const folders = Map.groupBy(agreements, ({ path: file }) => path.posix.dirname(file));
	const slugs = assignSlugs([...folders.keys()]);
	return [...folders]
		.map(([name, members]) => ({
			name: showInvisible(name),
			slug: slugs.get(name) as string,
			agreements: nameAgreements(members),
		}))
		.sort(byName);
}

function nameAgreements(members: readonly AnalysedAgreement[]): Agreement[] {
	const nameOf = (file: string): string => path.posix.basename(file, '.md');
	const slugs = assignSlugs(members.map((member) => nameOf(member.path)));
	return members
		.map((member) =>
			withName(member, showInvisible(nameOf(member.path)), slugs.get(nameOf(member.path)) as string),
		)
		.sort(byName);
}

/** Leaves the ledger where it is: the build command keeps it on disk until somebody asks. */
function withName(member: AnalysedAgreement, name: string, slug: string): Agreement {
	const { path: file, language, clauses, versions, changes, topics } = member;
	return {
		name,
		slug,
		path: file,
		language,
		clauses,
		versions,
		changes,
		topics,
		get ledger() {
			return member.ledger;
		},
	};
}

const collator = new Intl.Collator('en', { numeric: true });

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
	return collator.compare(one.name, other.name) || (one.name < other.name ? -1 : 1);
}

export function newestFirst(platforms: readonly Platform[]): Entry[] {
	const entries = platforms.flatMap((platform) =>
		platform.agreements.flatMap((agreement) =>
			agreement.changes.map((change) => ({ platform, agreement, change })).reverse(),
		),
	);
	return entries.sort((one, other) => compareTimes(other.change.version, one.change.version));
}

function compareTimes(one: Version, other: Version): number {
	return one.fetched < other.fetched ? -1 : one.fetched > other.fetched ? 1 : 0;
}

export function countClasses(entries: readonly Entry[]): Record<ChangeClass, number> {
	const counts = Object.fromEntries(changeClasses.map((name) => [name, 0])) as Record<ChangeClass, number>;
	for (const { change } of entries) counts[change.class]++;
	return counts;
}

export function countRanks(entries: readonly Entry[]): Record<Rank, number> {
	const counts: Record<Rank, number> = { prominent: 0, low: 0, folded: 0 };
	for (const { change } of entries) counts[change.rank]++;
	return counts;
}

export function newest(entries: readonly Entry[]): string | null {
	return entries[0]?.change.version.fetched ?? null;
}
